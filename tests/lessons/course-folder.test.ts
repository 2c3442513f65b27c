import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkCourses } from "#app/lessons/check-courses";
import { readCourses } from "#app/lessons/course-folder";
import { formatProblem } from "#app/lessons/problem";
import {
  coursesFolder,
  courseYaml,
  folderOf,
  lessonOf,
  moduleYaml,
  organisationYaml,
  question,
} from "#tests/support/lessons";

const open: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((folder) => folder.remove()));
});

async function courses(changes: Parameters<typeof coursesFolder>[0] = {}) {
  const folder = await coursesFolder(changes);
  open.push(folder);
  return folder.path;
}
const lines = async (changes: Parameters<typeof coursesFolder>[0]) =>
  (await checkCourses(await courses(changes), "courses")).problems.map(formatProblem);
const hash = async (changes: Parameters<typeof coursesFolder>[0]) =>
  (await readCourses(await courses(changes))).courses[0]?.modules[0]?.contentHash;

describe("a courses folder", () => {
  it("is read with everything in it", async () => {
    const { organisation, courses: read, problems } = await readCourses(await courses(), "courses");
    expect(problems).toEqual([]);
    expect(organisation?.languages).toEqual(["sv", "en"]);
    expect(organisation?.departments[1]).toEqual({
      id: "butik-umea",
      parent: "butik",
      name: { sv: "Butik Umeå", en: "Umeå store" },
    });
    const [course] = read;
    expect(course).toMatchObject({
      id: "course",
      path: "courses/course",
      owner: "trainer@fjallnas.example",
      title: { sv: "Kurs", en: "Course" },
    });
    const [module] = course?.modules ?? [];
    expect(module).toMatchObject({
      id: "answering",
      courseId: "course",
      minutes: 6,
      passMark: 0.8,
      reviewBy: "2027-06-30",
      audience: { departments: ["kundservice", "butik"] },
      policy: { due: "P30D", refresh: { every: "P1Y" } },
      revisions: [{ number: 1, change: "major", within: "P30D", note: { sv: "Första.", en: "First." } }],
    });
    expect(module?.lessons.map(({ name, files }) => [name, files.map(({ language }) => language)])).toEqual([
      ["01-tone", ["sv", "en"]],
    ]);
    expect(module?.questions[0]?.files[0]?.path).toBe("courses/course/answering/questions/more.sv.mdx");
    expect(module?.media[0]).toMatchObject({
      name: "media/thread.png",
      media: { type: "image/png", width: 1, height: 1 },
    });
  });
  it("takes the lessons in the order of their numbers", async () => {
    const path = await courses({
      "course/answering/10-end.sv.mdx": lessonOf("Slut."),
      "course/answering/02-middle.sv.mdx": lessonOf("Mitt."),
    });
    const { courses: read } = await readCourses(path);
    expect(read[0]?.modules[0]?.lessons.map(({ name }) => name)).toEqual(["01-tone", "02-middle", "10-end"]);
  });
  it("comes in the order that the course names, and after those by id", async () => {
    const modules = Object.fromEntries(
      ["before", "later"].flatMap((id) => [
        [`course/${id}/module.yaml`, moduleYaml],
        [`course/${id}/01-tone.sv.mdx`, lessonOf("Hej.")],
        [`course/${id}/01-tone.en.mdx`, lessonOf("Hello.")],
      ]),
    );
    const orderOf = async (order: string) => {
      const path = await courses({ ...modules, "course/course.yaml": `${courseYaml}${order}` });
      const { courses: read, problems } = await readCourses(path, "courses");
      return { ids: read[0]?.modules.map(({ id }) => id), problems: problems.map(formatProblem) };
    };
    expect(await orderOf("")).toEqual({ ids: ["answering", "before", "later"], problems: [] });
    expect(await orderOf("order: [later]\n")).toEqual({ ids: ["later", "answering", "before"], problems: [] });
    expect(await orderOf("order: [later, latr]\n")).toMatchObject({
      ids: ["later", "answering", "before"],
      problems: ["courses/course/course.yaml:6:16 The course has no module latr. Did you mean later?"],
    });
    expect((await orderOf("order: [later, later]\n")).problems).toEqual([expect.stringContaining("stands twice")]);
  });

  it("may oblige everybody", async () => {
    const yaml = moduleYaml.replace("{ departments: [kundservice, butik] }", "everyone");
    const { courses: read } = await readCourses(await courses({ "course/answering/module.yaml": yaml }));
    expect(read[0]?.modules[0]?.audience).toEqual({ everyone: true });
  });
  it("that is not there is said to be missing", async () => {
    expect((await readCourses("/nowhere/at/all", "courses")).problems.map(formatProblem)).toEqual([
      "courses:1:1 There is no such folder. Write the folder that holds organisation.yaml.",
    ]);
  });
  it("without organisation.yaml is not read further", async () => {
    expect(await lines({ "organisation.yaml": null })).toEqual([
      "courses/organisation.yaml:1:1 The folder has no organisation.yaml. Write one with languages and departments.",
    ]);
  });
});

describe("faults of the folder", () => {
  const lesson = lessonOf("Text.");
  it.each([
    [
      "a lesson without number",
      { "course/answering/tone.sv.mdx": lesson },
      /answering\/tone\.sv\.mdx:1:1 .*Call it 01-name\.sv\.mdx/,
    ],
    [
      "a lesson in an unknown language",
      { "course/answering/01-tone.fi.mdx": lesson },
      /01-tone\.fi\.mdx:1:1 .*no language fi/,
    ],
    [
      "two lessons of one number",
      { "course/answering/01-also.sv.mdx": lesson },
      /01-tone\.(sv|en)\.mdx:1:1 .*Number 01 belongs to 01-also/,
    ],
    ["a lesson beside the modules", { "course/01-x.sv.mdx": lesson }, /course\/01-x\.sv\.mdx:1:1 .*Only course\.yaml/],
    ["a lesson beside the courses", { "01-x.sv.mdx": lesson }, /courses\/01-x\.sv\.mdx:1:1 .*Only organisation\.yaml/],
    ["a module in capitals", { "course/Selling/module.yaml": moduleYaml }, /course\/Selling:1:1 .*lower-case/],
    [
      "a module without module.yaml",
      { "course/selling/01-x.sv.mdx": lesson },
      /selling\/module\.yaml:1:1 .*no module\.yaml/,
    ],
    ["a module without lessons", { "course/selling/module.yaml": moduleYaml }, /selling\/module\.yaml:1:1 .*no lesson/],
    ["a course without course.yaml", { "course/course.yaml": null }, /course\/course\.yaml:1:1 .*no course\.yaml/],
    [
      "a module id used in two courses",
      {
        "other/course.yaml": courseYaml,
        "other/answering/module.yaml": moduleYaml,
        "other/answering/01-x.sv.mdx": lesson,
      },
      /other\/answering:1:1 .*course course has a module answering/,
    ],
    [
      "a picture that is none",
      { "course/answering/media/a.png": "text" },
      /media\/a\.png:1:1 .*PNG, JPEG, WebP, AVIF, SVG/,
    ],
    ["a picture in capitals", { "course/answering/media/A.png": "text" }, /media\/A\.png:1:1 .*lower-case/],
    [
      "a misspelt folder",
      { "course/answering/refresher/01-x.sv.mdx": lesson },
      /refresher:1:1 warning: .*Did you mean refreshers\?/,
    ],
    [
      "bytes that are no text",
      { "course/answering/01-tone.sv.mdx": Buffer.from([0x2d, 0xff, 0xfe]) },
      /01-tone\.sv\.mdx:1:1 .*UTF-8/,
    ],
    [
      "a component in lower case is no component",
      { "course/components/Callout.tsx": "" },
      /components\/Callout\.tsx:1:1 .*already/,
    ],
  ] as const)("%s", async (_, changes, line) => {
    expect((await lines(changes)).some((said) => line.test(said))).toBe(true);
  });
  it("links are not followed", async () => {
    const path = await courses();
    await symlink("/etc/hostname", join(path, "course/answering/02-x.sv.mdx"));
    const { problems } = await readCourses(path, "courses");
    expect(problems.map(formatProblem)).toEqual([expect.stringContaining("02-x.sv.mdx:1:1 Only files and folders")]);
  });
});

describe("faults of the YAML files, each at its place", () => {
  const module = (from: string, to: string) => ({ "course/answering/module.yaml": moduleYaml.replace(from, to) });
  it.each([
    [
      "an unknown field",
      module("minutes: 6", "minuts: 6"),
      'module.yaml:4:1 "minuts" is not a field here. Did you mean minutes?',
    ],
    ["a missing field", module("minutes: 6\n", ""), "module.yaml:1:1 minutes: write a whole number of minutes"],
    ["minutes that are none", module("minutes: 6", "minutes: 6.5"), "module.yaml:4:10 minutes:"],
    ["a policy that the domain refuses", module("every: P1Y", "every: PT5H"), "module.yaml:9:21 policy.refresh.every:"],
    ["a misspelt field of the policy", module("every: P1Y", "evry: P1Y"), "module.yaml:9:12 policy.refresh"],
    [
      "an unknown department of the audience",
      module("[kundservice, butik]", "[kundservice, butikk]"),
      "module.yaml:6:40 There is no department butikk. Did you mean butik?",
    ],
    [
      "an unknown department of why",
      module("- department: kundservice", "- department: kundservic"),
      "module.yaml:13:17 There is no department kundservic. Did you mean kundservice?",
    ],
    [
      "a revision out of order",
      module("number: 1", "number: 2"),
      "module.yaml:17:15 revisions[0].number: revisions count 1, 2, 3 in order; this one should be 1",
    ],
    [
      "a day that does not exist",
      module("reviewBy: 2027-06-30", "reviewBy: 2027-06-31"),
      "module.yaml:11:11 reviewBy: write a date that exists",
    ],
    [
      "a pass mark in percent",
      module("passMark: 0.8", "passMark: 80"),
      "module.yaml:10:11 passMark: the pass mark is a share",
    ],
    [
      "a text with an unquoted comma",
      module('sv: "140 läsare"', "sv: 1,4 läsare"),
      "If the text holds a comma, put it in quotes.",
    ],
    [
      "a short name that is long",
      module("short: { sv: Svara,", "short: { sv: Svara kunder offentligt och snabbt,"),
      "module.yaml:2:14 short.sv: at most 24 characters",
    ],
    [
      "a department under itself",
      { "organisation.yaml": organisationYaml.replace("parent: butik,", "parent: butik-umea,") },
      "organisation.yaml:4:5 The department butik-umea lies under itself.",
    ],
    [
      "a department written twice",
      { "organisation.yaml": organisationYaml.replace("butik-umea,", "butik,") },
      "organisation.yaml:4:11 The department butik is written twice.",
    ],
    [
      "an owner without address",
      { "course/course.yaml": courseYaml.replace("trainer@fjallnas.example", "Tomasz") },
      "course.yaml:3:8 owner: write an e-mail address",
    ],
  ] as const)("%s", async (_, changes, line) => {
    expect((await lines(changes)).join("\n")).toContain(line);
  });
});

describe("translations", () => {
  it("that are missing are warnings", async () => {
    expect(
      await lines({
        "course/answering/01-tone.en.mdx": null,
        "course/course.yaml": courseYaml.replace(", en: Course", ""),
      }),
    ).toEqual([
      "courses/course/answering/01-tone.sv.mdx:1:1 warning: There is no 01-tone.en.mdx beside it.",
      "courses/course/course.yaml:1:8 warning: title is not written in en.",
    ]);
  });
  const english = "course/answering/01-tone.en.mdx";
  const check = (inside: string, attributes = "") =>
    lessonOf(`<Check id="tone"${attributes}>\nWhat?\n\n${inside}\n</Check>`);
  it.each([
    [
      "lack a question",
      lessonOf("Hello."),
      "01-tone.en.mdx:1:1 The question tone of courses/course/answering/01-tone.sv.mdx is missing here.",
    ],
    ["ask another question", lessonOf(question("other")), "01-tone.en.mdx:4:1 The question other is not in"],
    [
      "hold another number of choices",
      check("<Choice right>A</Choice>\n<Choice>B</Choice>\n<Choice>C</Choice>"),
      "01-tone.en.mdx:4:1 The question tone has 3 choices here and 2 there.",
    ],
    [
      "hold another right answer",
      check("<Choice>A</Choice>\n<Choice right>B</Choice>"),
      "01-tone.en.mdx:4:1 The question tone has another right answer here: choice 1 differs.",
    ],
    [
      "are of another kind",
      check("<Choice right>A</Choice>\n<Choice>B</Choice>", ' kind="many"'),
      "01-tone.en.mdx:4:1 The question tone is of kind many here and one there.",
    ],
    [
      "are for other departments",
      lessonOf(`<ForDepartment only="butik">\n\n${question("tone")}\n</ForDepartment>`),
      "01-tone.en.mdx:6:1 The question tone is for other departments here.",
    ],
  ] as const)("that %s are refused", async (_, source, line) => {
    expect((await lines({ [english]: source })).join("\n")).toContain(line);
  });
  it("may accept other words", async () => {
    const words = (answers: readonly string[]) =>
      check(answers.map((answer) => `<Choice right>${answer}</Choice>`).join("\n"), ' kind="text"');
    expect(
      await lines({ "course/answering/01-tone.sv.mdx": words(["två timmar", "2 h"]), [english]: words(["two hours"]) }),
    ).toEqual([]);
  });
});

describe("a module as a whole", () => {
  it("uses each question id once", async () => {
    const again = lessonOf(question("tone"));
    expect(
      await lines({ "course/answering/questions/more.sv.mdx": again, "course/answering/questions/more.en.mdx": again }),
    ).toEqual([
      expect.stringContaining(
        "more.en.mdx:4:1 The question id tone is used in courses/course/answering/01-tone.en.mdx already.",
      ),
      expect.stringContaining(
        "more.sv.mdx:4:1 The question id tone is used in courses/course/answering/01-tone.sv.mdx already.",
      ),
    ]);
  });
  it("takes no longer, all lessons together, than is stated and half of that", async () => {
    const long = lessonOf(Array.from({ length: 110 }, () => "ord ord ord ord ord ord ord ord ord ord").join("\n\n"));
    expect(
      await lines({
        "course/answering/02-a.sv.mdx": long,
        "course/answering/02-a.en.mdx": long,
        "course/answering/03-b.sv.mdx": long,
        "course/answering/03-b.en.mdx": long,
      }),
    ).toEqual([
      expect.stringContaining("module.yaml:4:10 The lessons together take about 12 minutes to read, and 6 are stated."),
    ]);
  });
  it("can be published when nothing in its folder has an error, whatever its neighbours have", async () => {
    const { modules } = await checkCourses(
      await courses({
        "course/selling/module.yaml": moduleYaml,
        "course/selling/01-help.sv.mdx": lessonOf("<Chart />"),
        "course/selling/01-help.en.mdx": lessonOf("Help."),
      }),
    );
    expect(modules.map(({ module, publishable }) => [module.id, publishable])).toEqual([
      ["answering", true],
      ["selling", false],
    ]);
  });
  it("knows the lessons of the whole course", async () => {
    const link = (target: string) => ({
      "course/answering/01-tone.sv.mdx": lessonOf(`[a](${target})\n\n${question("tone")}`),
    });
    expect(await lines(link("01-tone"))).toEqual([]);
    expect((await lines(link("../selling/01-help"))).join()).toContain(
      "01-tone.sv.mdx:4:1 The course has no module selling.",
    );
  });
});

describe("the content hash", () => {
  it("is the same for the same content, wherever it lies and however lines end", async () => {
    const windows = lessonOf(`Hej.\n\n${question("tone")}`).replaceAll("\n", "\r\n");
    expect(await hash({ "course/answering/01-tone.sv.mdx": `\uFEFF${windows}` })).toBe(await hash({}));
    expect(await hash({})).toMatch(/^[0-9a-f]{64}$/);
  });
  it.each([
    ["a word of a lesson", { "course/answering/01-tone.en.mdx": lessonOf(`Hallo.\n\n${question("tone")}`) }],
    ["a question", { "course/answering/questions/more.sv.mdx": lessonOf(question("more", ' objective="x"')) }],
    ["a refresher", { "course/answering/refreshers/01-a.sv.mdx": lessonOf(question("r")) }],
    ["a picture", { "course/answering/media/thread.png": null }],
    [
      "the name of a lesson",
      {
        "course/answering/01-tone.en.mdx": null,
        "course/answering/02-tone.en.mdx": lessonOf(`Hello.\n\n${question("tone")}`),
      },
    ],
  ])("changes with %s", async (_, changes) => expect(await hash(changes)).not.toBe(await hash({})));
  it.each([
    ["the audience", { "course/answering/module.yaml": moduleYaml.replace("[kundservice, butik]", "[butik]") }],
    ["the policy", { "course/answering/module.yaml": moduleYaml.replace("P1Y", "P2Y") }],
    ["words about the module", { "course/answering/module.yaml": moduleYaml.replace("Hur vi svarar.", "Om svar.") }],
    ["components that no lesson uses", { "course/components/Week.tsx": "export function Week() { return null; }" }],
  ])("does not change with %s", async (_, changes) => expect(await hash(changes)).toBe(await hash({})));
  it("changes with a component that a lesson uses", async () => {
    const lesson = { "course/answering/01-tone.sv.mdx": lessonOf(`<Week />\n\n${question("tone")}`) };
    const one = await hash({ ...lesson, "course/components/Week.tsx": "export function Week() { return 1; }" });
    const two = await hash({ ...lesson, "course/components/Week.tsx": "export function Week() { return 2; }" });
    expect(one).not.toBe(two);
  });
});

describe("pictures", () => {
  const svg = (inside: string, attributes = 'viewBox="0 0 40 20"') =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
  const said = async (source: string) =>
    (await lines({ "course/answering/media/a.svg": source })).map((line) => line.replace(/^.*media\/a\.svg:1:1 /, ""));
  it("may be plain drawings", async () => {
    expect(
      await said(
        svg(
          '<defs><linearGradient id="g"/></defs><style>.a { fill: url(#g) }</style><use href="#g"/><path class="a" d="M0 0"/>',
        ),
      ),
    ).toEqual([]);
    expect(await said(`<?xml version="1.0"?>\n<!-- drawn -->\n${svg("<path/>")}`)).toEqual([]);
  });
  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["a script with a prefix", "<svg:script>alert(1)</svg:script>"],
    ["a handler", '<path onload="alert(1)"/>'],
    ["a handler after a slash", '<path/onload="alert(1)"/>'],
    ["foreign content", "<foreignObject><p/></foreignObject>"],
    ["a link out", '<a href="https://example.org"><path/></a>'],
    ["a link that runs", '<a xlink:href="javascript:alert(1)"><path/></a>'],
    ["a link spelt with references", '<a href="&#106;avascript:alert(1)"><path/></a>'],
    ["an image from elsewhere", '<image href="https://example.org/a.png"/>'],
    ["a drawing used from elsewhere", '<use href="https://example.org/a.svg#b"/>'],
    ["a style from elsewhere", "<style>@import 'https://example.org/a.css';</style>"],
    ["a fill from elsewhere", '<path fill="url(https://example.org/a.svg#b)"/>'],
    ["an animation", '<animate attributeName="href" to="javascript:alert(1)"/>'],
  ])("that hold %s are refused", async (_, inside) => {
    expect(await said(svg(inside))).toEqual([expect.stringMatching(/^The SVG holds .* plain drawing/)]);
  });
  it("that declare entities are refused", async () => {
    const said = await lines({ "course/answering/media/a.svg": `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("")}` });
    expect(said).toHaveLength(1);
  });
  it("that say no size are refused", async () =>
    expect(await said(svg("<path/>", ""))).toEqual([expect.stringContaining("size")]));
  it("are known by what they are and not by their name", async () => {
    const { courses: read } = await readCourses(await courses({ "course/answering/media/thread.png": svg("<path/>") }));
    expect(read[0]?.modules[0]?.media[0]?.media).toMatchObject({
      type: "image/svg+xml",
      width: 40,
      height: 20,
    });
  });
});

describe("hostile YAML", () => {
  it.each([
    ["a bomb of aliases", `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n${moduleYaml}`],
    ["a tag that would run", moduleYaml.replace("minutes: 6", 'minutes: !!js/function "6"')],
    ["a field named __proto__", `${moduleYaml}__proto__: { minutes: 1 }\n`],
    ["a list where fields belong", "- a\n- b\n"],
    ["nothing", ""],
    ["a single word", "module"],
    ["deep nesting", `x: ${"[".repeat(5_000)}${"]".repeat(5_000)}`],
  ])("%s is a problem and no crash", async (_, yaml) => {
    const { problems, courses: read } = await readCourses(await courses({ "course/answering/module.yaml": yaml }));
    expect(read[0]?.modules).toEqual([]);
    expect(problems.some(({ path, severity }) => path.endsWith("module.yaml") && severity === "error")).toBe(true);
  });
  it("a folder of something else entirely is problems and no crash", async () => {
    const folder = await folderOf({ "organisation.yaml": "languages: sv", "x/y/z/deep.txt": "z" });
    open.push(folder);
    const { problems } = await checkCourses(folder.path);
    expect(problems.length).toBeGreaterThan(0);
  });
});
