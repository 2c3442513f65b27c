import { parsePolicy } from "#app/domain/policy";
import { say } from "#app/words/areas/problems";
import { contentHash, type HashedFile } from "./content-hash";
import type { CourseFiles } from "./course-files";
import { isId, moduleSchema } from "./course-schema";
import type { ComponentFile, MediaFile, ModuleSource, OrganisationSource } from "./course-source";
import { reportMissingTranslations } from "./missing-translations";
import { nearest } from "./nearest";
import { componentNameOf } from "./read-components";
import { readLessons, readMediaFiles } from "./read-lesson-files";
import { readYaml } from "./read-yaml";

const start = { line: 1, column: 1 };
const encoder = new TextEncoder();

/** Reads one module's folder. Undefined when its `module.yaml` cannot be used or it has no lesson. */
export async function readModule(
  files: CourseFiles,
  courseId: string,
  id: string,
  organisation: OrganisationSource,
  components: readonly ComponentFile[],
): Promise<ModuleSource | undefined> {
  const folder = `${courseId}/${id}`;
  if (!isId(id)) {
    files.report(folder)(start, "file-name", say("moduleFolderName"));
    return undefined;
  }
  const { folders, files: loose } = await files.list(folder);
  for (const name of folders) {
    if (["refreshers", "questions", "media"].includes(name)) continue;
    files.report(`${folder}/${name}`)(
      start,
      "file-misplaced",
      say("moduleFolders", { meant: nearest(name, ["refreshers", "questions", "media"]) }),
      { severity: "warning" },
    );
  }
  for (const name of loose) {
    if (
      name === "module.yaml" ||
      name.endsWith(".mdx") ||
      !/\.(ya?ml|md|tsx?|jsx?)$/.test(name) ||
      name === "README.md"
    )
      continue;
    files.report(`${folder}/${name}`)(start, "file-misplaced", say("moduleFileUnused"), {
      severity: "warning",
    });
  }
  const lessons = await readLessons(files, folder, loose, organisation, true);
  const refreshers = await readLessons(
    files,
    `${folder}/refreshers`,
    (await files.list(`${folder}/refreshers`)).files,
    organisation,
    true,
  );
  const questions = await readLessons(
    files,
    `${folder}/questions`,
    (await files.list(`${folder}/questions`)).files,
    organisation,
    false,
  );
  const media = await readMediaFiles(files, `${folder}/media`);

  const yamlPath = `${folder}/module.yaml`;
  const report = files.report(yamlPath);
  if (!loose.includes("module.yaml")) {
    report(start, "unreadable", say("moduleYamlMissing"));
    return undefined;
  }
  if (lessons.length === 0) {
    report(start, "unreadable", say("noLesson"));
    return undefined;
  }
  const source = await files.text(yamlPath);
  const yaml = source === undefined ? undefined : readYaml(source, moduleSchema(organisation.languages), report);
  if (!yaml) return undefined;
  reportMissingTranslations(yaml, organisation.languages, report);
  const policy = parsePolicy(yaml.value.policy);
  if (!policy.ok) {
    for (const { path, message, kind } of policy.faults)
      report(yaml.placeOf(keysOf(path)), "policy", say("policy", { path, message, fault: kind }));
  }
  const known = new Set(organisation.departments.map((department) => department.id));
  const named: [string, (string | number)[]][] = [
    ...("departments" in yaml.value.audience
      ? yaml.value.audience.departments.map((name, index): [string, (string | number)[]] => [
          name,
          ["audience", "departments", index],
        ])
      : []),
    ...yaml.value.why.map((why, index): [string, (string | number)[]] => [
      why.department,
      ["why", index, "department"],
    ]),
  ];
  let good = policy.ok;
  for (const [name, path] of named) {
    if (known.has(name)) continue;
    good = false;
    const meant = nearest(name, known);
    report(yaml.placeOf(path), "department-unknown", say("departmentUnknown", { id: name, meant }), {
      fix: meant,
      edit: meant === undefined ? undefined : yaml.replace(path, name, meant),
    });
  }
  if (!policy.ok || !good) return undefined;
  const content = { lessons, refreshers, questions, media };
  return {
    ...yaml.value,
    policy: policy.value,
    id,
    courseId,
    path: files.shown(folder),
    ...content,
    places: {
      minutes: yaml.placeOf(["minutes"]),
      minutesEnd: yaml.replace(["minutes"], String(yaml.value.minutes), "0")?.to,
      revisions: yaml.placeOf(["revisions", yaml.value.revisions.length - 1]),
    },
    contentHash: moduleContentHash(content, files.shown(folder), components),
  };
}

/** `refresh.on[0]` or `policy.refresh.on[0]` as keys; the domain's faults name places like this. */
function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));
}

type Content = Pick<ModuleSource, "lessons" | "refreshers" | "questions"> & {
  readonly media: readonly Pick<MediaFile, "name" | "bytes">[];
};

/**
 * SHA-256 in hex over what a module is made of, as `ModuleSource.contentHash` says it.
 *
 * @param folder what the paths of its files begin with
 */
export function moduleContentHash(content: Content, folder: string, components: readonly ComponentFile[]): string {
  return contentHash(hashedFiles(content, folder, components));
}

function hashedFiles(content: Content, folder: string, components: readonly ComponentFile[]): HashedFile[] {
  const texts = [...content.lessons, ...content.refreshers, ...content.questions].flatMap((lesson) => lesson.files);
  const own = components.map((file) => componentNameOf(file.name)).filter((name) => name !== undefined);
  const uses = texts.some((file) => own.some((name) => file.source.includes(`<${name}`)));
  return [
    ...texts.map((file) => ({ path: file.path.slice(folder.length + 1), bytes: encoder.encode(file.source) })),
    ...content.media.map((file) => ({ path: file.name, bytes: file.bytes })),
    ...(uses
      ? components.map((file) => ({ path: `../components/${file.name}`, bytes: encoder.encode(file.source) }))
      : []),
  ];
}
