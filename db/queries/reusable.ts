import type { Compilable, CompiledQuery } from "kysely";
import type { Reader } from "../connect";
import { readAtOnce } from "../immediate-driver";

type Value = string | number | null;

/** Stands in a query that is compiled for the value that will be given in its place. */
class Place {
  readonly #argument: number;
  readonly #item: number | null;

  constructor(argument: number, item: number | null) {
    this.#argument = argument;
    this.#item = item;
  }

  valueIn(values: readonly (Value | readonly Value[])[]): unknown {
    const value = values[this.#argument];
    return this.#item === null ? value : (value as readonly Value[])[this.#item];
  }
}

/**
 * A query that is built and compiled once, and from then on only given other values: for what is read at every request,
 * where building the query costs more than answering it.
 *
 * `build` must put its values into the query as they are and never look at them, because it is called with stand-ins;
 * once for each length of the lists among them.
 *
 * @example
 * const readingOf = reusable((db: Reader, personId: string) =>
 *   db.selectFrom("reading").selectAll().where("person_id", "=", personId));
 * const rows = await readingOf(db, personId);
 */
export function reusable<Values extends readonly (Value | readonly Value[])[], Row>(
  build: (db: Reader, ...values: Values) => Compilable<Row>,
): (db: Reader, ...values: Values) => Promise<Row[]> {
  const compiled = new Map<string, CompiledQuery<Row>>();
  return async (db, ...values) => {
    let lengths = "";
    for (const value of values) if (Array.isArray(value)) lengths += `${value.length} `;
    let query = compiled.get(lengths);
    if (!query) {
      query = build(db, ...standIns(values)).compile();
      compiled.set(lengths, query);
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Place ? parameter.valueIn(values) : parameter,
    );
    const rows = readAtOnce<Row>(db, { sql: query.sql, parameters });
    return rows ?? (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

function standIns<Values extends readonly unknown[]>(values: Values): Values {
  const places: unknown = values.map((value, argument) =>
    Array.isArray(value) ? value.map((_, item) => new Place(argument, item)) : new Place(argument, null),
  );
  return places as Values;
}
