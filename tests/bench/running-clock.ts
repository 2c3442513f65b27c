import type { Clock } from "#app/platform/clock";

/** A clock that goes on from whatever instant it was set to. */
export class RunningClock implements Clock {
  #instant = 0;
  #set = 0;

  constructor(instant: string) {
    this.set(instant);
  }

  now(): Date {
    return new Date(this.#instant + performance.now() - this.#set);
  }

  set(instant: string): void {
    this.#instant = Date.parse(instant);
    this.#set = performance.now();
  }
}
