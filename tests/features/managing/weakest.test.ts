import { describe, expect, it } from "vitest";
import type { Matrix, ShareCounts } from "#app/managing/overview-view";
import { shareOf, wholePercent } from "#app/managing/share";
import { weakestIn } from "#app/managing/weakest";

type Cell = readonly [required: number, valid: number, overdue: number] | null;

function counts(cell: Cell): ShareCounts | null {
  return cell && { required: cell[0], valid: cell[1], overdue: cell[2] };
}

function sum(cells: readonly (ShareCounts | null)[]): ShareCounts {
  const add = (key: keyof ShareCounts) => cells.reduce((total, cell) => total + (cell?.[key] ?? 0), 0);
  return { required: add("required"), valid: add("valid"), overdue: add("overdue") };
}

/** Departments a, b, c ... with a cell for each of the modules 1, 2, 3 ... */
function matrix(...rows: readonly (readonly Cell[])[]): Matrix {
  const filled = rows.map((cells, place) => ({
    department: { id: "abc".charAt(place), name: "", headcount: 10 },
    cells: cells.map(counts),
    total: sum(cells.map(counts)),
  }));
  const columns = rows[0]?.map((_, column) => filled.map((row) => row.cells[column] ?? null)) ?? [];
  const totals = columns.map((cells) => (cells.every((cell) => cell === null) ? null : sum(cells)));
  return {
    modules: columns.map((_, column) => ({ id: String(column + 1), short: "", title: "" })),
    rows: filled,
    total: { cells: totals, total: sum(totals) },
  };
}

describe("where training is furthest behind", () => {
  it("is nowhere when nobody is overdue, however much is still to be done", () => {
    expect(weakestIn(matrix([[10, 2, 0]], [[10, 10, 0]]))).toBeNull();
    expect(weakestIn(matrix())).toBeNull();
  });

  it("is the weakest module, in the department where it is weakest", () => {
    const found = weakestIn(
      matrix(
        [
          [10, 9, 1],
          [10, 8, 2],
        ],
        [
          [10, 10, 0],
          [90, 63, 19],
        ],
      ),
    );
    expect(found).toEqual({ moduleId: "2", departmentId: "b", overdue: 19 });
  });

  it("does not name a small department's cell in a module that otherwise holds", () => {
    const found = weakestIn(
      matrix(
        [[3, 1, 2], null],
        [
          [300, 297, 1],
          [100, 80, 12],
        ],
      ),
    );
    expect(found).toEqual({ moduleId: "2", departmentId: "b", overdue: 12 });
  });

  it("passes over a department where the rest is only on its way", () => {
    const found = weakestIn(matrix([[10, 1, 0]], [[10, 8, 2]]));
    expect(found).toEqual({ moduleId: "1", departmentId: "b", overdue: 2 });
  });

  it("takes the one with more overdue of two alike, also when all is still valid", () => {
    const found = weakestIn(matrix([[10, 10, 1]], [[10, 10, 3]]));
    expect(found).toEqual({ moduleId: "1", departmentId: "b", overdue: 3 });
  });
});

describe("a share", () => {
  it("is none where nothing is required", () => {
    expect(shareOf({ required: 0, valid: 0, overdue: 0 })).toBeNull();
  });

  it.each([
    [1, 100],
    [0.999, 99],
    [0.29, 29],
    [0.57, 57],
    [0, 0],
  ])("of %s is %s percent: 100 means all", (share, percent) => expect(wholePercent(share)).toBe(percent));
});
