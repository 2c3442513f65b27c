/**
 * A standing in words: what to call it, and why it is so, in one or two sentences with dates.
 *
 * The types here mirror the domain's `Standing` and `Reason` (words know no other part of the product): a domain
 * standing can be passed as it is, and stops compiling where the domain has a state or a code that is not told here.
 */
import type { Formats } from "./format";
import { intervalOf } from "./interval";
import { capitalised } from "./numerals";
import type { Words } from "./words";

/** Dates are civil dates, `YYYY-MM-DD`; `every` is an ISO 8601 period, null where the interval is not to be told. */
export type ToldReason =
  | { readonly code: "never-assigned"; readonly on: null }
  | { readonly code: "unassigned" | "never-ages"; readonly on: string }
  | { readonly code: "lapsed"; readonly on: string; readonly due: string | null }
  | { readonly code: "assigned" | "starting-over" | "extended" | "returned"; readonly on: string; readonly due: string }
  | { readonly code: "refresh-due"; readonly on: string; readonly due: string; readonly every: string | null }
  | { readonly code: "weak-score"; readonly on: string; readonly due: string; readonly every: string }
  | {
      readonly code: "keep-day";
      readonly on: string;
      readonly anchor: string;
      readonly due: string;
      readonly every: string | null;
    }
  | { readonly code: "calendar-day"; readonly on: string; readonly due: string }
  | { readonly code: "issuer-expiry"; readonly on: string; readonly expires: string; readonly due: string | null }
  | { readonly code: "spread"; readonly on: string; readonly days: number; readonly due: string }
  | { readonly code: "renewed"; readonly on: string; readonly every: string | null }
  | {
      readonly code: "major-revision";
      readonly on: string;
      readonly revision: number;
      readonly from: string;
      readonly due: string | null;
    }
  | {
      readonly code: "critical-revision";
      readonly on: string;
      readonly revision: number;
      readonly due: string | null;
      readonly validUntil: string | null;
    }
  | {
      readonly code: "policy-changed";
      readonly on: string;
      readonly due: string | null;
      readonly validUntil: string | null;
    }
  | {
      readonly code: "absence";
      readonly on: string;
      readonly until: string | null;
      readonly due: string | null;
      readonly validUntil: string | null;
    }
  | { readonly code: "grace"; readonly on: string; readonly validUntil: string | null }
  | { readonly code: "exempt" | "on-leave"; readonly on: string; readonly until: string | null };

export type ToldState =
  | "not-required"
  | "exempt"
  | "on-leave"
  | "assigned"
  | "overdue"
  | "lapsed"
  | "current"
  | "refresher-open"
  | "refresher-overdue";

export interface ToldStanding {
  readonly state: ToldState;
  readonly valid: boolean;
  readonly cycle: number;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly validUntil: string | null;
  /** Oldest first. */
  readonly because: readonly ToldReason[];
}

export interface Telling {
  readonly words: Words;
  readonly format: Formats;
  /** The civil date the standing speaks of. */
  readonly today: string;
  /** `you`: to the person. `they`: about the person, to a manager; says no more of a result than its date. */
  readonly voice: Voice;
}

export type Voice = "you" | "they";

/** What a reason gives the sentences: how it all began, or something that shaped the dates since. */
interface Told {
  readonly ground?: string;
  readonly clause?: string;
}

/** One or two sentences: why the standing is what it is. */
export function explain(standing: ToldStanding, telling: Telling): string {
  const told = standing.because.map((reason) => tell(reason, standing, telling));
  const ground = told.findLast((each) => each.ground !== undefined)?.ground;
  const says = telling.words.explanation;
  switch (standing.state) {
    case "not-required":
      return ground ?? `${says.status.none}.`;
    case "exempt":
    case "on-leave":
      return [away(standing, telling), meanwhile(standing, telling)].join(" ");
    default: {
      const clauses = shaping(standing).flatMap((reason) => tell(reason, standing, telling).clause ?? []);
      const neverAges = standing.because.some((reason) => reason.code === "never-ages");
      const rest =
        clauses.length > 0
          ? capitalised(`${says.list(clauses)}, ${ending(standing, telling, says.so)}.`)
          : neverAges && standing.dueOn === null
            ? says.neverAges
            : capitalised(`${ending(standing, telling, says.alone)}.`);
      return ground === undefined ? rest : `${ground} ${rest}`;
    }
  }
}

/** The due date that the sentence has to explain: in a lapsed standing the one after whose grace validity ended. */
function explainedDue({ because, dueOn, state }: ToldStanding): string | null {
  if (state !== "lapsed") return dueOn;
  const end = because.findLast((reason) => reason.code === "lapsed");
  return end?.code === "lapsed" ? end.due : null;
}

/**
 * The reasons that the dates of the sentence come from: those that gave the due date as it is shown, not those that
 * something later has overruled; and those that gave the end of validity where the sentence tells it for itself.
 */
function shaping(standing: ToldStanding): readonly ToldReason[] {
  const { because, state, validUntil } = standing;
  const due = explainedDue(standing);
  const tellsValidity = state === "refresher-overdue" || (state === "lapsed" && due === null);
  const spread = because.find((reason) => reason.code === "spread");
  // why: without the interval, the days that it was moved by add up to nothing.
  const hidesInterval = because.some(
    ({ code, ...each }) => code === "refresh-due" && "every" in each && each.every === null,
  );
  const givesDue = (reason: ToldReason): boolean => {
    switch (reason.code) {
      case "refresh-due":
      case "weak-score":
      case "keep-day":
        return due !== null && (reason.due === due || spread?.due === due);
      case "spread":
        return reason.due === due && !hidesInterval;
      case "issuer-expiry":
        return reason.due !== null && (reason.due === due || spread?.due === due);
      case "absence":
        return due === null ? reason.until === null && state !== "lapsed" : reason.due === due;
      case "never-assigned":
      case "unassigned":
      case "never-ages":
      case "renewed":
      case "grace":
      case "lapsed":
      case "exempt":
      case "on-leave":
        return false;
      default:
        return due !== null && reason.due === due;
    }
  };
  const givesValidity = (reason: ToldReason): boolean => {
    if (!tellsValidity || validUntil === null) return false;
    if (reason.code === "issuer-expiry") return reason.due === null && reason.expires === validUntil;
    return reason.code !== "grace" && "validUntil" in reason && reason.validUntil === validUntil;
  };
  return because.filter((reason) => givesDue(reason) || givesValidity(reason));
}

/** How a sentence ends that told what shaped the date (`so`), or one that tells the date alone (`alone`). */
type Endings = Words["explanation"]["so"];

function ending(standing: ToldStanding, { format, today }: Telling, endings: Endings): string {
  const day = (date: string) => format.dayAndMonth(date, today);
  const { dueOn, validUntil } = standing;
  switch (standing.state) {
    case "current":
      return dueOn === null ? endings.endless : endings.next(day(dueOn));
    case "assigned":
      return dueOn === null ? endings.noLastDay : endings.finishBy(day(dueOn));
    case "overdue":
      return dueOn === null ? endings.noLastDay : endings.shouldHaveFinished(day(dueOn));
    case "refresher-open":
      return dueOn === null ? endings.noLastDay : endings.refreshBy(day(dueOn));
    case "refresher-overdue":
      return endings.shouldHaveRefreshed(day(dueOn ?? today), validUntil === null ? null : day(validUntil));
    case "lapsed": {
      const until = validUntil ?? today;
      const due = explainedDue(standing);
      if (due !== null && due < until) return endings.ranOut(day(due), daysFrom(due, until), day(until));
      return endings.wasValid(day(until), dueOn !== null && dueOn >= today && dueOn !== validUntil ? day(dueOn) : null);
    }
    case "not-required":
    case "exempt":
    case "on-leave":
      return endings.endless;
  }
}

function tell(reason: ToldReason, standing: ToldStanding, { words, format, today, voice }: Telling): Told {
  const says = words.explanation;
  const day = (date: string) => format.dayAndMonth(date, today);
  const completed = () => {
    const first = day(reason.on ?? today);
    const renewed = standing.because.findLast((each) => each.code === "renewed");
    if (renewed?.code !== "renewed") return says.completed(first, standing.cycle > 1, voice);
    const weak = renewed.every === null || voice === "they" ? null : intervalOf(renewed.every);
    return says.completedAgain(first, day(renewed.on), standing.cycle > 1, weak, voice);
  };
  switch (reason.code) {
    case "never-assigned":
      return { ground: says.neverAssigned(voice) };
    case "unassigned":
      return { ground: says.unassigned(day(reason.on), voice) };
    case "assigned":
      return { ground: says.assigned(day(reason.on), voice), clause: says.within(daysFrom(reason.on, reason.due)) };
    case "starting-over":
      return { ground: says.startingOver(day(reason.on), voice), clause: says.within(daysFrom(reason.on, reason.due)) };
    case "never-ages":
      return { ground: completed() };
    case "refresh-due":
      return reason.every === null
        ? { ground: completed() }
        : { ground: completed(), clause: says.repeated(intervalOf(reason.every)) };
    case "weak-score":
      return voice === "they"
        ? { ground: completed() }
        : { ground: completed(), clause: says.weak(intervalOf(reason.every)) };
    case "keep-day":
      if (reason.every === null) return { ground: completed() };
      return reason.anchor === reason.on
        ? { ground: completed(), clause: says.repeated(intervalOf(reason.every)) }
        : { ground: completed(), clause: says.keptDay(intervalOf(reason.every), day(reason.anchor)) };
    case "calendar-day":
      return { ground: completed(), clause: says.fixedDays };
    case "issuer-expiry":
      return reason.due === null
        ? { clause: says.issuer(day(reason.expires)) }
        : { ground: completed(), clause: says.issuer(day(reason.expires)) };
    case "spread":
      return { clause: says.spread(reason.days) };
    case "major-revision":
      return {
        clause: says.changed(
          day(reason.on),
          reason.from === reason.on ? null : day(reason.from),
          reason.due === null ? null : daysFrom(reason.from, reason.due),
        ),
      };
    case "critical-revision":
      return {
        clause: says.changedCritically(
          day(reason.on),
          reason.validUntil === null && reason.due !== null ? daysFrom(reason.on, reason.due) : null,
        ),
      };
    case "extended":
      return { clause: says.extended(day(reason.on), voice) };
    case "returned":
      return { clause: says.returned(day(reason.on), daysFrom(reason.on, reason.due), voice) };
    case "policy-changed":
      return { clause: says.policyChanged(day(reason.on)) };
    case "absence": {
      if (reason.until === null) return { clause: says.paused(day(reason.on), null, 0) };
      const back = reason.due ?? reason.validUntil ?? reason.until;
      return { clause: says.paused(day(reason.on), day(reason.until), daysFrom(reason.until, back)) };
    }
    case "renewed": // why: told with the completion that began the cycle.
    case "grace":
    case "lapsed":
    case "exempt":
    case "on-leave":
      return {}; // why: the state itself says these, with its dates.
    default:
      return reason satisfies never;
  }
}

function away(standing: ToldStanding, { words, format, today, voice }: Telling): string {
  const says = words.explanation;
  const code = standing.state === "exempt" ? "exempt" : "on-leave";
  const reason = standing.because.findLast((each) => each.code === code);
  const since = format.dayAndMonth(reason?.on ?? today, today);
  const until = untilOf(standing, code);
  const last = until === null ? null : format.dayAndMonth(until, today);
  return code === "exempt" ? says.exempt(since, last, voice) : says.onLeave(since, last, voice);
}

function meanwhile(standing: ToldStanding, { words, format, today }: Telling): string {
  const says = words.explanation;
  if (!standing.valid) return says.nothingLate;
  return standing.validUntil === null
    ? says.holdsEndless
    : says.holdsUntil(format.dayAndMonth(standing.validUntil, today));
}

function untilOf(standing: ToldStanding, code: "exempt" | "on-leave"): string | null {
  const reason = standing.because.findLast((each) => each.code === code);
  return reason !== undefined && "until" in reason ? reason.until : null;
}

/** What a status is drawn as: `data-status` of the design; `none` is not drawn. */
export type StatusKind = "current" | "soon" | "due" | "changed" | "overdue" | "exempt" | "leave" | "none";

export interface ToldStatus {
  readonly status: StatusKind;
  /** The state in one or two words: `Försenad`. */
  readonly word: string;
  /** What belongs beside the word, with dates or days: `28 dagar`; empty where there is nothing to add. */
  readonly detail: string;
  /** Both in one: `Försenad 28 dagar`. */
  readonly label: string;
}

/** A standing opens soon when its refresher opens within this many days. */
export const soonDays = 30;

/** What to call a standing, and which shape and colour it has. */
export function statusOf(standing: ToldStanding, telling: Omit<Telling, "voice">): ToldStatus {
  const { format, today } = telling;
  const says = telling.words.explanation.status;
  const { dueOn, opensOn, validUntil } = standing;
  const day = (date: string) => format.shortDate(date, today);
  const make = (status: StatusKind, word: string, detail: string, label: string): ToldStatus => ({
    status,
    word,
    detail,
    label,
  });
  switch (standing.state) {
    case "not-required":
      return make("none", says.none, "", says.none);
    case "exempt": {
      const until = untilOf(standing, "exempt");
      const detail = until === null ? says.untilFurther : says.until(day(until));
      return make("exempt", says.exempt, detail, `${says.exempt} ${detail}`);
    }
    case "on-leave":
      return make("leave", says.leave, "", says.leave);
    case "current": {
      if (opensOn !== null && daysFrom(today, opensOn) <= soonDays) {
        return make("soon", says.soon, says.from(day(opensOn)), `${says.soon}, ${says.from(day(opensOn))}`);
      }
      const detail = validUntil === null ? says.untilFurther : says.until(format.date(validUntil));
      return make("current", says.current, detail, `${says.current} ${detail}`);
    }
    case "assigned":
    case "refresher-open": {
      const isChanged = standing.because.some(
        (reason) => reason.code === "major-revision" || reason.code === "critical-revision",
      );
      const status = isChanged ? "changed" : "due";
      const word = isChanged ? says.changed : says.due;
      if (dueOn === null) return make(status, word, "", word);
      const label = isChanged ? `${word}, ${says.by(day(dueOn))}` : `${word} ${says.by(day(dueOn))}`;
      return make(status, word, says.daysLeft(daysFrom(today, dueOn)), label);
    }
    case "overdue": {
      const detail = dueOn === null ? "" : says.daysLate(daysFrom(dueOn, today));
      return make("overdue", says.overdue, detail, `${says.overdue} ${detail}`.trim());
    }
    case "refresher-overdue": {
      const late = dueOn === null ? "" : says.daysLate(daysFrom(dueOn, today));
      const held = validUntil === null ? says.heldEndless : says.heldUntil(day(validUntil));
      return make("overdue", says.overdue, late, `${says.overdue}, ${held}`);
    }
    case "lapsed": {
      const detail = validUntil === null ? "" : says.wasUntil(day(validUntil));
      return make("overdue", says.lapsed, detail, detail === "" ? says.lapsed : capitalised(detail));
    }
  }
}

/** Whole days from one civil date to another. */
function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
