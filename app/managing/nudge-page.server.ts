import type { Reader } from "#db/connect";
import {
  countTodo,
  findTodoByDue,
  findTodoByPerson,
  findTodoSorted,
  type Slice,
  type TodoFilter,
  type TodoKey,
} from "#db/queries/todo";
import type { NudgeSort } from "./nudge-query";

export interface WantedPage {
  readonly filter: TodoFilter;
  /** Whether there are too many rows to sort them. */
  readonly isLong: boolean;
  readonly sort: NudgeSort;
  readonly slice: Slice;
  /** All modules, by title. */
  readonly modules: readonly string[];
}

/** The rows of one page. Short lists are sorted; long ones are gone through in an order that they already have. */
export async function readTodoPage(db: Reader, wanted: WantedPage): Promise<TodoKey[]> {
  const { filter, isLong, sort, slice, modules } = wanted;
  if (!isLong && (sort !== "due" || filter.people !== null)) {
    return await findTodoSorted(db, filter, sort === "module" ? { by: sort, modules } : { by: sort }, slice);
  }
  if (sort === "person") return await findTodoByPerson(db, filter, slice);
  if (sort === "module" && filter.moduleId === null) return await moduleByModule(db, wanted);
  return await findTodoByDue(db, filter, slice);
}

async function moduleByModule(db: Reader, { filter, slice, modules }: WantedPage): Promise<TodoKey[]> {
  const { order, limit } = slice;
  const keys: TodoKey[] = [];
  let skip = slice.offset;
  for (const moduleId of order === "ascending" ? modules : modules.toReversed()) {
    if (keys.length === limit) break;
    const own = { ...filter, moduleId };
    const left = limit - keys.length;
    const there = await countTodo(db, own, skip + left);
    if (there > skip) keys.push(...(await findTodoByDue(db, own, { order, offset: skip, limit: left })));
    skip = Math.max(0, skip - there);
  }
  return keys;
}
