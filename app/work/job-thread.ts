import type { JobAt, Stepped } from "./job";

/** A thread that does large jobs on a connection of its own, so that nobody who asks for a page waits for their steps. */
export interface JobThread {
  /** Does what takes long and writes nothing. */
  prepare(job: JobAt): Promise<void>;
  /** Takes the step that was prepared. Nobody else in this process may write before it is over. */
  step(job: JobAt): Promise<Stepped>;
  /** Carries the log into the database; others may read and write meanwhile. */
  carryOver(): Promise<void>;
  /** Ends it, also in the middle of something: what is not committed is not done. */
  end(): Promise<void>;
}

export type StartJobThread = () => Promise<JobThread>;
