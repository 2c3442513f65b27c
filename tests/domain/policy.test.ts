import { describe, expect, it } from "vitest";
import { isMonthDay, parsePolicy } from "#app/domain/policy";

/** The faults as they are printed. */
function faults(written: unknown): string[] {
  const parsed = parsePolicy(written);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path}: ${message}`);
}

const refresh = (fields: object): unknown => ({ refresh: fields });

describe("a policy", () => {
  it.each([
    {},
    { due: "P0D", runway: "P0D" },
    refresh({ every: "P1Y" }),
    refresh({ every: "P1Y", anchor: "completion", weak: { below: 0.8, every: "P6M" }, spread: "P21D" }),
    refresh({ every: "P6M", anchor: "keep", window: "P2W", grace: "P0D", afterLapse: "refresher", spread: "P1W" }),
    refresh({ anchor: "calendar", on: ["02-29", "12-31"], minimumValidity: "P3M", window: "P1M" }),
    refresh({ every: "P31D" }),
    refresh({ every: "P1M", window: "P27D" }),
    refresh({ every: "P6M", weak: { below: 1, every: "P6M" } }),
  ])("may be %j", (written) => {
    expect(parsePolicy(written)).toEqual({ ok: true, value: written });
  });

  it.each<[unknown, string]>([
    [undefined, "policy: is missing"],
    [null, "policy: null is not an object"],
    [[], "policy: a list is not an object"],
    [{ due: "30 days" }, 'policy.due: "30 days" is not a period of whole days, weeks, months or years'],
    [{ due: "-P1D" }, "policy.due: -P1D is negative"],
    [{ due: "P-1D" }, "policy.due: P-1D is negative"],
    [{ due: "PT12H" }, "policy.due: PT12H has time units"],
    [{ runway: "P1DT1H" }, "policy.runway: P1DT1H has time units"],
    [{ runway: 14 }, "policy.runway: 14 is not a period of whole days, weeks, months or years"],
    [{ dew: "P1D" }, "policy.dew: is not known here (known: due, runway, refresh)"],
    [{ "a b\n": 1 }, 'policy["\\"a b\\\\n\\""]: is not known here (known: due, runway, refresh)'],
    [refresh({}), "policy.refresh.every: is missing"],
    [refresh({ every: "P1Y", anchor: "start" }), "policy.refresh.anchor: start is not completion, keep or calendar"],
    [refresh({ every: "P30D" }), "policy.refresh.every: P30D does not exceed window (P30D)"],
    [refresh({ every: "P1M" }), "policy.refresh.every: P1M does not exceed window (P30D)"],
    [
      refresh({ every: "P50D", spread: "P20D" }),
      "policy.refresh.every: P50D does not exceed window and spread together (P30D + P20D)",
    ],
    [
      refresh({ every: "P1Y", weak: { below: 0.8, every: "P30D" } }),
      "policy.refresh.weak.every: P30D does not exceed window (P30D)",
    ],
    [
      refresh({ every: "P6M", weak: { below: 0.8, every: "P1Y" } }),
      "policy.refresh.every: P6M is shorter than weak.every (P1Y)",
    ],
    [
      refresh({ every: "P12M", weak: { below: 0.8, every: "P1Y" } }),
      "policy.refresh.every: P12M is shorter than weak.every (P1Y)",
    ],
    [
      refresh({ every: "P1Y", weak: { below: 80, every: "P6M" } }),
      "policy.refresh.weak.below: 80 is not a number from 0 to 1",
    ],
    [refresh({ every: "P1Y", weak: { below: 0.8 } }), "policy.refresh.weak.every: is missing"],
    [
      refresh({ every: "P1Y", anchor: "keep", weak: { below: 0.8, every: "P6M" } }),
      "policy.refresh.weak: does not go with anchor keep",
    ],
    [
      refresh({ anchor: "calendar", on: ["03-31"], weak: { below: 0.8, every: "P6M" } }),
      "policy.refresh.weak: does not go with anchor calendar",
    ],
    [
      refresh({ anchor: "calendar", on: ["03-31"], spread: "P3D" }),
      "policy.refresh.spread: does not go with anchor calendar",
    ],
    [
      refresh({ anchor: "calendar", on: ["03-31"], every: "P1Y" }),
      "policy.refresh.every: does not go with anchor calendar",
    ],
    [refresh({ every: "P1Y", on: ["03-31"] }), "policy.refresh.on: does not go with anchor completion"],
    [
      refresh({ every: "P1Y", minimumValidity: "P90D" }),
      "policy.refresh.minimumValidity: does not go with anchor completion",
    ],
    [refresh({ anchor: "calendar" }), "policy.refresh.on: is missing"],
    [refresh({ anchor: "calendar", on: [] }), "policy.refresh.on: an empty list is not a list of days as MM-DD"],
    [refresh({ anchor: "calendar", on: "03-31" }), "policy.refresh.on: 03-31 is not a list of days as MM-DD"],
    [
      refresh({ anchor: "calendar", on: ["03-31", "02-30"] }),
      "policy.refresh.on[1]: 02-30 is not a day of the year as MM-DD",
    ],
    [
      refresh({ anchor: "calendar", on: ["03-31"], minimumValidity: "P30D" }),
      "policy.refresh.minimumValidity: P30D does not exceed window (P30D)",
    ],
    [
      refresh({ anchor: "calendar", on: ["03-31"], window: "P90D" }),
      "policy.refresh.minimumValidity: P90D does not exceed window (P90D)",
    ],
    [refresh({ every: "P1Y", afterLapse: "none" }), "policy.refresh.afterLapse: none is not module or refresher"],
    [
      refresh({ every: "P1Y", graze: "P1D" }),
      "policy.refresh.graze: is not known here (known: anchor, window, grace, afterLapse, every, weak, spread)",
    ],
    [{ refresh: null }, "policy.refresh: null is not an object"],
  ])("may not be %j", (written, fault) => {
    expect(faults(written)).toEqual([fault]);
  });

  it("is told all its faults at once", () => {
    expect(faults({ due: "x", refresh: { every: "PT1H", window: "-P1D", foo: 1 } })).toEqual([
      "policy.due: x is not a period of whole days, weeks, months or years",
      "policy.refresh.foo: is not known here (known: anchor, window, grace, afterLapse, every, weak, spread)",
      "policy.refresh.window: -P1D is negative",
      "policy.refresh.every: PT1H has time units",
    ]);
  });

  it.each(["01-01", "02-29", "12-31"])("knows %s as a day of the year", (text) => expect(isMonthDay(text)).toBe(true));
  it.each(["00-01", "13-01", "04-31", "1-1", "02-30", "03-00", 331])("does not know %j as one", (text) =>
    expect(isMonthDay(text)).toBe(false),
  );
});
