/** The policy of a module: when it is owed, how often it comes back, and how much time people are given. */
import { daysInMonth, minimumDays, type Period, parsePeriod } from "./calendar";
import { faultAt, type Parsed } from "./faults";
import {
  type Faults,
  field,
  optional,
  readObject,
  readPeriod,
  readShare,
  readWord,
  refuse,
  refuseOthers,
  shown,
} from "./reading";

/** A recurring day of the year as `MM-DD`. `02-29` means the last day of February. */
export type MonthDay = string;

/** What has to be done once validity has ended: the whole module, or only its refresher. */
export type AfterLapse = "module" | "refresher";

/** A score below `below` (0 to 1) comes back after `every` instead of the ordinary interval. */
export interface WeakPolicy {
  readonly below: number;
  readonly every: Period;
}

interface RefreshCommon {
  /** A refresher opens this long before it is due. Default `P30D`. */
  readonly window?: Period;
  /** Still valid this long after it was due. Default `P14D`; `P0D` is allowed. */
  readonly grace?: Period;
  /** Default `module`. */
  readonly afterLapse?: AfterLapse;
}

/** Each completion sets the next date by itself. */
export interface CompletionRefresh extends RefreshCommon {
  readonly anchor?: "completion";
  readonly every: Period;
  readonly weak?: WeakPolicy;
  /** Shown due dates are brought forward by 0 to this long, so that a crowd is not called on one day. */
  readonly spread?: Period;
}

/** The first completion's day is kept, however early or late the refreshers are. */
export interface KeepRefresh extends RefreshCommon {
  readonly anchor: "keep";
  readonly every: Period;
  /** As for anchor `completion`. */
  readonly spread?: Period;
}

/** Fixed days of the year, the same for everybody. */
export interface CalendarRefresh extends RefreshCommon {
  readonly anchor: "calendar";
  readonly on: readonly MonthDay[];
  /** The next fixed day sooner than this after a completion is passed over. Default `P90D`. */
  readonly minimumValidity?: Period;
}

/** What a next date is reckoned from. */
export type Anchor = "completion" | "keep" | "calendar";

export type RefreshPolicy = CompletionRefresh | KeepRefresh | CalendarRefresh;

export interface Policy {
  /** First completion due, counted from the assignment. Default `P30D`. */
  readonly due?: Period;
  /** Nobody becomes overdue by something that happened to them less than this ago. Default `P14D`. */
  readonly runway?: Period;
  /** Absent: completed once, valid for ever. */
  readonly refresh?: RefreshPolicy;
}

/** What holds where a policy says nothing. */
export const POLICY_DEFAULTS = {
  due: parsePeriod("P30D"),
  runway: parsePeriod("P14D"),
  window: parsePeriod("P30D"),
  grace: parsePeriod("P14D"),
  minimumValidity: parsePeriod("P90D"),
  /** Not of a policy but of a revision: how long people have to take it in. */
  within: parsePeriod("P30D"),
  afterLapse: "module",
} as const satisfies Record<string, Period | AfterLapse>;

const COMMON_FIELDS = ["anchor", "window", "grace", "afterLapse"];
const REFRESH_FIELDS = {
  completion: [...COMMON_FIELDS, "every", "weak", "spread"],
  keep: [...COMMON_FIELDS, "every", "spread"],
  calendar: [...COMMON_FIELDS, "on", "minimumValidity"],
} as const;
const ANY_REFRESH_FIELD = [...new Set(Object.values(REFRESH_FIELDS).flat())];

/**
 * Reads a policy, refusing what the rules refuse: unknown fields, periods that are negative or have time units,
 * intervals that do not exceed window and spread together, and fields that belong to another anchor.
 *
 * @param path what the policy is called in faults, for instance `policy` or `facts[2].policy`
 */
export function parsePolicy(value: unknown, path = "policy"): Parsed<Policy> {
  const faults: Faults = [];
  const object = readObject(value, path, faults, ["due", "runway", "refresh"]);
  if (object === undefined) return { ok: false, faults };
  const due = optional(object, "due", path, faults, readPeriod);
  const runway = optional(object, "runway", path, faults, readPeriod);
  const refresh = optional(object, "refresh", path, faults, readRefresh);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { ...present("due", due), ...present("runway", runway), ...present("refresh", refresh) } };
}

function present<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}

function readRefresh(value: unknown, path: string, faults: Faults): RefreshPolicy | undefined {
  const object = readObject(value, path, faults);
  if (object === undefined) return undefined;
  const before = faults.length;
  const anchor = optional(object, "anchor", path, faults, (v, p, f) =>
    readWord<Anchor>(v, p, f, ["completion", "keep", "calendar"]),
  );
  if (faults.length > before) {
    refuseOthers(object, path, faults, ANY_REFRESH_FIELD);
    return undefined;
  }
  refuseMisplaced(object, path, faults, anchor ?? "completion");
  const common = {
    ...present("window", optional(object, "window", path, faults, readPeriod)),
    ...present("grace", optional(object, "grace", path, faults, readPeriod)),
    ...present("afterLapse", optional(object, "afterLapse", path, faults, readAfterLapse)),
  };
  const refresh = readByAnchor(object, path, faults, anchor, common);
  if (refresh === undefined || faults.length > before) return undefined;
  refuseShortIntervals(refresh, path, faults);
  return refresh;
}

function readByAnchor(
  object: Readonly<Record<string, unknown>>,
  path: string,
  faults: Faults,
  anchor: Anchor | undefined,
  common: RefreshCommon,
): RefreshPolicy | undefined {
  if (anchor === "calendar") {
    const on = readDaysOfYear(object.on, field(path, "on"), faults);
    const minimumValidity = optional(object, "minimumValidity", path, faults, readPeriod);
    return on && { ...common, anchor, on, ...present("minimumValidity", minimumValidity) };
  }
  const every = readPeriod(object.every, field(path, "every"), faults);
  const spread = present("spread", optional(object, "spread", path, faults, readPeriod));
  if (anchor === "keep") return every && { ...common, anchor, every, ...spread };
  const weak = present("weak", optional(object, "weak", path, faults, readWeak));
  return every && { ...common, ...present("anchor", anchor), every, ...weak, ...spread };
}

function refuseMisplaced(object: object, path: string, faults: Faults, anchor: Anchor): void {
  const known: readonly string[] = REFRESH_FIELDS[anchor];
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue;
    if (ANY_REFRESH_FIELD.some((name) => name === key)) {
      faults.push(faultAt(field(path, key), { code: "other-anchor", anchor }));
    } else {
      refuseOthers({ [key]: null }, path, faults, known);
    }
  }
}

function readAfterLapse(value: unknown, path: string, faults: Faults): AfterLapse | undefined {
  return readWord(value, path, faults, ["module", "refresher"]);
}

function readWeak(value: unknown, path: string, faults: Faults): WeakPolicy | undefined {
  const object = readObject(value, path, faults, ["below", "every"]);
  if (object === undefined) return undefined;
  const below = readShare(object.below, field(path, "below"), faults);
  const every = readPeriod(object.every, field(path, "every"), faults);
  return below === undefined || every === undefined ? undefined : { below, every };
}

function readDaysOfYear(value: unknown, path: string, faults: Faults): readonly MonthDay[] | undefined {
  if (!Array.isArray(value)) return refuse(value, path, faults, "no-days");
  if (value.length === 0) {
    faults.push(faultAt(path, { code: "empty-list" }));
    return undefined;
  }
  const days: MonthDay[] = [];
  value.forEach((day: unknown, index) => {
    if (isMonthDay(day)) days.push(day);
    else faults.push(faultAt(`${path}[${index}]`, { code: "no-day", value: shown(day) }));
  });
  return days;
}

/** Whether a text is a day of the year as `MM-DD`; `02-29` is one. */
export function isMonthDay(text: unknown): text is MonthDay {
  if (typeof text !== "string" || !/^\d{2}-\d{2}$/.test(text)) return false;
  const month = Number(text.slice(0, 2));
  const day = Number(text.slice(3));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2024, month);
}

/** An interval has to leave room for the window and the spread, or a refresher would be open as soon as it is done. */
function refuseShortIntervals(refresh: RefreshPolicy, path: string, faults: Faults): void {
  const window = refresh.window ?? POLICY_DEFAULTS.window;
  const spread = refresh.anchor === "calendar" ? undefined : refresh.spread;
  const least = minimumDays(window) + (spread === undefined ? 0 : minimumDays(spread));
  const exceeds = (period: Period, key: string): void => {
    if (minimumDays(period) > least) return;
    faults.push(faultAt(`${path}.${key}`, { code: "too-short", period, window, ...present("spread", spread) }));
  };
  if (refresh.anchor === "calendar") {
    exceeds(refresh.minimumValidity ?? POLICY_DEFAULTS.minimumValidity, "minimumValidity");
    return;
  }
  exceeds(refresh.every, "every");
  if (refresh.anchor === "keep" || refresh.weak === undefined) return;
  exceeds(refresh.weak.every, "weak.every");
  if (minimumDays(refresh.every) < minimumDays(refresh.weak.every)) {
    faults.push(
      faultAt(`${path}.every`, { code: "shorter-than-weak", every: refresh.every, weak: refresh.weak.every }),
    );
  }
}
