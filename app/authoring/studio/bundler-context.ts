import type { Bundler } from "#app/lessons/bundler";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** The process's one bundler: lessons are compiled in its worker, with limits of time and memory. */
    readonly bundler: Bundler;
  }
}
