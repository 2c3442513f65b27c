import type { Clock } from "#app/platform/clock";

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  #now: Date;

  constructor(instant: string) {
    this.#now = new Date(instant);
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(instant: string): void {
    this.#now = new Date(instant);
  }

  passSeconds(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
  }

  passDays(days: number): void {
    this.passSeconds(days * 86_400);
  }
}
