import type { Media } from "./media";

/** Text by language: `{ sv: "Butik", en: "Stores" }`. */
export type Localised = Readonly<Record<string, string>>;

/** A department or a unit below one, as content may name it. */
export interface Department {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly name: Localised;
}

/** What surrounds a lesson, as far as checking and compiling it needs to know. */
export interface LessonContext {
  /** The file as the author knows it, used in problems. */
  readonly path: string;
  readonly language: string;
  /** What the file is for; a lesson where nothing is said. */
  readonly purpose?: "lesson" | "refresher" | "questions";
  /** Id of the module that the file belongs to. */
  readonly module: string;
  readonly departments: readonly Department[];
  /** Pictures, videos and other files of the module by the path that lessons use: `media/thread.png`. */
  readonly media: ReadonlyMap<string, Media>;
  /** Lesson names (`01-the-audience`) of every module of the course, by module id. Absent: links to lessons are not looked up. */
  readonly lessons?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the course's own components (`courses/<course>/components/<Name>.tsx`). */
  readonly components?: readonly string[];
  /** Minutes that the module is said to take. */
  readonly minutes?: number;
  /** Number of the module's newest revision. */
  readonly revision?: number;
}
