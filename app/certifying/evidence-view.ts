/** What the screens of evidence show, as plain JSON. Dates are civil dates, instants are given as dates where their reader is. */
import type { KeptFile } from "./evidence-form";

/** Where evidence stands; `withdrawn` by its sender while it waited, or its approval afterwards. */
export type EvidenceState = "waiting" | "approved" | "declined" | "withdrawn";

/** One piece of evidence in a list. */
export interface EvidenceRow {
  readonly id: string;
  readonly href: string;
  readonly person: string;
  readonly module: string;
  readonly issuer: string;
  readonly completedOn: string;
  readonly expiresOn: string | null;
  readonly state: EvidenceState;
  readonly sentOn: string;
  /** Days until it ends, where it ends soon. */
  readonly endsIn: number | null;
}

export interface ModuleChoice {
  readonly id: string;
  readonly title: string;
}

/** One's own evidence. */
export interface OwnEvidenceView {
  readonly today: string;
  readonly rows: readonly (EvidenceRow & { readonly renewHref: string })[];
  /** What evidence can be sent for. */
  readonly modules: readonly ModuleChoice[];
}

/** The list of whoever decides. */
export interface EvidenceListView {
  readonly today: string;
  readonly waiting: readonly EvidenceRow[];
  readonly waitingCount: number;
  /** Place of the first row on this page, from 0. */
  readonly offset: number;
  readonly pageSize: number;
  readonly ending: readonly EvidenceRow[];
  readonly settled: readonly EvidenceRow[];
  /** Where evidence is entered for somebody; null for whoever may not. */
  readonly enterHref: string | null;
}

/** One piece of evidence. */
export interface EvidenceView {
  readonly today: string;
  readonly id: string;
  readonly person: string;
  readonly personHref: string | null;
  readonly module: string;
  readonly issuer: string;
  readonly number: string;
  readonly completedOn: string;
  readonly expiresOn: string | null;
  readonly state: EvidenceState;
  readonly sentOn: string;
  readonly sentBy: string;
  readonly file: { readonly name: string; readonly bytes: number; readonly href: string } | null;
  /** Oldest first. */
  readonly decisions: readonly {
    readonly what: "approved" | "declined" | "withdrawn";
    readonly on: string;
    readonly by: string;
    readonly why: string | null;
  }[];
  readonly isOwn: boolean;
  /** What the reader can do. */
  readonly can: { readonly decide: boolean; readonly withdraw: boolean; readonly takeBack: boolean };
  /** How the person stands today, and would with it; only for whoever decides. */
  readonly effect: {
    readonly before: string | null;
    readonly after: string | null;
    readonly isSame: boolean;
    readonly isVoluntary: boolean;
    /** The change of the module that would be asked about all the same (civil date); null: none. */
    readonly changedOn: string | null;
  } | null;
  readonly listHref: string;
}

/** The form of a certificate. */
export interface EvidenceFormView {
  /** The id under which it is sent. */
  readonly id: string;
  readonly today: string;
  readonly file: KeptFile | null;
}
