import type { LessonNode } from "./tree";

/** What the bundling worker is given: plain data, already checked, without a right answer in it. */
export interface BundleJob {
  readonly tree: LessonNode;
  /** The course's own components that the tree uses, by name. */
  readonly uses: readonly string[];
  /** Sources of the course's `components/`, by file name. */
  readonly components: Readonly<Record<string, string>>;
  /** Words that Markdown itself puts into a page, in the lesson's language. */
  readonly labels: { readonly footnotes: string; readonly backToText: string };
}

/** One thing that esbuild could not do, and where. */
export interface BundleFault {
  /** File in `components/`; absent when it is not a component's fault. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** What a run of the worker comes to. */
export type BundleResult =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly faults: readonly BundleFault[] };
