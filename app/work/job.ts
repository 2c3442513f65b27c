/** What a job is: how far it has come, and what does its steps. */
import type { Writer } from "#db/connect";

/** How far a job has come: what `done` counts, of how many, and where to go on after a stop. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly cursor: string;
}

/** One step of a job, in a transaction of its own; a `cursor` of null ends the job. */
export interface JobHandler {
  readonly name: string;
  /** It writes very many rows, in step after step. */
  readonly writesInBulk?: boolean;
  /** Whether a job is so large that it is done in a thread of its own, where there may be one. */
  isLarge?(payload: unknown): Promise<boolean>;
  /** What takes long and writes nothing, before the step's transaction begins: the step is given what it gives. */
  prepare?(job: { readonly payload: unknown; readonly progress: Progress; readonly at: Date }): Promise<unknown>;
  step(
    tx: Writer,
    job: { readonly payload: unknown; readonly progress: Progress; readonly at: Date; readonly prepared?: unknown },
  ): Promise<{ readonly done: number; readonly total?: number | null; readonly cursor: string | null }>;
}

/** A job as its handler is given it. */
export interface JobAt {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly progress: Progress;
  readonly at: Date;
}

/** How far a step came. */
export interface Stepped {
  readonly progress: Progress;
  /** The job has ended. */
  readonly over: boolean;
}
