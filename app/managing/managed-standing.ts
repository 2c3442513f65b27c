import type { Standing } from "#app/domain/standing";
import type { ToldReason } from "#app/words/explanation";

/**
 * A standing as a manager may have it: nothing in it tells how well somebody did. Where a weak result shortens the
 * interval, no interval is told, neither the short nor the long one; where the rules are the same for all, it is.
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
          return {
            code: "refresh-due",
            on: reason.on,
            due: reason.due,
            every: reason.code === "weak-score" || reason.byResult ? null : reason.every,
          };
        case "renewed":
          return { ...reason, every: null };
        default:
          return reason;
      }
    }),
  };
}
