import type { JobAt } from "#app/work/job";

/** What a thread is told; it answers each order before the next. */
export type Order =
  | { readonly what: "prepare" | "step"; readonly job: JobAt }
  | { readonly what: "carry-over" | "end" };

export type Answer = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly error: unknown };
