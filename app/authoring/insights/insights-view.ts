/** What the screens of insights show. Plain data, fit for JSON. Shares are 0 to 1; nobody is named. */
import type { ItemFlag, ItemVerdict } from "#app/domain/item-analysis";
import type { Mistake } from "#app/domain/mistakes";
import type { RetentionPoint, RetentionVerdict } from "#app/domain/retention";

/** A mistake with the words of the choice that it is about. */
export interface MistakeShare {
  readonly type: Mistake["type"];
  /** The choice's words; empty where there is none. */
  readonly text: string;
  /** Of kind `put`: the step, from 1. */
  readonly step: number;
  /** Of all answers. */
  readonly share: number;
}

export interface QuestionRow {
  readonly id: string;
  readonly module: { readonly id: string; readonly title: string };
  readonly prompt: string;
  /** Title of the lesson it stands in. */
  readonly lesson: string;
  /** Given since the question reads as it does. */
  readonly answers: number;
  readonly difficulty: number | null;
  readonly discrimination: number | null;
  readonly verdict: ItemVerdict;
  readonly flags: readonly ItemFlag[];
  /** What was wrong most often; null: nothing, or too few answers. */
  readonly wrong: MistakeShare | null;
  /** Where it is written, for those who may. */
  readonly edit: string | null;
}

/** What is remembered of a module. */
export interface ModuleMemory {
  readonly module: { readonly id: string; readonly title: string };
  /** ISO 8601 period; null: it does not come back by an interval. */
  readonly every: string | null;
  /** It comes back on fixed days of the year. */
  readonly fixedDays: boolean;
  readonly answers: number;
  readonly points: readonly RetentionPoint[];
  readonly verdict: RetentionVerdict;
  /** Days between completions; null: it does not come back. */
  readonly everyDays: number | null;
}

/** A module that somebody should look over. */
export interface ContentRow {
  readonly module: { readonly id: string; readonly title: string };
  readonly revision: number;
  /** Civil date on which it was published. */
  readonly publishedOn: string;
  readonly daysAgo: number;
  readonly reviewBy: string | null;
  readonly state: "overdue" | "now" | "soon" | "flagged";
  readonly flagged: number;
  readonly questions: number;
  readonly forgotten: boolean;
  readonly edit: string | null;
}

export interface InsightsView {
  readonly today: string;
  readonly chosen: { readonly courseId: string | null; readonly moduleId: string | null };
  readonly courses: readonly {
    readonly id: string;
    readonly title: string;
    readonly modules: readonly { readonly id: string; readonly title: string }[];
  }[];
  readonly figures: {
    readonly answers: number;
    /** Questions with enough answers. */
    readonly judged: number;
    readonly doubtful: number;
    readonly weak: number;
    readonly tooEasy: number;
    readonly tooHard: number;
    /** The module that is forgotten longest before it comes back. */
    readonly forgotten: { readonly title: string; readonly day: number; readonly every: string } | null;
  };
  readonly questions: {
    readonly rows: readonly QuestionRow[];
    readonly page: number;
    readonly pageSize: number;
    readonly total: number;
  };
  readonly memory: readonly ModuleMemory[];
  /** Modules whose curve is not shown here. */
  readonly memoryLeftOut: number;
  readonly content: readonly ContentRow[];
}

/** A question in depth. */
export interface QuestionDepth extends QuestionRow {
  /** Every mistake, the most frequent first. */
  readonly mistakes: readonly MistakeShare[];
  /** Of the twelve until today those with enough answers, oldest first; `YYYY-MM`. */
  readonly months: readonly { readonly month: string; readonly answers: number; readonly share: number }[];
  /** Newest first. */
  readonly revisions: readonly {
    readonly number: number;
    readonly answers: number;
    readonly difficulty: number | null;
    readonly discrimination: number | null;
    /** The question read there as it does now. */
    readonly same: boolean;
  }[];
}

export interface ModuleInsightsView {
  readonly today: string;
  readonly module: { readonly id: string; readonly title: string };
  readonly course: string;
  readonly revision: number;
  readonly questions: readonly QuestionDepth[];
  readonly memory: ModuleMemory;
  readonly edit: string | null;
}
