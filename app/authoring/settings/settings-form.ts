/** The form over what `module.yaml` says: from a module's fields to what is typed, and back. */
import type { Policy, RefreshPolicy } from "#app/domain/policy";
import { typedLine, typedText } from "#app/domain/typed";
import type { Fields } from "../drafts/draft-state.server";

export const periodUnits = ["D", "W", "M", "Y"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** A number and a unit; no number: the usual, or never. */
export interface TypedPeriod {
  readonly number: string;
  readonly unit: PeriodUnit;
}

const single = /^P(\d+)([DWMY])$/;

/** A period as it is typed; null where it has several units, which the form does not show. */
export function typedPeriod(period: string | undefined): TypedPeriod | null {
  if (period === undefined) return { number: "", unit: "D" };
  const [, number, unit] = single.exec(period) ?? [];
  return number === undefined ? null : { number, unit: unit as PeriodUnit };
}

/** What of a policy the form does not show: it is carried along as it is. */
export function hasMore(policy: Policy): boolean {
  const { refresh } = policy;
  if (policy.runway !== undefined) return true;
  if (!refresh) return false;
  const known = new Set(["anchor", "every", "window", "grace"]);
  const isPlain = refresh.anchor === undefined || refresh.anchor === "completion";
  return !isPlain || Object.keys(refresh).some((key) => !known.has(key));
}

function periodFrom(form: FormData, name: string): string | undefined {
  const number = String(form.get(`${name}.number`) ?? "").trim();
  const unit = periodUnits.find((one) => one === form.get(`${name}.unit`)) ?? "D";
  return number === "" ? undefined : `P${number.replace(/^0+(?=\d)/, "")}${unit}`;
}

function textsFrom(
  form: FormData,
  name: string,
  languages: readonly string[],
  read = typedText,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const language of languages) {
    const value = form.get(`${name}.${language}`);
    const text = typeof value === "string" ? read(value) : "";
    if (text !== "") texts[language] = text;
  }
  return texts;
}

/** A field of a policy that is left out where nothing is typed. */
function given<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, string>>);
}

function policyFrom(form: FormData, before: Policy): unknown {
  const { due: _due, refresh: old, ...rest } = before;
  const due = given("due", periodFrom(form, "due"));
  if (old?.anchor === "calendar") {
    // Its days are not typed here.
    const { window: _window, grace: _grace, ...days } = old;
    const times = { ...given("window", periodFrom(form, "window")), ...given("grace", periodFrom(form, "grace")) };
    return { ...rest, ...due, refresh: { ...days, ...times } };
  }
  const every = periodFrom(form, "every");
  if (every === undefined) return { ...rest, ...due };
  const {
    window: _window,
    grace: _grace,
    every: _every,
    ...more
  } = (old ?? {}) as Partial<RefreshPolicy> & {
    every?: string;
  };
  const times = { ...given("window", periodFrom(form, "window")), ...given("grace", periodFrom(form, "grace")) };
  return { ...rest, ...due, refresh: { ...more, every, ...times } };
}

/** Most points of a reason. */
export const pointsAtMost = 3;

function whyFrom(form: FormData, languages: readonly string[]): unknown[] {
  const found: unknown[] = [];
  for (let at = 0; form.has(`why.${at}.department`); at += 1) {
    const department = String(form.get(`why.${at}.department`) ?? "");
    if (department === "") continue;
    const points = Array.from({ length: pointsAtMost }, (_, place) => ({
      figure: textsFrom(form, `why.${at}.${place}.figure`, languages, typedLine),
      text: textsFrom(form, `why.${at}.${place}.text`, languages),
    })).filter(({ figure, text }) => Object.keys(figure).length + Object.keys(text).length > 0);
    const source = textsFrom(form, `why.${at}.source`, languages);
    found.push({ department, points, ...(Object.keys(source).length > 0 ? { source } : {}) });
  }
  return found;
}

/** What was typed, in the form of `module.yaml`; it has still to be held to its rules. */
export function settingsFrom(form: FormData, before: Fields, languages: readonly string[]): Record<string, unknown> {
  const number = (name: string) => {
    const text = String(form.get(name) ?? "")
      .trim()
      .replace(",", ".");
    return text === "" ? Number.NaN : Number(text);
  };
  return {
    title: textsFrom(form, "title", languages, typedLine),
    short: textsFrom(form, "short", languages, typedLine),
    summary: textsFrom(form, "summary", languages),
    minutes: number("minutes"),
    refresherMinutes: number("refresherMinutes"),
    passMark: number("passMark") / 100,
    reviewBy: String(form.get("reviewBy") ?? ""),
    policy: policyFrom(form, before.policy),
    why: whyFrom(form, languages),
  };
}
