import { describe, expect, it } from "vitest";
import { civilDate } from "#app/domain/calendar";
import { departmentLines, placedMemberships } from "#app/domain/department-lines";

const day = civilDate;
const parents = new Map([
  ["company", null],
  ["shops", "company"],
  ["online", "company"],
  ["malmo", "online"],
  ["desk", "malmo"],
]);

describe("where departments stood", () => {
  it("is where they stand, for those that were never moved", () => {
    expect(departmentLines(parents, [])("desk")).toEqual([
      { from: "0001-01-01", to: null, value: ["desk", "malmo", "online", "company"] },
    ]);
  });

  it("changes on the day of the move, also for what lies under it", () => {
    const linesOf = departmentLines(parents, [
      { departmentId: "malmo", parentId: "shops", from: day("0001-01-01"), to: day("2026-04-30") },
      { departmentId: "malmo", parentId: "online", from: day("2026-05-01"), to: null },
    ]);
    expect(linesOf("desk")).toEqual([
      { from: "0001-01-01", to: "2026-04-30", value: ["desk", "malmo", "shops", "company"] },
      { from: "2026-05-01", to: null, value: ["desk", "malmo", "online", "company"] },
    ]);
    expect(linesOf("shops")).toEqual([{ from: "0001-01-01", to: null, value: ["shops", "company"] }]);
    const cut = (from: string, to: string | null) =>
      placedMemberships({ from: day(from), to: to === null ? null : day(to), value: "desk" }, linesOf).map(
        (part) => [part.from, part.to, part.value[2]] as const,
      );
    expect(cut("2026-01-01", null)).toEqual([
      ["2026-01-01", "2026-04-30", "shops"],
      ["2026-05-01", null, "online"],
    ]);
    expect(cut("2026-01-01", "2026-04-30")).toEqual([["2026-01-01", "2026-04-30", "shops"]]);
    expect(cut("2026-05-01", "2026-05-01")).toEqual([["2026-05-01", "2026-05-01", "online"]]);
  });
});
