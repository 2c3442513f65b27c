/** What can be recorded about one person and one module. Facts are only ever added; standings are derived from them. */
import type { CivilDate, Period } from "./calendar";
import { faultAt, type Parsed } from "./faults";
import { type Policy, parsePolicy } from "./policy";
import {
  type Faults,
  field,
  optional,
  readDate,
  readObject,
  readPeriod,
  readShare,
  readWhole,
  readWord,
  refuse,
  refuseOthers,
  shown,
} from "./reading";

/** A change of a module: `minor` is wording, `major` has to be refreshed, `critical` ends validity. */
export type Change = "minor" | "major" | "critical";

/** Required from this day. */
export interface Assigned {
  readonly type: "assigned";
  readonly on: CivilDate;
}

/** No longer required from this day. */
export interface Unassigned {
  readonly type: "unassigned";
  readonly on: CivilDate;
}

/** Finished the module or its refresher. */
export interface Completed {
  readonly type: "completed";
  readonly on: CivilDate;
  /** The revision that was taught; 0 for evidence from elsewhere. */
  readonly revision: number;
  /** 0 to 1; absent counts as 1. */
  readonly score?: number;
  /** The issuer's own last day. */
  readonly expires?: CivilDate;
}

/** A new revision was published. */
export interface Revised {
  readonly type: "revised";
  readonly on: CivilDate;
  readonly revision: number;
  readonly change: Change;
  /** How long people have to take it in. Default `P30D`. */
  readonly within?: Period;
}

/** Absent, both days included; `null`: nobody knows until when. Why is nobody's business. */
export interface Leave {
  readonly type: "leave";
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** Not owed between these days, both included. */
export interface Exempted {
  readonly type: "exempted";
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  /** For whoever reads the evidence; the rules do not look at it. */
  readonly reason?: string;
}

/** Somebody gave this person a later due date for what was owed on that day. */
export interface Extended {
  readonly type: "extended";
  readonly on: CivilDate;
  readonly due: CivilDate;
}

/** The policy changed on that day. */
export interface PolicyChanged {
  readonly type: "policy";
  readonly on: CivilDate;
  readonly policy: Policy;
}

export type Fact = Assigned | Unassigned | Completed | Revised | Leave | Exempted | Extended | PolicyChanged;

/** The day from which a fact counts: `from` of an absence, `on` of everything else. */
export function factDate(fact: Fact): CivilDate {
  return fact.type === "leave" || fact.type === "exempted" ? fact.from : fact.on;
}

const FACT_FIELDS = {
  assigned: ["type", "on"],
  unassigned: ["type", "on"],
  completed: ["type", "on", "revision", "score", "expires"],
  revised: ["type", "on", "revision", "change", "within"],
  leave: ["type", "from", "until"],
  exempted: ["type", "from", "until", "reason"],
  extended: ["type", "on", "due"],
  policy: ["type", "on", "policy"],
} as const satisfies Record<Fact["type"], readonly string[]>;

const FACT_TYPES = Object.keys(FACT_FIELDS) as Fact["type"][];

/**
 * Reads a list of facts, in any order, giving either all of them or every fault.
 *
 * @param path what the list is called in faults: the fourth fact of `facts` is `facts[3]`
 */
export function parseFacts(value: unknown, path = "facts"): Parsed<Fact[]> {
  if (!Array.isArray(value)) {
    const faults: Faults = [];
    refuse(value, path, faults, "no-list");
    return { ok: false, faults };
  }
  const faults: Faults = [];
  const facts: Fact[] = [];
  value.forEach((entry: unknown, index) => {
    const fact = readFact(entry, `${path}[${index}]`, faults);
    if (fact !== undefined) facts.push(fact);
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: facts };
}

type Fields = Readonly<Record<string, unknown>>;

/** A fact, or `undefined` when a fault was added. */
function readFact(value: unknown, path: string, faults: Faults): Fact | undefined {
  const object = readObject(value, path, faults);
  if (object === undefined) return undefined;
  const type = readWord(object.type, field(path, "type"), faults, FACT_TYPES);
  if (type === undefined) return undefined;
  const before = faults.length;
  refuseOthers(object, path, faults, FACT_FIELDS[type]);
  const fact = FACT_READERS[type](object, path, faults);
  return faults.length > before ? undefined : fact;
}

type FactReader = (object: Fields, path: string, faults: Faults) => Fact | undefined;

const FACT_READERS: Record<Fact["type"], FactReader> = {
  assigned: (object, path, faults) => {
    const on = readDate(object.on, field(path, "on"), faults);
    return on && { type: "assigned", on };
  },
  unassigned: (object, path, faults) => {
    const on = readDate(object.on, field(path, "on"), faults);
    return on && { type: "unassigned", on };
  },
  completed: readCompleted,
  revised: readRevised,
  leave: (object, path, faults) => {
    const days = readAbsence(object, path, faults);
    return days && { type: "leave", ...days };
  },
  exempted: (object, path, faults) => {
    const days = readAbsence(object, path, faults);
    const reason = optional(object, "reason", path, faults, readText);
    return days && { type: "exempted", ...days, ...(reason === undefined ? {} : { reason }) };
  },
  extended: (object, path, faults) => {
    const on = readDate(object.on, field(path, "on"), faults);
    const due = readDate(object.due, field(path, "due"), faults);
    return on && due && { type: "extended", on, due };
  },
  policy: (object, path, faults) => {
    const on = readDate(object.on, field(path, "on"), faults);
    const policy = parsePolicy(object.policy, field(path, "policy"));
    if (!policy.ok) faults.push(...policy.faults);
    return on && policy.ok ? { type: "policy", on, policy: policy.value } : undefined;
  },
};

function readCompleted(object: Fields, path: string, faults: Faults): Completed | undefined {
  const on = readDate(object.on, field(path, "on"), faults);
  const revision = readWhole(object.revision, field(path, "revision"), faults);
  const score = optional(object, "score", path, faults, readShare);
  const expires = optional(object, "expires", path, faults, readDate);
  if (on === undefined || revision === undefined) return undefined;
  return {
    type: "completed",
    on,
    revision,
    ...(score === undefined ? {} : { score }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function readRevised(object: Fields, path: string, faults: Faults): Revised | undefined {
  const on = readDate(object.on, field(path, "on"), faults);
  const revision = readWhole(object.revision, field(path, "revision"), faults);
  const change = readWord(object.change, field(path, "change"), faults, ["minor", "major", "critical"]);
  const within = optional(object, "within", path, faults, readPeriod);
  if (on === undefined || revision === undefined || change === undefined) return undefined;
  return { type: "revised", on, revision, change, ...(within === undefined ? {} : { within }) };
}

function readAbsence(
  object: Fields,
  path: string,
  faults: Faults,
): { from: CivilDate; until: CivilDate | null } | undefined {
  const from = readDate(object.from, field(path, "from"), faults);
  const until = object.until === null ? null : readDate(object.until, field(path, "until"), faults);
  if (from === undefined || until === undefined) return undefined;
  if (until !== null && until < from) {
    faults.push(faultAt(field(path, "until"), { code: "ends-before", from, until }));
    return undefined;
  }
  return { from, until };
}

function readText(value: unknown, path: string, faults: Faults): string | undefined {
  if (typeof value === "string") return value;
  faults.push(faultAt(path, { code: "no-text", value: shown(value) }));
  return undefined;
}
