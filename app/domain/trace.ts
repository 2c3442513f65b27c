/** What moved the dates of a cycle, collected as reasons while they are reckoned. */
import { type CivilDate, civilDateOf, type DayNumber } from "./calendar";
import { NEVER } from "./compiled-policy";
import type { Absence, DueChange, Held } from "./cycle";
import type { Reason } from "./reasons";

export class Trace {
  readonly reasons: Reason[] = [];
  /** Something has set the due date since it was reckoned from its ground. */
  private decided = false;

  /** A change that set the due date, to `dueOn`, or only moved the day on which the refresher opens. */
  change(change: DueChange, dueOn: DayNumber, { held, setsDue }: { held: boolean; setsDue: boolean }): void {
    const on = civilDateOf(change.on);
    const due = dateOrNull(dueOn);
    switch (change.kind) {
      case "major":
        this.reasons.push({
          code: "major-revision",
          on,
          revision: change.revision,
          from: civilDateOf(change.from),
          due: setsDue ? due : null,
        });
        break;
      case "critical":
        this.reasons.push({
          code: "critical-revision",
          on,
          revision: change.revision,
          due: civilDateOf(dueOn),
          validUntil: held ? civilDateOf(change.on - 1) : null,
        });
        break;
      case "edited":
        // why: a ground reckoned afresh gives the due date only where nothing since has set another.
        this.reasons.push({ code: "policy-changed", on, due: setsDue || !this.decided ? due : null, validUntil: null });
        break;
      default:
        this.reasons.push({ code: change.kind, on, due: civilDateOf(dueOn) });
    }
    this.decided ||= setsDue;
  }

  /** An edit of the policy that kept the end of validity from coming before `validUntil`. */
  validityHeldBack(changes: readonly DueChange[], validUntil: DayNumber): void {
    const edit = changes.find((change) => change.kind === "edited" && change.validUntil === validUntil);
    if (edit === undefined) return;
    const on = civilDateOf(edit.on);
    const at = this.reasons.findIndex((reason) => reason.code === "policy-changed" && reason.on === on);
    const known = this.reasons[at];
    const due = known?.code === "policy-changed" ? known.due : null;
    this.put(at, { code: "policy-changed", on, due, validUntil: civilDateOf(validUntil) });
  }

  /** An absence that moved one of the dates; the two moves of one absence are one reason. */
  absence(absence: Absence, what: "due" | "validUntil", moved: DayNumber): void {
    const on = civilDateOf(absence.from);
    const until = dateOrNull(absence.until);
    const at = this.reasons.findIndex(
      (reason) => reason.code === "absence" && reason.on === on && reason.until === until,
    );
    const known = this.reasons[at];
    const { due, validUntil } = known?.code === "absence" ? known : { due: null, validUntil: null };
    this.put(at, { code: "absence", on, until, due, validUntil, [what]: dateOrNull(moved) });
  }

  /** An issuer's date that ends validity sooner than the policy would. */
  expiry(held: Held, base: DayNumber): void {
    // why: where the base is the issuer's own date, it is told as the ground of the due date already.
    if (base === held.expires) return;
    this.reasons.push({
      code: "issuer-expiry",
      on: civilDateOf(held.on),
      expires: civilDateOf(held.expires),
      due: null,
    });
  }

  private put(at: number, reason: Reason): void {
    if (at < 0) this.reasons.push(reason);
    else this.reasons[at] = reason;
  }
}

/** A date as text, or null where it never comes. */
export function dateOrNull(day: DayNumber): CivilDate | null {
  return day === NEVER ? null : civilDateOf(day);
}
