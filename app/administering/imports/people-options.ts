/** What is chosen for a file of people besides its columns. */
import type { CivilDate } from "#app/domain/calendar";

/** What a name of a place in the file stands for: a place that is there, one to be made, or nothing. */
export type PlaceChoice =
  | { readonly as: "existing"; readonly id: string }
  | { readonly as: "new"; readonly id: string }
  | { readonly as: "refused" };

export interface NewDepartment {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

export interface NewSite {
  readonly id: string;
  readonly name: string;
  readonly entityId: string;
  /** IANA. */
  readonly zone: string;
}

export interface NewEntity {
  readonly id: string;
  readonly name: string;
  readonly country: string;
}

/** What was decided about names of places that nobody knew. */
export interface PlaceChoices {
  /** By the folded name. */
  readonly departments: Readonly<Record<string, PlaceChoice>>;
  readonly sites: Readonly<Record<string, PlaceChoice>>;
  readonly entities: Readonly<Record<string, PlaceChoice>>;
  /** Each after the one it stands under. */
  readonly newDepartments: readonly NewDepartment[];
  readonly newSites: readonly NewSite[];
  readonly newEntities: readonly NewEntity[];
}

export const noChoices: PlaceChoices = {
  departments: {},
  sites: {},
  entities: {},
  newDepartments: [],
  newSites: [],
  newEntities: [],
};

export interface PeopleOptions {
  /** Whether whoever is missing from the file leaves. */
  readonly everybody: boolean;
  /** From which day the file holds. */
  readonly from: CivilDate;
  /** Numbers that differ from known ones only by zeros in front: the same people, others, or still to be decided. */
  readonly nearNumbers: "ask" | "same" | "different";
  readonly places: PlaceChoices;
}

/** What was found out of a company's change between being worked out and being applied. */
export interface UnknownPlace {
  readonly text: string;
  readonly rows: number;
}

/** What a file would do, in figures. */
export interface PeopleSummary {
  readonly rows: number;
  readonly counts: Readonly<Record<string, number>>;
  /** People employed on the day, before. */
  readonly employed: number;
  /** People who will be asked something that they were not, and how much that is. */
  readonly asked: {
    readonly people: number;
    readonly tasks: number;
    readonly minutes: number;
    readonly modules: readonly { readonly id: string; readonly people: number }[];
  };
  readonly unknown: {
    readonly departments: readonly UnknownPlace[];
    readonly sites: readonly UnknownPlace[];
    readonly entities: readonly UnknownPlace[];
  };
  /** Rows whose number differs from a known one only by zeros in front. */
  readonly near: number;
  /** Administrators whom the file does not name, and who stay all the same. */
  readonly kept?: number | undefined;
  /** People whose cell of the column of addresses is empty and who have one until now. */
  readonly addressesRemoved?: number | undefined;
  /** How the company was when it was worked out. */
  readonly fingerprint: string;
  /** Rows left out while it was applied, because what they speak of had changed. */
  readonly leftOut?: number | undefined;
  /** Who was left as they are when it was taken back, because somebody changed them since. */
  readonly leftAsTheyAre?: LeftAsTheyAre | undefined;
}

/** People who are not taken back with an import. */
export interface LeftAsTheyAre {
  readonly total: number;
  /** Ids of the first of them. */
  readonly people: readonly string[];
}

/** So many of them are named. */
const mostNamed = 200;

/** More of them. */
export function leavingAsTheyAre(before: LeftAsTheyAre | undefined, more: readonly string[]): LeftAsTheyAre {
  const { total, people } = before ?? { total: 0, people: [] };
  return { total: total + more.length, people: [...people, ...more].slice(0, mostNamed) };
}

/** Whether a file ends so many employments that it has to be confirmed by typing their number. */
export function endsMany(summary: Pick<PeopleSummary, "counts" | "employed">): boolean {
  const ended = summary.counts.leaves ?? 0;
  return ended > 0 && ended * 10 > summary.employed;
}

/** What a row can do that changes something, in the order in which it is said. */
export const changingActions = ["joins", "rehires", "moves", "changes", "leaves"] as const;

/** How many rows of a file change something. */
export function changesIn(summary: PeopleSummary): number {
  return changingActions.reduce((sum, action) => sum + (summary.counts[action] ?? 0), 0);
}
