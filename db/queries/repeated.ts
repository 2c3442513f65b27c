import type { Compilable, CompiledQuery } from "kysely";
import type { Reader } from "../connect";
import { forAll } from "../immediate-driver";

const compiled = new Map<string, CompiledQuery>();

function compiledOnce(name: string, build: () => Compilable, parameters: readonly unknown[]): CompiledQuery {
  const known = compiled.get(name);
  if (known) return known;
  const query = build().compile();
  if (query.parameters.length !== parameters.length) {
    throw new Error(`The statement ${name} takes ${query.parameters.length} parameters, not ${parameters.length}`);
  }
  compiled.set(name, query);
  return query;
}

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
  await db.executeQuery({ ...compiledOnce(name, build, parameters), parameters });
}

/**
 * {@link repeated} for many rows that are there already, each changed by its parameters, without a turn of its own for each.
 *
 * @throws Error where one of them is not there
 */
export async function repeatedForAll(
  db: Reader,
  name: string,
  build: () => Compilable,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { numAffectedRows } = await db.executeQuery(forAll(compiledOnce(name, build, first), rows));
  if (numAffectedRows !== BigInt(rows.length)) {
    throw new Error(`The statement ${name} changed ${numAffectedRows} rows of ${rows.length}`);
  }
}
