/** What taking an import of people back would do, before it is done. */
import { byPerson } from "#app/ledger/gone-on";
import { weighTakingBack } from "#app/ledger/take-back";
import type { Reader } from "#db/connect";
import { countApplied, countTrainedSince, findImportChanges } from "#db/queries/imports";
import { findPeopleRows } from "#db/queries/people-rows";
import type { Row } from "#db/schema";
import { isOfPerson, wholePeople, withOwners } from "./noted-changes.server";
import type { LeftView, UndoView } from "./people-import-view";
import { type LeftAsTheyAre, leavingAsTheyAre } from "./people-options";

const changesAtOnce = 1000;
const countedAtOnce = 4000;

interface Weighed {
  readonly left: LeftAsTheyAre;
  /** Ids of people whose employment and department stay as they are. */
  readonly notMoved: readonly string[];
  /** Ids of people of whom nothing is taken back. */
  readonly untouched: readonly string[];
  /** How many places were made. */
  readonly places: number;
}

async function weigh(db: Reader, importId: string): Promise<Weighed> {
  let left = leavingAsTheyAre(undefined, []);
  const notMoved: string[] = [];
  const untouched: string[] = [];
  let places = 0;
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = await findImportChanges(db, importId, before, changesAtOnce);
    const changes = await withOwners(db, rows);
    const isAll = rows.length < changesAtOnce;
    const some = changes.slice(0, wholePeople(changes, { most: changesAtOnce, isAll }));
    const ofPeople = some.filter(isOfPerson);
    const weighed = await weighTakingBack(db, ofPeople);
    const taken = byPerson(weighed.changes);
    const noted = byPerson(ofPeople);
    left = leavingAsTheyAre(left, weighed.kept);
    for (const personId of weighed.kept) {
      const isMove = ({ target }: { target: string }) => target !== "person";
      const own = taken.get(personId);
      if (own === undefined) untouched.push(personId);
      if (noted.get(personId)?.some(isMove) && !own?.some(isMove)) notMoved.push(personId);
    }
    places += some.length - ofPeople.length;
    const last = rows[some.length - 1];
    if (!last || isAll) return { left, notMoved, untouched, places };
    before = last.position;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Adds up what is counted of people, some at a time. */
async function sumOver(people: readonly string[], count: (some: readonly string[]) => Promise<number>) {
  let sum = 0;
  for (let at = 0; at < people.length; at += countedAtOnce) sum += await count(people.slice(at, at + countedAtOnce));
  return sum;
}

/** The effect of taking it back. */
export async function readUndo(db: Reader, row: Row<"import">): Promise<UndoView> {
  const applied = await countApplied(db, row.id);
  const { left, notMoved, untouched, places } = await weigh(db, row.id);
  const of = async (people: readonly string[], ...actions: string[]) => {
    const among = (counts: ReadonlyMap<string, number>) =>
      actions.reduce((sum, action) => sum + (counts.get(action) ?? 0), 0);
    return among(applied) - (await sumOver(people, async (some) => among(await countApplied(db, row.id, some))));
  };
  const since = row.applied_at ?? row.created_at;
  const trained = await countTrainedSince(db, row.id, since);
  return {
    leave: await of(notMoved, "joins", "rehires"),
    back: await of(notMoved, "leaves"),
    move: await of(notMoved, "moves"),
    change: await of(untouched, "changes"),
    training: trained - (await sumOver(notMoved, (some) => countTrainedSince(db, row.id, since, some))),
    places,
    left: await leftView(db, left),
  };
}

/** Those who are left as they are, by name. */
export async function leftView(db: Reader, { total, people }: LeftAsTheyAre): Promise<LeftView> {
  const rows = await findPeopleRows(db, people);
  return {
    total,
    people: rows
      .map((row) => ({ id: row.id, name: `${row.given_name} ${row.family_name}`.trim(), number: row.employee_number }))
      .sort((a, b) => a.number.localeCompare(b.number, "en", { numeric: true })),
  };
}
