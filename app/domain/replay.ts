/** The replay of facts: what is known about one person and one module at the end of a day. */
import { type DayNumber, dayNumber, type Period, type PeriodParts, periodParts, plusPeriod } from "./calendar";
import { type CompiledPolicy, compilePolicy, NEVER } from "./compiled-policy";
import type { Absence, CycleState, DueChange, Held, Renewal } from "./cycle";
import { cycleDates, validityWithoutItsEnd } from "./cycle-dates";
import type { Completed, Revised } from "./facts";
import type { DatedFact } from "./ordered-facts";
import { POLICY_DEFAULTS, type Policy } from "./policy";

/** Days by which the due date of a cycle is brought forward, by the policy in force. */
export type SpreadOf = (cycle: number, policy: Policy) => number;

/** A major revision whose time has not begun to count, because nothing valid is held. */
interface PendingMajor {
  readonly on: DayNumber;
  readonly revision: number;
  readonly within: PeriodParts;
}

/**
 * Takes facts one after another, in the order of `orderedFacts`, and knows where the person then stands.
 *
 * Each fact is judged by what is known when it is taken; what it did is kept as dates, and later facts do not change
 * what it meant.
 */
export class Replay implements CycleState {
  policy: CompiledPolicy;
  assigned = false;
  everAssigned = false;
  assignedOn: DayNumber = NEVER;
  /** The last day on which it stopped being required; {@link NEVER} before that. */
  unassignedOn: DayNumber = NEVER;
  held: Held | null = null;
  /** The newest completion since the one held. */
  renewal: Renewal | null = null;
  /** The completion whose rhythm is kept under anchor `keep`. */
  anchor: DayNumber = NEVER;
  base: DayNumber = NEVER;
  spread = 0;
  cycle = 0;
  newestCompleted = -1;
  changes: DueChange[] = [];
  absences: Absence[] = [];
  ended: DayNumber | null = null;
  private newestCritical = -1;
  private pending: PendingMajor[] = [];
  private readonly spreadOf: SpreadOf;

  constructor(policy: Policy, spreadOf: SpreadOf) {
    this.policy = compilePolicy(policy);
    this.spreadOf = spreadOf;
  }

  /** Whether what is known is wrong by a critical revision that was not completed since. */
  get criticalUnsettled(): boolean {
    return this.newestCritical > this.newestCompleted;
  }

  /** Takes the next fact. */
  take({ day, fact }: DatedFact): void {
    this.holds(day);
    switch (fact.type) {
      case "leave":
      case "exempted":
        this.absent({ kind: fact.type, from: day, until: fact.until === null ? NEVER : dayNumber(fact.until) });
        break;
      case "unassigned":
        if (this.assigned) this.unassignedOn = day;
        this.assigned = false;
        break;
      case "assigned":
        if (!this.assigned) this.assign(day);
        break;
      case "policy":
        this.edit(day, fact.policy);
        break;
      case "revised":
        this.revise(day, fact);
        break;
      case "extended":
        if (this.assigned && cycleDates(this).dueOn !== NEVER) {
          this.changes.push({ kind: "extended", on: day, due: dayNumber(fact.due) });
        }
        break;
      case "completed":
        this.complete(day, fact);
        break;
    }
  }

  /** Whether something valid is held on a day. Once validity has passed, its last day is fixed. */
  private holds(day: DayNumber): boolean {
    if (this.held === null || this.ended !== null) return false;
    const { validUntil } = cycleDates(this);
    if (validUntil >= day) return true;
    this.ended = validUntil;
    return false;
  }

  private absent(absence: Absence): void {
    let at = this.absences.length;
    while (at > 0 && (this.absences[at - 1]?.from ?? 0) > absence.from) at -= 1;
    this.absences.splice(at, 0, absence);
  }

  /** Rules 1 and 9. */
  private assign(day: DayNumber): void {
    this.assigned = true;
    const left = this.unassignedOn;
    if (this.everAssigned && day < plusPeriod(left, this.policy.runway)) {
      if (day > left) this.absent({ kind: "gap", from: left, until: day - 1 });
      return;
    }
    this.everAssigned = true;
    this.assignedOn = day;
    if (this.holds(day)) {
      this.changes.push({ kind: "returned", on: day, due: plusPeriod(day, this.policy.runway) });
      return;
    }
    for (const change of this.changes) if (change.kind === "major") this.pending.push(change);
    this.changes = [];
    this.held = null;
    this.renewal = null;
    this.ended = null;
    this.spread = 0;
    this.base = plusPeriod(day, this.policy.due);
  }

  /** Rule 10. */
  private edit(day: DayNumber, policy: Policy): void {
    const before = this.policy;
    const old = cycleDates(this);
    const runway = plusPeriod(day, before.runway);
    this.policy = compilePolicy(policy);
    let decisive = false;
    if (this.held === null) {
      if (this.everAssigned) {
        const base = plusPeriod(this.assignedOn, this.policy.due);
        decisive = base !== this.base;
        this.base = base;
      }
    } else {
      this.spread = this.spreadFor(this.cycle);
      if (before.refreshKey !== this.policy.refreshKey) {
        decisive = true;
        this.anchor = this.held.on;
        this.base = this.baseOf(this.held, this.held.on, this.spread);
      }
      if (this.ended !== null && !this.criticalUnsettled && validityWithoutItsEnd(this) >= day) {
        decisive = true;
        this.ended = null;
      }
    }
    this.changes.push({
      kind: "edited",
      on: day,
      due: Math.min(old.dueOn, runway),
      validUntil: Math.min(old.validUntil, runway),
      decisive,
    });
    this.beginPending(day);
  }

  /** Rule 6. */
  private revise(day: DayNumber, fact: Revised): void {
    const { change, revision } = fact;
    if (change === "minor" || revision <= this.newestCompleted) return;
    const within = periodParts(fact.within ?? POLICY_DEFAULTS.within);
    if (change === "major") {
      this.pending.push({ on: day, revision, within });
      this.beginPending(day);
      return;
    }
    this.newestCritical = Math.max(this.newestCritical, revision);
    const runway = plusPeriod(day, this.policy.runway);
    if (this.held === null) {
      this.changes.push({ kind: "critical", on: day, revision, due: runway });
    } else if (this.holds(day)) {
      this.changes.push({ kind: "critical", on: day, revision, due: Math.max(plusPeriod(day, within), runway) });
      this.ended = day - 1;
    }
  }

  /** The time of a major revision begins to count as soon as something valid is held. */
  private beginPending(day: DayNumber): void {
    if (this.pending.length === 0 || !this.holds(day)) return;
    for (const { on, revision, within } of this.pending) {
      if (revision <= this.newestCompleted) continue;
      const due = Math.max(plusPeriod(day, within), plusPeriod(day, this.policy.runway));
      this.changes.push({ kind: "major", on, revision, within, from: day, due });
    }
    this.pending = [];
  }

  /** Rules 2 to 5 and 11. */
  private complete(day: DayNumber, fact: Completed): void {
    if (this.criticalUnsettled && fact.revision < this.newestCritical) return;
    const held: Held = {
      on: day,
      score: fact.score ?? 1,
      expires: fact.expires === undefined ? NEVER : dayNumber(fact.expires),
    };
    const renews = this.holds(day);
    const anchor = renews ? this.anchor : day;
    const spread = this.spreadFor(this.cycle + 1);
    const base = this.baseOf(held, anchor, spread);
    this.newestCompleted = Math.max(this.newestCompleted, fact.revision);
    if (!renews || base > this.base) {
      this.cycle += 1;
      this.held = held;
      this.anchor = anchor;
      this.base = base;
      this.spread = spread;
      this.ended = null;
      this.changes = this.changes.filter((change) => change.kind === "major" && change.revision > this.newestCompleted);
      this.renewal = null;
    } else {
      this.renewal = { on: day, every: this.weakInterval(held.score) };
    }
    this.beginPending(day);
  }

  private weakInterval(score: number): Period | null {
    const refresh = this.policy.source.refresh;
    if (refresh === undefined || refresh.anchor === "calendar" || refresh.anchor === "keep") return null;
    return refresh.weak !== undefined && score < refresh.weak.below ? refresh.weak.every : null;
  }

  private spreadFor(cycle: number): number {
    return this.policy.spreads ? this.spreadOf(cycle, this.policy.source) : 0;
  }

  private baseOf(held: Held, anchor: DayNumber, spread: number): DayNumber {
    return Math.min(this.policy.base(held.on, held.score, anchor, spread), held.expires);
  }
}
