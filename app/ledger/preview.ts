/** What standings would be with evidence that is not recorded yet: for whoever decides about it. */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import type { Revised } from "#app/domain/facts";
import { type Standing, standing } from "#app/domain/standing";
import type { Reader } from "#db/connect";
import type { PersonalFacts } from "./assemble";
import { type Gathered, gather, type Key } from "./gather";
import { type Asked, asked } from "./project";
import { todayOf } from "./refresh";

/** A completion as far as standings are concerned. */
export type Completion = PersonalFacts["completions"][number];

/** A standing as it is and as it would be; null where nothing is recorded by then. */
export interface Preview extends Key {
  readonly today: CivilDate;
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** Whether it is, or would be, taken without being required to. */
  readonly voluntary: { readonly before: boolean; readonly after: boolean };
  /** The day of the newest change of the module that would still be asked about; null: none. */
  readonly changedOn: CivilDate | null;
}

function judged(key: Key, gathered: Gathered, today: CivilDate) {
  const question = asked(key, gathered, today);
  if (!question) return { question, standing: null, voluntary: false };
  const { policy, facts, options, voluntary } = question;
  return { question, standing: standing(policy, facts, today, options), voluntary };
}

/**
 * The day of the newest change of the module that a standing asks about: a completion of an older revision, or from
 * elsewhere, does not settle it. Null where there is none, or where it would ask the same without.
 */
function changeAsked(answer: Standing, { facts, options, policy }: Asked, today: CivilDate): CivilDate | null {
  if (answer.task === "none") return null;
  const until = facts.filter((fact) => "on" in fact && compareDates(fact.on, today) <= 0);
  const known = Math.max(0, ...until.map((fact) => (fact.type === "completed" ? fact.revision : 0)));
  const unsettled = until.filter(
    (fact) => fact.type === "revised" && fact.change !== "minor" && fact.revision > known,
  ) as readonly Revised[];
  if (unsettled.length === 0) return null;
  const others = facts.filter((fact) => !unsettled.some((one) => one === fact));
  const without = standing(policy, others, today, options);
  if (without.state === answer.state && without.dueOn === answer.dueOn) return null;
  return (
    unsettled
      .map(({ on }) => on)
      .sort(compareDates)
      .at(-1) ?? null
  );
}

function isSame(a: Completion, b: Completion): boolean {
  return a.on === b.on && a.kind === b.kind && a.score === b.score && a.expires === b.expires;
}

/** Some completions less others, each taken once. */
function less(completions: readonly Completion[], gone: readonly Completion[]): Completion[] {
  const left = [...completions];
  for (const one of gone) {
    const place = left.findIndex((completion) => isSame(completion, one));
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

/** The standings at an instant of some keys, as they are and with further completions; nothing is written. */
export async function previewCompletions(
  db: Reader,
  wanted: readonly (Key & { readonly completions: readonly Completion[] })[],
  at: Date,
): Promise<Preview[]> {
  return await preview(db, wanted, at, (recorded, completions) => [...recorded, ...completions]);
}

/** The same without some completions that are recorded. */
export async function previewWithdrawals(
  db: Reader,
  wanted: readonly (Key & { readonly completions: readonly Completion[] })[],
  at: Date,
): Promise<Preview[]> {
  return await preview(db, wanted, at, less);
}

async function preview(
  db: Reader,
  wanted: readonly (Key & { readonly completions: readonly Completion[] })[],
  at: Date,
  change: (recorded: readonly Completion[], completions: readonly Completion[]) => readonly Completion[],
): Promise<Preview[]> {
  if (wanted.length === 0) return [];
  const gathered = await gather(db, wanted);
  return wanted.map(({ personId, moduleId, completions }) => {
    const key = { personId, moduleId };
    const today = todayOf(gathered, personId, at);
    const before = judged(key, gathered, today);
    const augmented: Gathered = {
      ...gathered,
      personal: (of: Key) => {
        const recorded = gathered.personal(of);
        return { ...recorded, completions: change(recorded.completions, completions) };
      },
    };
    const after = judged(key, augmented, today);
    return {
      ...key,
      today,
      before: before.standing,
      after: after.standing,
      voluntary: { before: before.voluntary, after: after.voluntary },
      changedOn: after.question ? changeAsked(after.standing, after.question, today) : null,
    };
  });
}
