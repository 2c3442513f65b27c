import type { Matrix } from "./overview-view";
import { shareOf } from "./share";

/** Where it is furthest behind: one module, and the department in which it stands worst. */
export interface Weakest {
  readonly moduleId: string;
  /** Null: those overdue belong to none of the departments shown, but to the one above them. */
  readonly departmentId: string | null;
  /** Overdue there. */
  readonly overdue: number;
}

interface Candidate {
  readonly share: number;
  readonly overdue: number;
}

/** The lowest share first; of equals, the one with more overdue. */
function byShare(a: Candidate, b: Candidate): number {
  return a.share - b.share || b.overdue - a.overdue;
}

/**
 * Where training is furthest behind: of the modules in which anybody is overdue, the one with the lowest share, and in
 * it, of the departments in which anybody is, the one with the lowest. Null when nobody is overdue.
 */
export function weakestIn(matrix: Matrix): Weakest | null {
  const candidates = matrix.modules.flatMap((module, column) => {
    const cell = matrix.total.cells[column] ?? null;
    return cell === null || cell.overdue === 0
      ? []
      : [{ module, column, share: shareOf(cell) ?? 1, overdue: cell.overdue }];
  });
  const worst = candidates.sort(byShare)[0];
  if (worst === undefined) return null;
  const within = matrix.rows.flatMap((row) => {
    const cell = row.cells[worst.column] ?? null;
    return cell === null || cell.overdue === 0
      ? []
      : [{ department: row.department, share: shareOf(cell) ?? 1, overdue: cell.overdue }];
  });
  const place = within.sort(byShare)[0];
  if (place === undefined) return { moduleId: worst.module.id, departmentId: null, overdue: worst.overdue };
  return { moduleId: worst.module.id, departmentId: place.department.id, overdue: place.overdue };
}
