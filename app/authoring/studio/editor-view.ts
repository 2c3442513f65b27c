/** What the studio's page of a module is made of. Plain data. */
import type { Change } from "#app/domain/facts";
import type { Problem } from "#app/lessons/problem";
import type { FileKind } from "../drafts/draft-path";
import type { Hindrance } from "../drafts/publication.server";
import type { ReviewState } from "../drafts/review-draft.server";

export interface TreeModule {
  readonly id: string;
  readonly title: string;
  /** Of the newest revision; null: never published. */
  readonly number: number | null;
  /** Whether something of it is being changed. */
  readonly isChanged: boolean;
  readonly isArchived: boolean;
}

export interface TreeCourse {
  readonly id: string;
  readonly title: string;
  readonly isArchived: boolean;
  readonly modules: readonly TreeModule[];
}

export interface FileEntry {
  readonly path: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly isChanged: boolean;
}

export interface DepartmentChoice {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}

export interface EditingView {
  readonly name: string;
  /** UTC ISO. */
  readonly since: string;
  readonly isMe: boolean;
}

/** What the page keeps of the file that is open. */
export interface OpenFile extends FileEntry {
  readonly text: string;
  readonly version: number;
  /** The open draft; null: none is. */
  readonly draftId: string | null;
  /** Number of the revision that the draft began from; null: there is none. */
  readonly revision: number | null;
  /** As it is published; null: it is not. */
  readonly published: string | null;
}

export interface ReviewView {
  readonly id: string;
  readonly name: string;
  readonly state: ReviewState;
  /** UTC ISO: when they were asked, or said so. */
  readonly at: string;
  readonly said: string | null;
}

export interface PublishView {
  /** Civil date. */
  readonly today: string;
  /** The number that it would get. */
  readonly number: number;
  readonly change: Change | null;
  /** ISO 8601 period. */
  readonly within: string;
  readonly note: Readonly<Record<string, string>>;
  readonly scheduledOn: string | null;
  /** Whether the day is confirmed, so that it is published by itself. */
  readonly isScheduled: boolean;
  readonly hindrances: readonly Hindrance[];
  readonly approvals: { readonly has: number; readonly needs: number };
  readonly reviews: readonly ReviewView[];
  /** Why the last attempt came to nothing. */
  readonly failure: readonly Hindrance[] | null;
}

/** A publication under way or just over, for whoever follows it. */
export interface FollowingView {
  readonly step: "compiling" | "refreshing" | "done" | "failed";
  readonly number: number;
  readonly done: number;
  readonly total: number | null;
}

/** What every page of a module says of it. */
export interface ModuleHead {
  readonly id: string;
  readonly title: string;
  readonly courseId: string;
  readonly isArchived: boolean;
}

export interface EditorView {
  readonly me: string;
  readonly module: ModuleHead;
  readonly courses: readonly TreeCourse[];
  readonly files: readonly FileEntry[];
  readonly languages: readonly string[];
  readonly file: OpenFile | null;
  /** Ids of questions in the other languages of the open file. */
  readonly questionIds: readonly string[];
  /** Number of the revision that learners see; null: none. */
  readonly live: number | null;
  readonly draft: {
    readonly base: number;
    readonly savedAt: string | null;
    readonly savedBy: string | null;
    readonly savedByMe: boolean;
    readonly changed: number;
  } | null;
  readonly editing: EditingView | null;
  /** Of every file, those of the open one too. */
  readonly problems: readonly Problem[];
  readonly departments: readonly DepartmentChoice[];
  /** Pictures and other files, as lessons name them. */
  readonly media: readonly string[];
  readonly publish: PublishView | null;
  readonly following: FollowingView | null;
}
