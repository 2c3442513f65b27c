import { addDays, type CivilDate } from "#app/domain/calendar";
import { can, departmentScope } from "#app/domain/permissions";
import { readPolicy } from "#app/ledger/gather";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { countWaiting } from "#db/queries/external-evidence";
import { findOrganisation } from "#db/queries/organisation";
import { findDepartments, findDue, findHeadcounts, findModulesInOrder, findStateCounts } from "#db/queries/overview";
import type { SignedIn } from "#db/queries/people";
import { DepartmentTree } from "./department-tree.server";
import { readNudges } from "./nudge-list.server";
import type { NudgeQuery } from "./nudge-query";
import { figuresOf, matrixOf, noCounts, type StateCounts, sumOf } from "./overview-matrix";
import { readAhead, readTrend } from "./overview-months.server";
import { chooseScope } from "./overview-scope.server";
import type { OverviewView } from "./overview-view";

/** For whom and when something is read. */
export interface Reading {
  readonly language: string;
  readonly now: Date;
  /** The reader's own civil date. */
  readonly today: CivilDate;
}

/**
 * What a manager sees of their part of the company. Everything but the list of people comes from counts that are kept
 * while things happen, and the list is one page of an index.
 *
 * @throws DomainError forbidden for whoever manages nothing, or not what is asked for; not-found for an unknown department
 */
export async function readOverview(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, now, today }: Reading,
  query: NudgeQuery,
): Promise<OverviewView> {
  const db = deps.db.read;
  const tree = new DepartmentTree(await findDepartments(db));
  const scope = chooseScope(reader, tree, query);
  const nameOf = (id: string) => inLanguage(tree.find(id)?.name ?? {}, language);

  const listed = listedUnder(tree, scope.departmentId);
  const counts = await countsOf(db, [...new Set([...scope.counted, ...listed])], now);
  const headcounts = await findHeadcounts(db, [...new Set([...scope.counted, ...listed])], today);
  const modules = (await findModulesInOrder(db)).map((row) => ({
    id: row.id,
    title: inLanguage(JSON.parse(row.title) as Localised, language),
    short: inLanguage(JSON.parse(row.short) as Localised, language),
    refresherMinutes: row.refresher_minutes,
    policy: readPolicy(row.policy),
  }));
  const summed = new Map(
    modules.map(({ id }) => [id, sumOf(scope.counted.map((department) => counts(department, id)))]),
  );
  const inScope = (moduleId: string) => summed.get(moduleId) ?? noCounts;
  const headcountOf = (id: string) => headcounts.get(id) ?? 0;
  const isShown = (id: string) => {
    const closedOn = tree.find(id)?.closedOn ?? null;
    return closedOn === null || closedOn > today || headcountOf(id) > 0;
  };
  const matrix = matrixOf(
    listed.filter(isShown).map((id) => ({ id, name: nameOf(id), headcount: headcountOf(id) })),
    modules.map(({ id, title, short }) => ({ id, title, short })),
    counts,
    inScope,
  );
  const total = sumOf(summed.values());
  const due = await findDue(db, scope.counted, today, addDays(today, 30));
  const organisation = await findOrganisation(db);
  const ahead = await readAhead(db, scope.counted, modules, inScope, today);
  return {
    today,
    printsSlips: can(reader, "print-slips", {
      kind: "department",
      departments: scope.departmentId === null ? null : tree.above(scope.departmentId),
    }),
    scope: {
      name: scope.departmentId === null ? (organisation?.name ?? "") : nameOf(scope.departmentId),
      isCompany: scope.departmentId === null,
      departmentId: scope.departmentId,
      headcount: scope.counted.reduce((sum, id) => sum + headcountOf(id), 0),
      choices: scope.choices.map((id) => ({ id, name: nameOf(id), isShown: id === scope.departmentId })),
    },
    counts: figuresOf(total, due, addDays(today, 7)),
    matrix,
    trend: await readTrend(db, scope.counted, total, today),
    ahead: ahead.months,
    nextMonth: ahead.next,
    evidenceWaiting: await countWaiting(db, {
      departments: departmentScope(reader, "see-standings"),
      today,
      except: reader.personId,
    }),
    nudges: await readNudges(db, {
      // What was chosen for somebody with several departments stays chosen.
      query: { ...query, scopeId: scope.choices.length > 0 ? scope.departmentId : query.scopeId },
      scope,
      tree,
      modules,
      counts: { total, byModule: inScope, due, day: presentDay(now) },
      language,
      now,
      today,
    }),
  };
}

/** The departments that have a row: those next below, or the only one there is. */
function listedUnder(tree: DepartmentTree, departmentId: string | null): string[] {
  const under = tree.under(departmentId);
  const [only, ...others] = under;
  // A company that is one department at the top is shown by what lies under it.
  if (departmentId === null && only && others.length === 0) return listedUnder(tree, only.id);
  return under.length === 0 && departmentId !== null ? [departmentId] : under.map(({ id }) => id);
}

/** The present counts are those of the day on which the people furthest east already are. */
function presentDay(now: Date): CivilDate {
  return dayIn("Pacific/Kiritimati", now);
}

async function countsOf(db: Reader, departments: readonly string[], now: Date) {
  const counts = new Map<string, StateCounts>();
  for (const row of await findStateCounts(db, departments, presentDay(now))) {
    counts.set(`${row.departmentId}\n${row.moduleId}`, row.counts);
  }
  return (departmentId: string, moduleId: string) => counts.get(`${departmentId}\n${moduleId}`) ?? noCounts;
}
