import type { Standing } from "#app/domain/standing";
import type { ToldReason } from "#app/words/explanation";

/**
 * A standing as a manager may have it. How well somebody did shapes their interval, so neither a weak result nor any
 * interval is in it: only days.
 */
export type ManagedStanding = Omit<Standing, "because"> & { readonly because: readonly ManagedReason[] };

type ManagedReason = Exclude<ToldReason, { readonly code: "weak-score" }>;

/** Takes out of a standing what a manager does not see. Every standing sent to a manager's screen goes through here. */
export function forManager(standing: Standing): ManagedStanding {
  return {
    ...standing,
    because: standing.because.map((reason): ManagedReason => {
      switch (reason.code) {
        case "weak-score":
        case "refresh-due":
          return { code: "refresh-due", on: reason.on, due: reason.due, every: null };
        case "keep-day":
          return { ...reason, every: null };
        default:
          return reason;
      }
    }),
  };
}
