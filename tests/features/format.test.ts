import { describe, expect, it } from "vitest";
import { formatsFor } from "#app/words/format";

const [sv, en] = [formatsFor("sv"), formatsFor("en")];

describe("dates, times and numbers as each language writes them", () => {
  it("writes a civil date, whatever the zone", () => {
    expect([sv.date("2026-11-24"), en.date("2026-11-24")]).toEqual(["24 nov 2026", "24 Nov 2026"]);
    expect([sv.date("2026-03-01"), en.date("2026-09-30")]).toEqual(["1 mar 2026", "30 Sep 2026"]);
    expect(sv.shortDate("2026-07-09", "2026-11-23")).toBe("9 jul");
    expect(sv.shortDate("2027-07-09", "2026-11-23")).toBe("9 jul 2027");
    expect([sv.longDate("2026-11-24"), en.longDate("2026-11-24")]).toEqual([
      "tisdag 24 november",
      "Tuesday 24 November",
    ]);
  });

  it("writes the time of an instant in a zone, also around midnight", () => {
    expect(sv.time("2026-11-23T18:10:00Z", "Europe/Stockholm")).toBe("19.10");
    expect(en.time("2026-11-23T18:10:00Z", "Europe/Stockholm")).toBe("19:10");
    expect(sv.time("2026-11-22T23:05:00Z", "Europe/Stockholm")).toBe("00.05");
    expect(sv.time("2026-07-23T18:10:00Z", "Europe/Helsinki")).toBe("21.10");
  });

  it("writes numbers and shares, never rounding up to all", () => {
    expect(sv.number(1195)).toBe("1\u00a0195");
    expect(en.number(1195)).toBe("1,195");
    expect([sv.percent(0.999), en.percent(0.999), sv.percent(1)]).toEqual(["99\u00a0%", "99%", "100\u00a0%"]);
    expect(sv.percent(0.29)).toBe("29\u00a0%");
  });
});
