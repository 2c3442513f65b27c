import type { StatusName } from "#app/ui/status";

/**
 * What "my training" shows. Plain data, fit for JSON; every date is a civil date (`YYYY-MM-DD`), every text is ready in
 * the reader's language.
 */
export interface HomeView {
  /** Today where the person is. */
  readonly today: string;
  /** The hour there, 0 to 23, for the greeting. */
  readonly hour: number;
  /** `department` is empty for whoever belongs to none. */
  readonly person: { readonly firstName: string; readonly department: string };
  /** Every module that the person is assigned or has completed, in any order. */
  readonly items: readonly HomeItem[];
  /** What of their evidence from elsewhere they should know of today. */
  readonly evidence: readonly HomeEvidence[];
}

/** Evidence that waits for an answer, was declined lately, or ends soon. */
export interface HomeEvidence {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly what: "waiting" | "declined" | "ending";
  /** Its last day; null where it has none. */
  readonly expiresOn: string | null;
}

/** One module as it stands for the person. Its dates are those of the standing. */
export interface HomeItem {
  readonly moduleId: string;
  readonly title: string;
  /** Where the task is done; without a task, where the module is read. */
  readonly href: string;
  readonly status: StatusName;
  readonly task: "none" | "module" | "refresher";
  /** False for what was taken without being asked for: shown, but in no count. */
  readonly required: boolean;
  /** Whether the person counts as trained today. */
  readonly valid: boolean;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly validUntil: string | null;
  /** The completion that began the present cycle. */
  readonly completedOn: string | null;
  /** Minutes that the task takes; without a task, that the module takes. */
  readonly minutes: number;
  readonly questions: number | null;
  /** Some of the task is done already. */
  readonly begun: boolean;
  /** Why it is due, or when it comes back: one or two whole sentences. */
  readonly reason: string;
  /** The session in a room that they have a place in, or can go to instead: a sentence, and where it is. */
  readonly session: { readonly text: string; readonly href: string } | null;
  /** The change that makes it due, where a revision is the reason. */
  readonly change: { readonly note: string; readonly href: string | null } | null;
}
