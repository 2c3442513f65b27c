import { say } from "#app/words/areas/problems";
import type { CourseFiles } from "./course-files";
import type { ComponentFile } from "./course-source";
import { vocabulary } from "./vocabulary";

const start = { line: 1, column: 1 };

/** Reads a course's own components, which only people with commit rights can put there. */
export async function readComponents(files: CourseFiles, folder: string): Promise<ComponentFile[]> {
  const path = `${folder}/components`;
  const listed = await files.list(path);
  const components: ComponentFile[] = [];
  for (const inner of listed.folders) {
    files.report(`${path}/${inner}`)(start, "file-misplaced", say("componentFolders"));
  }
  for (const name of listed.files) {
    const report = files.report(`${path}/${name}`);
    if (!/^[A-Za-z][A-Za-z0-9-]*\.tsx?$/.test(name)) {
      report(start, "file-name", say("componentFileName"));
      continue;
    }
    const own = componentNameOf(name);
    if (own !== undefined && vocabulary.has(own)) {
      report(start, "file-name", say("componentTaken", { name: own }));
      continue;
    }
    const source = await files.text(`${path}/${name}`);
    if (source !== undefined) components.push({ name, path: files.shown(`${path}/${name}`), source });
  }
  return components;
}

/** The component that a file of `components/` is, or undefined for a part of one. */
export function componentNameOf(file: string): string | undefined {
  return /^([A-Z][A-Za-z0-9]*)\.tsx$/.exec(file)?.[1];
}
