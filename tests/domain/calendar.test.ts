/** Own arithmetic on civil dates, held against Temporal. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addPeriod,
  type CivilDate,
  civilDate,
  civilDateOf,
  compareDates,
  dayNumber,
  daysBetween,
  FIRST_DAY,
  isCivilDate,
  isPeriod,
  LAST_DAY,
  minimumDays,
  parsePeriod,
  periodParts,
  plusPeriod,
  subtractPeriod,
} from "#app/domain/calendar";
import { patience, runs } from "./runs";

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const nearDay = fc.integer({ min: dayNumber(civilDate("1896-01-01")), max: dayNumber(civilDate("2108-12-31")) });
const periodTexts = fc
  .record({ years: fc.nat(9), months: fc.nat(30), weeks: fc.nat(60), days: fc.nat(400) })
  .map(({ years, months, weeks, days }) => `P${years}Y${months}M${weeks}W${days}D`);

const plain = (date: CivilDate): Temporal.PlainDate => Temporal.PlainDate.from(date);

describe("a civil date", patience, () => {
  it.each(["2026-02-28", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("can be %s", (text) => {
    expect(isCivilDate(text)).toBe(true);
    expect(civilDateOf(dayNumber(civilDate(text)))).toBe(text);
  });

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-02-30",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-1",
    "0000-01-01",
    "10000-01-01",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "",
  ])("cannot be %j", (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => civilDate(text)).toThrow(`${text} is not a date`);
  });

  it("is the same day as Temporal's, from the first to the last", () => {
    fc.assert(
      fc.property(fc.oneof(anyDay, nearDay), (number) => {
        const date = civilDateOf(number);
        expect(date).toBe(Temporal.PlainDate.from("1970-01-01").add({ days: number }).toString());
        expect(dayNumber(date)).toBe(number);
      }),
      runs,
    );
  });

  it("stays a date beyond the ends of the calendar", () => {
    expect(civilDateOf(LAST_DAY + 1000)).toBe("9999-12-31");
    expect(civilDateOf(FIRST_DAY - 1)).toBe("0001-01-01");
    expect(addPeriod(civilDate("9990-05-05"), parsePeriod("P20Y"))).toBe("9999-12-31");
  });

  it("is compared and subtracted as Temporal does", () => {
    fc.assert(
      fc.property(nearDay, nearDay, (a, b) => {
        const [first, second] = [civilDateOf(a), civilDateOf(b)];
        expect(Math.sign(compareDates(first, second))).toBe(Temporal.PlainDate.compare(plain(first), plain(second)));
        expect(daysBetween(first, second)).toBe(plain(first).until(plain(second), { largestUnit: "day" }).days);
        expect(addDays(first, b - a)).toBe(second);
      }),
      runs,
    );
  });
});

describe("a period", patience, () => {
  it.each(["P30D", "P2W", "P1M", "P1Y", "P0D", "P1Y2M3W4D", "P1M10D"])("can be %s", (text) => {
    expect(isPeriod(text)).toBe(true);
  });

  it.each(["P", "", "30D", "P-1D", "-P1D", "PT5H", "P1DT1H", "P1.5D", "P1D1M", "p1d", "P1D ", "P123456D", 5, null])(
    "cannot be %j",
    (text) => {
      expect(isPeriod(text)).toBe(false);
      if (typeof text === "string") expect(() => parsePeriod(text)).toThrow("is not a period");
    },
  );

  it("counts a month as 28 days and a year as 365 where periods are compared", () => {
    expect(["P1M", "P1Y", "P2W", "P12M", "P1Y1M1W1D"].map((text) => minimumDays(parsePeriod(text)))).toEqual([
      28, 365, 14, 336, 401,
    ]);
  });

  it("is added and subtracted as Temporal does, any number of times from the anchor", () => {
    fc.assert(
      fc.property(nearDay, periodTexts, fc.integer({ min: 0, max: 40 }), (number, text, n) => {
        const date = civilDateOf(number);
        const { years, months, weeks, days } = Temporal.Duration.from(text);
        const times = { years: years * n, months: months * n, weeks: weeks * n, days: days * n };
        expect(addPeriod(date, parsePeriod(text), n)).toBe(plain(date).add(times).toString());
        expect(subtractPeriod(date, parsePeriod(text))).toBe(plain(date).subtract(text).toString());
      }),
      runs,
    );
  });

  it("never puts a later day before an earlier one", () => {
    fc.assert(
      fc.property(nearDay, fc.nat(70), periodTexts, fc.constantFrom(1, -1), (number, later, text, sign) => {
        const parts = periodParts(parsePeriod(text));
        expect(plusPeriod(number + later, parts, sign)).toBeGreaterThanOrEqual(plusPeriod(number, parts, sign));
      }),
      runs,
    );
  });

  it.each([
    ["2026-01-31", "P1M", 1, "2026-02-28", "the 31st clamps to the end of February"],
    ["2024-01-31", "P1M", 1, "2024-02-29", "in a leap year to the 29th"],
    ["2026-01-31", "P1M", 2, "2026-03-31", "and comes back, because nothing is chained"],
    ["2026-01-31", "P1M", 3, "2026-04-30", "and clamps again in April"],
    ["2024-02-29", "P1Y", 1, "2025-02-28", "29 February is 28 February in a common year"],
    ["2024-02-29", "P1Y", 4, "2028-02-29", "and 29 February again four years on"],
    ["2026-12-31", "P2M", 1, "2027-02-28", "over the end of the year"],
    ["2026-03-29", "P30D", 1, "2026-04-28", "days are days, whatever clocks do that Sunday"],
    ["2026-01-15", "P1M10D", 1, "2026-02-25", "months first, then days"],
  ])("%s + %s x %i = %s: %s", (from, text, n, expected) => {
    expect(addPeriod(civilDate(from), parsePeriod(text), n)).toBe(expected);
  });

  it.each([
    ["2026-03-31", "P1M", "2026-02-28"],
    ["2024-03-30", "P1M", "2024-02-29"],
    ["2026-01-31", "P30D", "2026-01-01"],
    ["2028-02-29", "P1Y", "2027-02-28"],
  ])("%s - %s = %s", (from, text, expected) => {
    expect(subtractPeriod(civilDate(from), parsePeriod(text))).toBe(expected);
  });
});
