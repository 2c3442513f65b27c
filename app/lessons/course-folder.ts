import { say } from "#app/words/areas/problems";
import { CourseFiles, folderOnDisk } from "./course-files";
import { courseSchema, isId } from "./course-schema";
import type { CourseSource, CoursesSource, ModuleSource, OrganisationSource } from "./course-source";
import { reportMissingTranslations } from "./missing-translations";
import { nearest } from "./nearest";
import { inReadingOrder, type Problem } from "./problem";
import { readComponents } from "./read-components";
import { readModule } from "./read-module";
import { readOrganisation } from "./read-organisation";
import { readYaml } from "./read-yaml";

const start = { line: 1, column: 1 };

/**
 * Reads a `courses/` folder into memory. Lessons are read but not yet checked: see `checkCourses`.
 *
 * @param root the folder
 * @param shown what to call it in problems; the folder as given where nothing is said
 * @returns everything that could be used; what could not is in `problems`, and nothing is thrown for it
 */
export async function readCourses(root: string, shown = root): Promise<CoursesSource> {
  const problems: Problem[] = [];
  const files = new CourseFiles(folderOnDisk(root), shown, problems);
  if (!(await files.isFolder())) {
    files.report("")(start, "unreadable", say("noFolder"));
    return { courses: [], problems };
  }
  const { folders, files: loose } = await files.list("");
  const organisation = await readOrganisation(files, loose);
  if (!organisation) return { courses: [], problems: inReadingOrder(problems) };
  for (const name of loose) {
    if (name.endsWith(".mdx") || (/\.ya?ml$/.test(name) && name !== "organisation.yaml")) {
      files.report(name)(start, "file-misplaced", say("onlyOrganisation"));
    }
  }
  const courses: CourseSource[] = [];
  const modules = new Map<string, string>();
  for (const folder of folders) {
    const course = await readCourse(files, folder, organisation, modules);
    if (course) courses.push(course);
  }
  return { organisation, courses, problems: inReadingOrder(problems) };
}

async function readCourse(
  files: CourseFiles,
  folder: string,
  organisation: OrganisationSource,
  modules: Map<string, string>,
): Promise<CourseSource | undefined> {
  const { folders, files: loose } = await files.list(folder);
  if (!isId(folder)) {
    files.report(folder)(start, "file-name", say("courseFolderName"));
    return undefined;
  }
  for (const name of loose) {
    if (name.endsWith(".mdx") || (/\.ya?ml$/.test(name) && name !== "course.yaml")) {
      files.report(`${folder}/${name}`)(start, "file-misplaced", say("onlyCourse"));
    }
  }
  const yamlPath = `${folder}/course.yaml`;
  const source = loose.includes("course.yaml") ? await files.text(yamlPath) : undefined;
  if (source === undefined) {
    if (!loose.includes("course.yaml")) {
      files.report(yamlPath)(start, "unreadable", say("courseYamlMissing"));
    }
    return undefined;
  }
  const yaml = readYaml(source, courseSchema(organisation.languages), files.report(yamlPath));
  if (yaml) reportMissingTranslations(yaml, organisation.languages, files.report(yamlPath));
  const order = yaml?.value.order ?? [];
  for (const [index, id] of order.entries()) {
    if (id !== "components" && folders.includes(id)) continue;
    const meant = nearest(id, folders);
    const edit = meant === undefined ? undefined : yaml?.replace(["order", index], id, meant);
    files.report(yamlPath)(
      yaml?.placeOf(["order", index]) ?? start,
      "reference-unknown",
      say("orderUnknown", { id, meant }),
      {
        fix: meant,
        edit,
      },
    );
  }
  const components = await readComponents(files, folder);
  const read: ModuleSource[] = [];
  for (const name of folders) {
    if (name === "components") continue;
    const elsewhere = modules.get(name);
    if (elsewhere !== undefined) {
      files.report(`${folder}/${name}`)(start, "id-repeated", say("moduleTwice", { course: elsewhere, id: name }));
      continue;
    }
    modules.set(name, folder);
    const module = await readModule(files, folder, name, organisation, components);
    if (module) read.push(module);
  }
  return yaml && { ...yaml.value, id: folder, path: files.shown(folder), modules: inOrder(read, order), components };
}

/** Those that are named, as they are named; after them the others, by id as they were. */
function inOrder(modules: readonly ModuleSource[], order: readonly string[]): ModuleSource[] {
  const place = ({ id }: ModuleSource) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...modules].sort((a, b) => place(a) - place(b));
}
