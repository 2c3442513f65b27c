import type { ContentAudience } from "#app/domain/audience";
import type { Policy } from "#app/domain/policy";
import type { CourseFields, ModuleFields, Organisation } from "./course-schema";
import type { Department } from "./lesson-context";
import type { Media } from "./media";
import type { Place, Problem } from "./problem";

/** What a `courses/` folder holds, read into memory. */
export interface CoursesSource {
  /** Absent when `organisation.yaml` cannot be used; then nothing else can be read either. */
  readonly organisation?: OrganisationSource;
  /** By id. Courses and modules whose YAML cannot be used are only in `problems`. */
  readonly courses: readonly CourseSource[];
  readonly problems: readonly Problem[];
}

export interface OrganisationSource extends Omit<Organisation, "departments"> {
  /** The first is the fallback. */
  readonly languages: string[];
  readonly departments: readonly Department[];
}

export interface CourseSource extends CourseFields {
  readonly id: string;
  /** The folder, as the author knows it. */
  readonly path: string;
  /** As `order` has them; those it does not name come after, by id. */
  readonly modules: readonly ModuleSource[];
  /** Components of the course's own, kept in git by people with commit rights. */
  readonly components: readonly ComponentFile[];
}

export interface ComponentFile {
  /** File name in `components/`; with a capital and `.tsx` it is a component of that name, otherwise a part of one. */
  readonly name: string;
  readonly path: string;
  readonly source: string;
}

export interface ModuleSource extends Omit<ModuleFields, "policy" | "audience"> {
  readonly id: string;
  readonly courseId: string;
  readonly path: string;
  readonly audience: ContentAudience;
  readonly policy: Policy;
  /** Pages of the module, in order. */
  readonly lessons: readonly LessonSource[];
  /** Taken in turn, one a cycle. */
  readonly refreshers: readonly LessonSource[];
  /** Further questions for the bank. */
  readonly questions: readonly LessonSource[];
  readonly media: readonly MediaFile[];
  /**
   * SHA-256 in hex over lessons, refreshers, questions, media and the course's own components where a lesson uses
   * any; never over audience, policy or words about the module.
   */
  readonly contentHash: string;
  /** Where the fields stand that later checks may speak of. */
  readonly places: {
    readonly minutes: Place;
    /** The end of the number, where it is written as one. */
    readonly minutesEnd?: Place | undefined;
    readonly revisions: Place;
  };
}

/** One lesson, refresher or set of questions, in the languages it is written in. */
export interface LessonSource {
  /** File name without language and ending: `01-the-audience`. */
  readonly name: string;
  /** In the order of the organisation's languages; at least one. */
  readonly files: readonly SourceFile[];
}

export interface SourceFile {
  readonly path: string;
  readonly language: string;
  /** Line ends are `\n`, without a byte order mark. */
  readonly source: string;
}

export interface MediaFile {
  /** As lessons write it: `media/thread.png`. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly media: Media;
}
