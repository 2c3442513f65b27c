import { say } from "#app/words/areas/problems";
import type { CourseFiles } from "./course-files";
import { languagesSchema, organisationSchema } from "./course-schema";
import type { OrganisationSource } from "./course-source";
import { reportMissingTranslations } from "./missing-translations";
import { nearest } from "./nearest";
import type { Report } from "./problem";
import { readYaml } from "./read-yaml";

const start = { line: 1, column: 1 };

/** Reads `organisation.yaml`: languages, and departments as a tree without loops. Undefined when it cannot be used. */
export async function readOrganisation(
  files: CourseFiles,
  loose: readonly string[],
): Promise<OrganisationSource | undefined> {
  const name = "organisation.yaml";
  const report = files.report(name);
  if (!loose.includes(name)) {
    report(start, "unreadable", say("organisationMissing"));
    return undefined;
  }
  const source = await files.text(name);
  if (source === undefined) return undefined;
  const quiet: Report = () => {};
  const languages = readYaml(source, languagesSchema, quiet)?.value.languages ?? ["sv"];
  const yaml = readYaml(source, organisationSchema(languages), report);
  if (!yaml) return undefined;
  const { departments } = yaml.value;
  const known = new Map<string, (typeof departments)[number]>();
  for (const department of departments) if (!known.has(department.id)) known.set(department.id, department);
  let good = true;
  const refuse: Report = (...finding) => {
    good = false;
    report(...finding);
  };
  for (const [index, department] of departments.entries()) {
    if (known.get(department.id) !== department) {
      refuse(yaml.placeOf(["departments", index, "id"]), "schema", say("departmentTwice", { id: department.id }));
      continue;
    }
    if (department.parent !== undefined && !known.has(department.parent)) {
      refuse(
        yaml.placeOf(["departments", index, "parent"]),
        "department-unknown",
        say("departmentUnknown", { id: department.parent, meant: nearest(department.parent, known.keys()) }),
      );
    }
    const above = new Set<string>();
    for (let at: string | undefined = department.id; at !== undefined; at = known.get(at)?.parent) {
      if (above.has(at)) {
        refuse(yaml.placeOf(["departments", index]), "schema", say("departmentLoop", { id: department.id }));
        break;
      }
      above.add(at);
    }
  }
  reportMissingTranslations(yaml, languages, report);
  return good ? yaml.value : undefined;
}
