import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { moduleFromTemplate } from "#app/authoring/templates/module-from-template";
import { templateIds } from "#app/authoring/templates/template";
import { civilDate } from "#app/domain/calendar";
import { checkCourses } from "#app/lessons/check-courses";
import { courseYaml, folderOf, organisationYaml } from "#tests/support/lessons";

const title = { sv: "Stänga kassan på kvällen i butiken", en: 'Closing: "the till" {at night}' };
const today = civilDate("2026-11-24");

/** A module as files in a folder, with a first revision as publishing would give it. */
async function checkedModule(made: ReturnType<typeof moduleFromTemplate>, organisation = organisationYaml) {
  const fields = { ...made.fields, revisions: [{ number: 1, change: "major", note: { sv: "Ny.", en: "New." } }] };
  const files: Record<string, string> = { "organisation.yaml": organisation, "course/course.yaml": courseYaml };
  const yaml = stringify({ ...fields, audience: "everyone" });
  files["course/ny/module.yaml"] = yaml;
  for (const [path, text] of made.files) files[`course/ny/${path}`] = text;
  const folder = await folderOf(files);
  try {
    return (await checkCourses(folder.path)).problems.map(({ path, line, message }) => `${path}:${line} ${message}`);
  } finally {
    await folder.remove();
  }
}

describe("a module from a template", () => {
  it.each([...templateIds, null])("%s passes the checker in both languages, without a warning", async (id) => {
    const made = moduleFromTemplate(id, { title, languages: ["sv", "en"], today });
    expect(await checkedModule(made)).toEqual([]);
    expect(made.files.size).toBe(id === null ? 2 : 4);
    expect(made.fields.reviewBy).toBe("2027-11-24");
    expect(made.fields.short).toEqual({ sv: "Stänga kassan på…", en: 'Closing: "the till"…' });
  });

  it("has the files of those languages that have a title", () => {
    const made = moduleFromTemplate("policy", { title: { en: "Gifts" }, languages: ["en", "sv"], today });
    expect([...made.files.keys()]).toEqual(["01-what-applies.en.mdx", "refreshers/01-again.en.mdx"]);
    expect(made.files.get("01-what-applies.en.mdx")).toContain('title: "Gifts"');
  });

  it("leaves what is to be written in brackets", () => {
    for (const id of templateIds) {
      const { files } = moduleFromTemplate(id, { title, languages: ["sv", "en"], today });
      for (const text of files.values()) expect(text.match(/\[[^\]]+\]/g)?.length ?? 0).toBeGreaterThan(8);
    }
  });
});
