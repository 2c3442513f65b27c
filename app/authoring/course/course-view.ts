/** What the page of a course shows, and what can be wrong with what is typed there. */
import type { TreeModule } from "../studio/editor-view";

/** Somebody on a course's editorial board. */
export interface BoardMember {
  readonly email: string;
  /** Null: nobody has the address. */
  readonly name: string | null;
  readonly department: string | null;
  /** Whether they work here today; who does not is not asked. */
  readonly isHere: boolean;
}

export interface CourseView {
  readonly id: string;
  readonly title: string;
  /** Of the company, the fallback first. */
  readonly languages: readonly string[];
  /** `title.sv`, `summary.sv`, `owner`, as they are. */
  readonly values: Readonly<Record<string, string>>;
  /** Whom the owner's address belongs to; null where it is nobody's. */
  readonly ownerName: string | null;
  readonly board: readonly BoardMember[];
  /** In order; those that were never published come last and have no place yet. */
  readonly modules: readonly TreeModule[];
  readonly isArchived: boolean;
}

export type BoardFault = "form" | "nobody" | "there-already";

/** A form that was not taken, with what was typed. */
export type CourseNotTaken =
  | {
      readonly intent: "save";
      /** By field: `title.sv`, `owner`. */
      readonly faults: Readonly<Record<string, string>>;
      readonly typed: Readonly<Record<string, string>>;
    }
  | { readonly intent: "add"; readonly fault: BoardFault; readonly typed: string }
  /** Modules of the course that are being changed. */
  | { readonly intent: "archive"; readonly open: readonly { readonly id: string; readonly title: string }[] };
