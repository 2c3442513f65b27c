import type { Compilable, CompiledQuery } from "kysely";
import type { Reader } from "../connect";

const compiled = new Map<string, CompiledQuery>();

/**
 * Runs a statement that is repeated for many rows: built and compiled once under `name`, then only given other
 * parameters. `build` is called with the first row's values and must put its parameters in the order of `parameters`.
 */
export async function repeated(
  db: Reader,
  name: string,
  build: () => Compilable,
  parameters: readonly unknown[],
): Promise<void> {
  let query = compiled.get(name);
  if (!query) {
    query = build().compile();
    if (query.parameters.length !== parameters.length) {
      throw new Error(`The statement ${name} takes ${query.parameters.length} parameters, not ${parameters.length}`);
    }
    compiled.set(name, query);
  }
  await db.executeQuery({ ...query, parameters });
}
