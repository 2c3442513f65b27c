import { type ProblemSaid, saidText } from "#app/words/areas/problems";
import type { Language } from "#app/words/language";

/** What can be wrong with content. A code is stable: other tools may filter on it. */
export type ProblemCode =
  | "alt-missing"
  | "anchor-unknown"
  | "attribute-expression"
  | "attribute-missing"
  | "attribute-unknown"
  | "attribute-value"
  | "choice-content"
  | "bundle-stopped"
  | "captions-missing"
  | "component-broken"
  | "component-later"
  | "component-unknown"
  | "content-misplaced"
  | "department-unknown"
  | "element"
  | "export"
  | "expression"
  | "file-misplaced"
  | "file-name"
  | "fragment"
  | "front-matter"
  | "front-matter-language"
  | "handler"
  | "heading-empty"
  | "heading-order"
  | "id"
  | "id-repeated"
  | "import"
  | "inline-style"
  | "link-empty"
  | "link-target"
  | "media"
  | "media-elsewhere"
  | "media-kind"
  | "media-missing"
  | "minutes"
  | "module-archived"
  | "picture-elsewhere"
  | "place"
  | "policy"
  | "question-choices"
  | "question-id-repeated"
  | "question-prompt"
  | "question-without-right-answer"
  | "questions-missing"
  | "reference-unknown"
  | "revision-missing"
  | "schema"
  | "settings-parted"
  | "since"
  | "spread"
  | "syntax"
  | "too-deep"
  | "too-large"
  | "too-long-block"
  | "too-long-line"
  | "translation-mismatch"
  | "translation-missing"
  | "unreadable"
  | "url"
  | "yaml";

/** A place in a file: both numbers count from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One fault in content, where it stands, and what to write instead. */
export interface Problem extends Place {
  /** The file, as the author knows it: from the folder that was asked about, with `/` between parts. */
  readonly path: string;
  /** An error keeps the content out of the product; a warning does not. */
  readonly severity: "error" | "warning";
  readonly code: ProblemCode;
  /** One sentence or two in English, ending in what to write instead. */
  readonly message: string;
  /** The same by its key, to be said in another language (`problemText`). */
  readonly said: ProblemSaid;
  /** What to put in place of the faulty word, where that can be told. */
  readonly fix?: string | undefined;
  /** The change to the file that repairs it, where one step does. */
  readonly edit?: Edit | undefined;
}

/** A change to a text: what stands from one place up to another gives way to something else. */
export interface Edit {
  readonly from: Place;
  /** The first place that stays. */
  readonly to: Place;
  readonly insert: string;
}

/** What goes with a finding. */
export interface Remedy {
  readonly fix?: string | undefined;
  readonly edit?: Edit | undefined;
}

/** Takes a finding at a place; the reporter knows the file. */
export type Report = (
  place: Place,
  code: ProblemCode,
  said: ProblemSaid,
  more?: Remedy & { readonly severity?: Problem["severity"] },
) => void;

/** A problem, said by its key. */
export function problemOf(problem: Omit<Problem, "message">): Problem {
  return { ...problem, message: saidText(problem.said, "en") };
}

/** What a problem says, in a language. */
export function problemText(problem: Pick<Problem, "said">, language: Language): string {
  return saidText(problem.said, language);
}

/** A reporter for one file, collecting into `problems`. */
export function reporterFor(path: string, problems: Problem[]): Report {
  return (place, code, said, more) => {
    problems.push(
      problemOf({
        path,
        line: place.line,
        column: place.column,
        severity: more?.severity ?? "error",
        code,
        said,
        ...(more?.fix === undefined ? {} : { fix: more.fix }),
        ...(more?.edit === undefined ? {} : { edit: more.edit }),
      }),
    );
  };
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** Files by name, then places in reading order. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

/**
 * The line that a person or an editor reads.
 *
 * @example
 * formatProblem(problem) // "courses/a/b/01-c.sv.mdx:12:3 Unknown department butikk. Did you mean butik?"
 */
export function formatProblem(problem: Problem): string {
  const mark = problem.severity === "warning" ? "warning: " : "";
  return `${problem.path}:${problem.line}:${problem.column} ${mark}${problem.message}`;
}
