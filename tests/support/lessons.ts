import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { LessonContext } from "#app/lessons/lesson-context";
import type { Media } from "#app/lessons/media";

/** The lines that `lessonOf` puts before a body: a place in the body is so many lines further down in the file. */
export const linesBefore = 3;

/** A lesson with front matter around a body. */
export function lessonOf(body: string): string {
  return `---\ntitle: Trial\n---\n${body}`;
}

const fileOf = (type: Media["type"], more: Partial<Media> = {}): Media => ({
  hash: "f".repeat(64),
  type,
  bytes: 340_000,
  width: null,
  height: null,
  seconds: null,
  ...more,
});
const picture = fileOf("image/png", { width: 640, height: 480 });

/** What surrounds a lesson in tests: three departments, one picture, a video with captions, a document, two lessons here and one next door. */
export function lessonContext(more: Partial<LessonContext> = {}): LessonContext {
  return {
    path: "courses/c/answering/01-tone.sv.mdx",
    language: "sv",
    module: "answering",
    departments: [
      { id: "butik", name: { sv: "Butik", en: "Stores" } },
      { id: "butik-umea", parent: "butik", name: { sv: "Butik Umeå", en: "Umeå store" } },
      { id: "kundservice", name: { sv: "Kundservice", en: "Customer service" } },
      { id: "constructor", name: { sv: "Bygg", en: "Construction" } },
    ],
    media: new Map([
      ["media/thread.png", picture],
      ["media/answering.mp4", fileOf("video/mp4", { hash: "e".repeat(64), width: 1280, height: 720, seconds: 90 })],
      ["media/answering.vtt", fileOf("text/vtt", { hash: "d".repeat(64) })],
      ["media/checklist.pdf", fileOf("application/pdf", { hash: "c".repeat(64) })],
    ]),
    lessons: new Map([
      ["answering", new Set(["01-tone", "02-speed"])],
      ["selling", new Set(["01-help"])],
    ]),
    revision: 3,
    ...more,
  };
}

/** The smallest question there is. */
export const question = (id: string, more = "") =>
  `<Check id="${id}"${more}>\nWhat now, ${id}?\n\n<Choice right>Yes<Feedback>Because.</Feedback></Choice>\n<Choice>No</Choice>\n</Check>\n`;

/** Writes files into a folder of its own. */
export async function folderOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "repris-courses-"));
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A red pixel. */
export const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

export const organisationYaml = `languages: [sv, en]
departments:
  - { id: butik, name: { sv: Butik, en: Stores } }
  - { id: butik-umea, parent: butik, name: { sv: Butik Umeå, en: Umeå store } }
  - { id: kundservice, name: { sv: Kundservice, en: Customer service } }
`;

export const courseYaml = `title: { sv: Kurs, en: Course }
summary: { sv: Om kursen., en: About the course. }
owner: trainer@fjallnas.example
reviewers: [manager@fjallnas.example]
responsibilities: []
`;

export const moduleYaml = `title: { sv: Svara, en: Answering }
short: { sv: Svara, en: Answering }
summary: { sv: Hur vi svarar., en: How we answer. }
minutes: 6
refresherMinutes: 4
audience: { departments: [kundservice, butik] }
policy:
  due: P30D
  refresh: { every: P1Y }
passMark: 0.8
reviewBy: 2027-06-30
why:
  - department: kundservice
    points:
      - { figure: { sv: "140 läsare", en: "140 readers" }, text: { sv: ser svaret., en: see the answer. } }
revisions:
  - { number: 1, change: major, note: { sv: Första., en: First. } }
`;

/** A folder with one good module; single files can be replaced, added or (with null) left out. */
export function coursesFolder(changes: Readonly<Record<string, string | Uint8Array | null>> = {}) {
  const files: Record<string, string | Uint8Array | null> = {
    "organisation.yaml": organisationYaml,
    "course/course.yaml": courseYaml,
    "course/answering/module.yaml": moduleYaml,
    "course/answering/01-tone.sv.mdx": lessonOf(`Hej.\n\n${question("tone")}`),
    "course/answering/01-tone.en.mdx": lessonOf(`Hello.\n\n${question("tone")}`),
    "course/answering/questions/more.sv.mdx": lessonOf(question("more")),
    "course/answering/questions/more.en.mdx": lessonOf(question("more")),
    "course/answering/media/thread.png": onePixel,
    ...changes,
  };
  const kept = Object.entries(files).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null);
  return folderOf(Object.fromEntries(kept));
}
