import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkCourses } from "#app/lessons/check-courses";
import { formatProblem } from "#app/lessons/problem";
import { edited } from "#app/lessons/source-text";
import { coursesFolder, courseYaml, lessonOf, moduleYaml, question } from "#tests/support/lessons";

const open: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((folder) => folder.remove()));
});

/** Makes every edit that the problems of a folder offer, once, and says what is found after it. */
async function repair(changes: Parameters<typeof coursesFolder>[0]) {
  const folder = await coursesFolder(changes);
  open.push(folder);
  const { problems } = await checkCourses(folder.path, "courses");
  const offered = problems.filter(({ edit }) => edit);
  for (const { path, edit } of offered) {
    const file = join(folder.path, path.slice("courses/".length));
    if (edit) await writeFile(file, edited(await readFile(file, "utf8"), edit));
  }
  const after = (await checkCourses(folder.path, "courses")).problems.map(formatProblem);
  return { before: problems.map(({ code }) => code), offered: offered.length, after };
}

const long = lessonOf(Array.from({ length: 1_200 }, () => "ord").join(" "));

describe("one step repairs a module", () => {
  it.each([
    [
      "whose audience is misspelt",
      { "course/answering/module.yaml": moduleYaml.replace("[kundservice, butik]", "[kundservice, butikk]") },
    ],
    [
      "whose reason is for a department that is misspelt",
      { "course/answering/module.yaml": moduleYaml.replace("department: kundservice", "department: kundservise") },
    ],
    ["that its course names otherwise in the order", { "course/course.yaml": `${courseYaml}order: [answerin]\n` }],
    [
      "that takes longer than it says",
      {
        "course/answering/02-long.sv.mdx": long,
        "course/answering/03-long.sv.mdx": long,
        "course/answering/02-long.en.mdx": long,
        "course/answering/03-long.en.mdx": long,
      },
    ],
  ])("%s", async (_, changes) => {
    const { before, offered, after } = await repair(changes);
    expect([before.length, offered]).toEqual([1, 1]);
    expect(after).toEqual([]);
  });

  it("that uses an id in two files, where nothing is translated", async () => {
    const { before, offered, after } = await repair({
      "course/answering/questions/more.en.mdx": null,
      "course/answering/questions/more.sv.mdx": lessonOf(question("tone")),
    });
    expect(before).toContain("question-id-repeated");
    expect(offered).toBe(1);
    expect(after).toEqual([expect.stringContaining("There is no more.en.mdx")]);
  });

  it("but not one of several translations alone", async () => {
    const { before, offered } = await repair({
      "course/answering/questions/more.en.mdx": lessonOf(question("tone")),
      "course/answering/questions/more.sv.mdx": lessonOf(question("tone")),
    });
    expect(before).toEqual(["question-id-repeated", "question-id-repeated"]);
    expect(offered).toBe(0);
  });
});
