import { addDays, type CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { standingsOf } from "#app/ledger/read-standings";
import { inLanguage } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findDue, findStateCounts } from "#db/queries/overview";
import { findPeopleNames } from "#db/queries/people";
import { countTodo, type TodoFilter, type TodoKey, type TodoState, todoStates } from "#db/queries/todo";
import type { DepartmentTree } from "./department-tree.server";
import { forManager } from "./managed-standing";
import { readTodoPage } from "./nudge-page.server";
import type { NudgeQuery, NudgeState } from "./nudge-query";
import { searchTodo } from "./nudge-search.server";
import { type StateCounts, sumOf, todoCounts } from "./overview-matrix";
import type { ChosenScope } from "./overview-scope.server";
import type { NudgeList } from "./overview-view";

export interface NudgeInput {
  readonly query: NudgeQuery;
  readonly scope: ChosenScope;
  readonly tree: DepartmentTree;
  /** In the order in which they are taught. */
  readonly modules: readonly { readonly id: string; readonly title: string }[];
  /** Of the scope. */
  readonly counts: {
    readonly total: StateCounts;
    readonly byModule: (moduleId: string) => StateCounts;
    /** To do and not late, by due date, from today for 30 days. */
    readonly due: readonly { readonly on: string; readonly n: number }[];
    /** The day (civil date) whose counts are the present ones. */
    readonly day: string;
  };
  readonly language: string;
  readonly now: Date;
  readonly today: CivilDate;
}

const rowsAPage = 25;
/** A list that is to be printed goes on as far as this on one page. */
const rowsOnPaper = 1000;

/** Long lists in another order than by date are shown this far. */
const furthest = 5000;

const late: readonly TodoState[] = ["overdue", "lapsed", "refresher-overdue"];
const inTime: readonly TodoState[] = ["assigned", "refresher-open"];
const statesOf: Record<NudgeState, readonly TodoState[]> = {
  all: todoStates,
  overdue: late,
  week: inTime,
  month: inTime,
};
const daysOf = { week: 7, month: 30 } as const;

/** One page of who needs a nudge. */
export async function readNudges(db: Reader, input: NudgeInput): Promise<NudgeList> {
  const { query, modules, tree, language, scope } = input;
  const pageSize = query.whole ? rowsOnPaper : rowsAPage;
  if (query.moduleId !== null && !modules.some((module) => module.id === query.moduleId)) {
    throw new DomainError("not-found", `There is no module ${query.moduleId}`);
  }
  const plain = filterOf(input);
  const size = await sizeOf(db, plain, input);
  const { filter, total, isMore, isLong } = await searchTodo(db, plain, size, query.search, modules);
  const reach = isLong && (query.sort !== "due" || query.search !== "") ? Math.min(total, furthest) : total;
  const page = Math.max(1, Math.min(query.page, Math.ceil(reach / pageSize)));
  const collator = new Intl.Collator(language);
  const keys = await readTodoPage(db, {
    filter,
    isLong,
    sort: query.sort,
    slice: { order: query.order, offset: (page - 1) * pageSize, limit: pageSize },
    modules: [...modules].sort((a, b) => collator.compare(a.title, b.title)).map((module) => module.id),
  });
  return {
    query: { ...query, page },
    rows: await rowsOf(db, keys, input),
    total,
    isMore,
    reach,
    pageSize,
    printable: !query.whole && total > rowsAPage && total <= rowsOnPaper && !isMore,
    departments: tree
      .subtree(scope.departmentId)
      .map((node) => ({ id: node.id, name: inLanguage(node.name, language) })),
    modules: modules
      .filter((module) => Object.values(input.counts.byModule(module.id)).some((n) => n > 0))
      .map(({ id, title }) => ({ id, title })),
  };
}

function filterOf({ query, scope, tree, today }: NudgeInput): TodoFilter {
  const departmentId = query.departmentId ?? scope.departmentId;
  const days = query.state === "week" || query.state === "month" ? daysOf[query.state] : null;
  return {
    states: statesOf[query.state],
    due: days === null ? null : { from: today, to: addDays(today, days) },
    moduleId: query.moduleId,
    under: departmentId === null ? null : { departmentId, subtree: tree.subtree(departmentId).map(({ id }) => id) },
    people: null,
    words: [],
  };
}

/** How many rows there are without a search: from the counts, or counted on the index of one module. */
async function sizeOf(db: Reader, filter: TodoFilter, { query, counts }: NudgeInput): Promise<number> {
  const { departmentId, moduleId, state } = query;
  if (filter.due) {
    const { from, to } = filter.due;
    if (moduleId !== null) return await countTodo(db, filter);
    const due = departmentId === null ? counts.due : await findDue(db, [departmentId], from, to);
    return due.reduce((sum, { on, n }) => (on <= to ? sum + n : sum), 0);
  }
  const which = state === "overdue" ? "overdue" : "all";
  if (departmentId === null) return todoCounts(moduleId === null ? counts.total : counts.byModule(moduleId))[which];
  const rows = await findStateCounts(db, [departmentId], counts.day);
  const wanted = rows.filter((row) => moduleId === null || row.moduleId === moduleId);
  return todoCounts(sumOf(wanted.map((row) => row.counts)))[which];
}

async function rowsOf(
  db: Reader,
  keys: readonly TodoKey[],
  { modules, tree, language, now }: NudgeInput,
): Promise<NudgeList["rows"]> {
  const people = await findPeopleNames(db, [...new Set(keys.map((key) => key.personId))]);
  const names = new Map(people.map((row) => [row.id, `${row.given_name} ${row.family_name}`]));
  const titles = new Map(modules.map((module) => [module.id, module.title]));
  const standings = new Map(
    (await standingsOf(db, keys, now)).map((read) => [`${read.personId}\n${read.moduleId}`, read.standing]),
  );
  return keys.flatMap(({ personId, moduleId, departmentId }) => {
    const standing = standings.get(`${personId}\n${moduleId}`);
    if (!standing) return [];
    return [
      {
        person: {
          id: personId,
          name: names.get(personId) ?? "",
          department: inLanguage(tree.find(departmentId)?.name ?? {}, language),
        },
        module: { id: moduleId, title: titles.get(moduleId) ?? moduleId },
        standing: forManager(standing),
      },
    ];
  });
}
