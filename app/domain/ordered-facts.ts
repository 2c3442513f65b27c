/** Facts in the order in which they apply, on day numbers. */
import { type CivilDate, type DayNumber, dayNumber } from "./calendar";
import { type Fact, factDate } from "./facts";

/** A fact with the day from which it counts. */
export interface DatedFact {
  readonly day: DayNumber;
  readonly fact: Fact;
}

/** Within a day: absences begin at its start, then this order. */
const RANK: Readonly<Record<Fact["type"], number>> = {
  leave: 0,
  exempted: 1,
  unassigned: 2,
  assigned: 3,
  policy: 4,
  revised: 5,
  extended: 6,
  completed: 7,
};

const CHANGE_RANK = { minor: 0, major: 1, critical: 2 } as const;

/**
 * The facts that count by the end of `until` (all of them when it is null), in the order in which they apply: by day,
 * by type, then by revision, score, due date or expiry. Two policies of one day keep the order in which they are given.
 */
export function orderedFacts(facts: readonly Fact[], until: CivilDate | null): DatedFact[] {
  const dated: KeyedFact[] = [];
  for (const fact of facts) {
    const on = factDate(fact);
    if (until !== null && on > until) continue;
    const day = dayNumber(on);
    dated.push({ key: day * 8 + RANK[fact.type], day, fact });
  }
  if (dated.length > SHORT) return dated.sort(inOrder);
  for (let at = 1; at < dated.length; at += 1) moveIntoPlace(dated, at);
  return dated;
}

interface KeyedFact extends DatedFact {
  /** Day and type in one number. */
  readonly key: number;
}

/** why: most histories are short and nearly in order, where an insertion sort is several times faster than `sort`. */
const SHORT = 40;

function moveIntoPlace(dated: KeyedFact[], from: number): void {
  const moving = dated[from];
  if (moving === undefined) return;
  let at = from;
  for (; at > 0; at -= 1) {
    const before = dated[at - 1];
    if (before === undefined || inOrder(before, moving) <= 0) break;
    dated[at] = before;
  }
  dated[at] = moving;
}

function inOrder(a: KeyedFact, b: KeyedFact): number {
  return a.key - b.key || amongThemselves(a.fact, b.fact);
}

function amongThemselves(a: Fact, b: Fact): number {
  if (a.type === "completed" && b.type === "completed") {
    return a.revision - b.revision || (a.score ?? 1) - (b.score ?? 1) || byDate(a.expires, b.expires, -1);
  }
  if (a.type === "revised" && b.type === "revised") {
    return a.revision - b.revision || CHANGE_RANK[a.change] - CHANGE_RANK[b.change] || byText(a.within, b.within);
  }
  if (a.type === "extended" && b.type === "extended") return byDate(a.due, b.due, 1);
  if ((a.type === "leave" || a.type === "exempted") && (b.type === "leave" || b.type === "exempted")) {
    return byDate(a.until ?? undefined, b.until ?? undefined, 1);
  }
  return 0;
}

function byDate(a: CivilDate | undefined, b: CivilDate | undefined, absent: 1 | -1): number {
  if (a === b) return 0;
  if (a === undefined) return absent;
  if (b === undefined) return -absent;
  return a < b ? -1 : 1;
}

function byText(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
