import { say } from "#app/words/areas/problems";
import type { CourseFiles } from "./course-files";
import type { LessonSource, MediaFile, OrganisationSource, SourceFile } from "./course-source";
import { readMedia } from "./read-media";

const start = { line: 1, column: 1 };

/**
 * Reads the lessons of a folder, each in its languages, by number or name.
 *
 * @param numbered whether files are called `01-name.sv.mdx` and taken in that order, or only `name.sv.mdx`
 */
export async function readLessons(
  files: CourseFiles,
  folder: string,
  names: readonly string[],
  organisation: OrganisationSource,
  numbered: boolean,
): Promise<LessonSource[]> {
  const form = numbered
    ? /^(?<name>(?<number>\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*)\.(?<language>[a-z]{2,3})\.mdx$/
    : /^(?<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?<language>[a-z]{2,3})\.mdx$/;
  const byName = new Map<string, SourceFile[]>();
  const numbers = new Map<string, string>();
  for (const file of names) {
    const path = `${folder}/${file}`;
    const report = files.report(path);
    if (!file.endsWith(".mdx")) {
      if (folder.endsWith("/refreshers") || folder.endsWith("/questions")) {
        report(start, "file-misplaced", say("notMdx"), {
          severity: "warning",
        });
      }
      continue;
    }
    const parts = form.exec(file)?.groups;
    const { name, number, language } = parts ?? {};
    if (!name || !language) {
      report(start, "file-name", say("lessonFileName", { file, numbered, language: organisation.languages[0] }));
      continue;
    }
    if (!organisation.languages.includes(language)) {
      report(start, "file-name", say("fileLanguage", { language, languages: organisation.languages }));
      continue;
    }
    const same = number === undefined ? name : (numbers.get(number) ?? name);
    if (number !== undefined) numbers.set(number, same);
    if (same !== name) {
      report(start, "file-name", say("numberTaken", { number, name: same }));
      continue;
    }
    const source = await files.text(path);
    if (source === undefined) continue;
    const list = byName.get(name) ?? [];
    list.push({ path: files.shown(path), language, source });
    byName.set(name, list);
  }
  const rank = (file: SourceFile) => organisation.languages.indexOf(file.language);
  return [...byName].map(([name, list]) => ({ name, files: list.sort((a, b) => rank(a) - rank(b)) }));
}

/** Reads a module's pictures, videos, captions and documents. */
export async function readMediaFiles(files: CourseFiles, folder: string): Promise<MediaFile[]> {
  const listed = await files.list(folder);
  const media: MediaFile[] = [];
  for (const inner of listed.folders) {
    files.report(`${folder}/${inner}`)(start, "file-misplaced", say("mediaFolders"));
  }
  for (const name of listed.files) {
    const path = `${folder}/${name}`;
    const report = files.report(path);
    if (!/^[a-z0-9][a-z0-9._-]*$/.test(name)) {
      report(start, "file-name", say("mediaFileName"));
      continue;
    }
    const bytes = await files.bytes(path);
    if (!bytes) continue;
    const read = readMedia(bytes);
    if ("code" in read) report({ line: read.line ?? 1, column: 1 }, "media", read.said);
    else media.push({ name: `media/${name}`, path: files.shown(path), bytes, media: read });
  }
  return media;
}
