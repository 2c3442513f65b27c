/** Times in milliseconds of one clock. */
export interface IdleTimes {
  /** Without a sign of life for so long, nobody is there. */
  readonly idle: number;
  /** So long before that they are asked. */
  readonly ask: number;
  /** Signs of life are reported at most this often. */
  readonly report: number;
}

export type Presence =
  | { readonly kind: "here" }
  /** Whole seconds until nobody is there. */
  | { readonly kind: "asked"; readonly seconds: number }
  | { readonly kind: "gone" };

/** Reckons from signs of life whether anybody is in front of a screen. */
export interface IdleClock {
  /** Somebody touched the screen. Once they are asked, only an answer counts. True: it is to be reported. */
  touched(now: number): boolean;
  /** Somebody said that they are still there. */
  answered(now: number): void;
  presence(now: number): Presence;
}

export function idleClock(times: IdleTimes, begun: number): IdleClock {
  let alive = begun;
  let reported = begun;
  const presence = (now: number): Presence => {
    const remaining = times.idle - (now - alive);
    if (remaining <= 0) return { kind: "gone" };
    return remaining <= times.ask ? { kind: "asked", seconds: Math.ceil(remaining / 1000) } : { kind: "here" };
  };
  return {
    touched(now) {
      if (presence(now).kind !== "here") return false;
      alive = now;
      if (now - reported < times.report) return false;
      reported = now;
      return true;
    },
    answered(now) {
      alive = now;
      reported = now;
    },
    presence,
  };
}
