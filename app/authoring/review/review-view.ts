import type { ComparedFile } from "../history/read-comparison.server";
import type { ModuleHead, ReviewView as ReviewerView } from "../studio/editor-view";

export interface RemarkView {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly quote: string;
  readonly text: string;
  readonly by: string;
  /** UTC ISO. */
  readonly at: string;
  readonly isSettled: boolean;
}

/** A draft before those who review it. */
export interface ReviewPageView {
  readonly module: ModuleHead;
  readonly mayWrite: boolean;
  readonly isAsked: boolean;
  /** Null: nothing is being changed. */
  readonly draft: {
    readonly base: number;
    /** `draftDigest` of what is shown. */
    readonly digest: string;
    readonly isOwn: boolean;
    readonly files: readonly ComparedFile[];
  } | null;
  readonly reviewers: readonly ReviewerView[];
  readonly approvals: { readonly has: number; readonly needs: number };
  readonly candidates: {
    readonly board: readonly { readonly id: string; readonly name: string }[];
    readonly trainers: readonly { readonly id: string; readonly name: string }[];
  } | null;
  readonly remarks: readonly RemarkView[];
  /** One file as readers will see it. */
  readonly shown: { readonly path: string; readonly lang: string; readonly html: string | null } | null;
  readonly paths: readonly string[];
}
