/** The files of a module as the studio knows them: paths in the module's folder. */

export type FileKind = "lesson" | "refresher" | "question";

/** What a path says: `01-the-audience.sv.mdx`, `refreshers/01-news.sv.mdx`, `questions/tone.sv.mdx`. */
export interface DraftPath {
  readonly kind: FileKind;
  /** Without language and ending: `01-the-audience`. */
  readonly name: string;
  readonly language: string;
}

const folders = { lesson: "", refresher: "refreshers/", question: "questions/" } as const;
const form =
  /^(?:(?<folder>refreshers|questions)\/)?(?<name>(?:\d{2}-)?[a-z0-9]+(?:-[a-z0-9]+)*)\.(?<language>[a-z]{2,3})\.mdx$/;

/** Longest path, so that nothing grows without bound. */
const longest = 120;

/** What a path says; undefined where it is no path of a module's text. */
export function readDraftPath(path: string): DraftPath | undefined {
  if (path.length > longest) return undefined;
  const { folder, name = "", language = "" } = form.exec(path)?.groups ?? {};
  if (name === "") return undefined;
  const kind = folder === "refreshers" ? "refresher" : folder === "questions" ? "question" : "lesson";
  if (kind !== "question" && !/^\d{2}-/.test(name)) return undefined;
  return { kind, name, language };
}

export function draftPath({ kind, name, language }: DraftPath): string {
  return `${folders[kind]}${name}.${language}.mdx`;
}

/** The name with another number before it: `numbered(3, "01-the-audience")` is `03-the-audience`. */
export function numbered(number: number, name: string): string {
  return `${String(number).padStart(2, "0")}-${name.replace(/^\d{2}-/, "")}`;
}

const letters: Readonly<Record<string, string>> = { å: "a", ä: "a", ö: "o", æ: "ae", ø: "o", ß: "ss" };

/** An id made of words: lower-case letters a to z, digits and hyphens, at most 48 long; empty where nothing is left. */
export function idFrom(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[åäöæøß]/g, (letter) => letters[letter] ?? "")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
}
