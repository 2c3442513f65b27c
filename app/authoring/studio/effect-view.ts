import type { CivilDate } from "#app/domain/calendar";

/** What a publication or other settings would do, in figures. Nobody is named. */
export interface EffectView {
  readonly on: CivilDate;
  readonly asked: number;
  /** The last day that anybody is given. */
  readonly by: CivilDate | null;
  readonly minutes: number;
  readonly earlier: number;
  readonly later: number;
  readonly late: number;
  readonly onLeave: number;
  readonly departments: readonly {
    readonly id: string;
    readonly name: string;
    readonly asked: number;
    readonly earlier: number;
    readonly later: number;
    readonly late: number;
  }[];
}
