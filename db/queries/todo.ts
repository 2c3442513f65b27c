/** Lists of what people have to do, read through the indexes `standing_todo...`, which hold nothing else. */
import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely";
import type { Reader } from "../connect";
import type { Database, Row } from "../schema";
import { padded } from "./padded";

/** The states in which there is something to do. */
export const todoStates = ["assigned", "overdue", "lapsed", "refresher-open", "refresher-overdue"] as const;
export type TodoState = (typeof todoStates)[number];

/** One of several words that a row has to match, in the person or in the module. */
export interface SearchedWord {
  /** Folded (see `folded`). */
  readonly word: string;
  /** Modules that match it by their title. */
  readonly modules: readonly string[];
  /** The people who match it, where that is known; null: to be compared row by row. */
  readonly people: readonly string[] | null;
}

/** What the list is narrowed by. */
export interface TodoFilter {
  readonly states: readonly TodoState[];
  /** Civil dates, both included. */
  readonly due: { readonly from: string; readonly to: string } | null;
  readonly moduleId: string | null;
  /** A department, and all under it with itself; null: the whole company. */
  readonly under: { readonly departmentId: string; readonly subtree: readonly string[] } | null;
  /** Only these people, where search has found out who they are. */
  readonly people: readonly string[] | null;
  readonly words: readonly SearchedWord[];
}

export interface TodoKey {
  readonly personId: string;
  readonly moduleId: string;
  readonly departmentId: string;
}

/** What a list is sorted by; modules in the order given. */
export type TodoSort =
  | { readonly by: "person" | "due" }
  | { readonly by: "module"; readonly modules: readonly string[] };

export type Order = "ascending" | "descending";

/** A page of a list: so many rows after the first `offset`. */
export interface Slice {
  readonly order: Order;
  readonly offset: number;
  readonly limit: number;
}

/** SQLite takes at most 500 selects in one; beyond this many a list is read through fewer and each row is checked. */
const mostTerms = 200;

type Condition = Expression<SqlBool>;

const standing = expressionBuilder<Database, "standing">();

/** The condition of the partial indexes, word for word: only then are they used. */
const isTodo = sql<SqlBool>`voluntary = 0 and task <> 'none'`;

function hasState(states: readonly TodoState[]): Condition {
  return standing("state", "in", states);
}

/** The same, for rows that are to be found by something else than the indexes of states. */
function turnsOutToHave(states: readonly TodoState[]): Condition {
  return standing(sql`coalesce(state, '')`, "in", states);
}

function isOf(moduleId: string): Condition {
  return standing("module_id", "=", moduleId);
}

/** A check of each row, which keeps the order in which an index gives them. */
function isUnder(departmentId: string): Condition {
  return standing.exists(
    standing
      .selectFrom("department_ancestor as a")
      .select(sql`1`.as("one"))
      .whereRef("a.department_id", "=", "standing.department_id")
      .where("a.ancestor_id", "=", departmentId),
  );
}

function nameMatches(word: string): Condition {
  const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return sql<SqlBool>`person.search_key like ${pattern} escape '\\'`;
}

function matches({ word, modules, people }: SearchedWord): Condition {
  const ways: Condition[] = [];
  if (modules.length > 0) ways.push(standing("module_id", "in", modules));
  if (people !== null && people.length > 0) ways.push(standing("person_id", "in", people));
  if (people === null) {
    const named = standing.selectFrom("person").whereRef("person.id", "=", "standing.person_id");
    ways.push(standing.exists(named.where(nameMatches(word)).select(sql`1`.as("one"))));
  }
  return standing.or(ways);
}

/** What each row has to be, in whichever way it is found. */
function always({ due, words }: TodoFilter): Condition[] {
  const conditions: Condition[] = [isTodo, ...words.map(matches)];
  if (due) conditions.push(standing("due_on", ">=", due.from), standing("due_on", "<=", due.to));
  return conditions;
}

/** All the rows in no order: for lists that are short enough to be sorted. */
function anyOrder(filter: TodoFilter): Condition {
  const { moduleId, people, states, under } = filter;
  const conditions = always(filter);
  if (moduleId !== null) conditions.push(isOf(moduleId));
  if (people !== null) {
    conditions.push(standing("person_id", "in", padded(people)), turnsOutToHave(states));
    if (under) conditions.push(isUnder(under.departmentId));
    return standing.and(conditions);
  }
  conditions.push(hasState(states));
  if (under && moduleId === null) conditions.push(standing("department_id", "in", padded(under.subtree)));
  if (under && moduleId !== null) conditions.push(isUnder(under.departmentId));
  return standing.and(conditions);
}

/** The rows in parts, each of which an index gives by due date: merged, they are in order without being sorted. */
function partsByDue(filter: TodoFilter): Condition[] {
  const { moduleId, states, under } = filter;
  const common = always(filter);
  if (moduleId !== null) common.push(isOf(moduleId));
  const isSmall = under !== null && under.subtree.length * states.length <= mostTerms;
  if (moduleId === null && isSmall) {
    return under.subtree.flatMap((departmentId) =>
      states.map((state) =>
        standing.and([...common, standing("department_id", "=", departmentId), standing("state", "=", state)]),
      ),
    );
  }
  if (under) common.push(isUnder(under.departmentId));
  return states.map((state) => standing.and([...common, standing("state", "=", state)]));
}

function direction(order: Order): "asc" | "desc" {
  return order === "ascending" ? "asc" : "desc";
}

/** The rows by due date, then by person and module; nothing is sorted, whatever their number. */
export async function findTodoByDue(db: Reader, filter: TodoFilter, slice: Slice): Promise<TodoKey[]> {
  return (await todoByDue(db, filter, slice).execute()).map(key);
}

/** The query behind `findTodoByDue`. */
export function todoByDue(db: Reader, filter: TodoFilter, { order, offset, limit }: Slice) {
  const parts = partsByDue(filter).map((condition) =>
    db.selectFrom("standing").select(["due_on", "person_id", "module_id", "department_id"]).where(condition),
  );
  const [first, ...others] = parts;
  if (!first) throw new Error("A list of what there is to do has at least one state");
  const to = direction(order);
  return others
    .reduce((all, part) => all.unionAll(part), first)
    .orderBy("due_on", to)
    .orderBy("person_id", to)
    .orderBy("module_id", to)
    .limit(limit)
    .offset(offset);
}

/** The rows by the name of the person, by going through people in the order of their names: for long lists. */
export async function findTodoByPerson(db: Reader, filter: TodoFilter, slice: Slice): Promise<TodoKey[]> {
  const to = direction(slice.order);
  const conditions = [...always(filter), turnsOutToHave(filter.states)];
  if (filter.moduleId !== null) conditions.push(isOf(filter.moduleId));
  if (filter.under) conditions.push(isUnder(filter.under.departmentId));
  const rows = await db
    .selectFrom("person as p")
    .crossJoin("standing")
    .select(["standing.person_id", "standing.module_id", "standing.department_id"])
    .whereRef("standing.person_id", "=", "p.id")
    .where(standing.and(conditions))
    .orderBy("p.sort_key", to)
    .orderBy("p.id", to)
    .orderBy("due_on", to)
    .orderBy("module_id", to)
    .limit(slice.limit)
    .offset(slice.offset)
    .execute();
  return rows.map(key);
}

/** The rows sorted by person, by module in a given order, or by due date: for lists that are short. */
export async function findTodoSorted(db: Reader, filter: TodoFilter, sort: TodoSort, slice: Slice): Promise<TodoKey[]> {
  const to = direction(slice.order);
  let query = db
    .selectFrom("standing")
    .innerJoin("person as p", "p.id", "standing.person_id")
    .select(["standing.person_id", "standing.module_id", "standing.department_id"])
    .where(anyOrder(filter));
  if (sort.by === "person") query = query.orderBy("p.sort_key", to).orderBy("p.id", to);
  if (sort.by === "module" && sort.modules.length > 0) {
    const places = sort.modules.map((id, place) => sql`when ${id} then ${sql.lit(place)}`);
    query = query.orderBy(sql`case standing.module_id ${sql.join(places, sql` `)} end`, to);
  }
  const rows = await query
    .orderBy("due_on", to)
    .orderBy("standing.person_id", to)
    .orderBy("standing.module_id", to)
    .limit(slice.limit)
    .offset(slice.offset)
    .execute();
  return rows.map(key);
}

/** How many rows there are; with `most`, not counted further than that. */
export async function countTodo(db: Reader, filter: TodoFilter, most?: number): Promise<number> {
  const rows = db.selectFrom("standing").select("person_id").where(anyOrder(filter));
  const row = await db
    .selectFrom((most === undefined ? rows : rows.limit(most)).as("counted"))
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirst();
  return row?.n ?? 0;
}

/** The people whose name or employee number holds every one of some folded words; not more than `most`. */
export async function findPeopleByWords(db: Reader, words: readonly string[], most: number): Promise<string[]> {
  let query = db.selectFrom("person").select("id").limit(most);
  for (const word of words) query = query.where(nameMatches(word));
  return (await query.execute()).map((row) => row.id);
}

function key(row: Pick<Row<"standing">, "person_id" | "module_id" | "department_id">): TodoKey {
  return { personId: row.person_id, moduleId: row.module_id, departmentId: row.department_id };
}
