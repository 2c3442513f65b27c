import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBundler } from "#app/lessons/bundler";
import { type CompiledLesson, compileLesson } from "#app/lessons/compile-lesson";
import type { LessonReader } from "#app/lessons/reader";
import { createLessonRenderer } from "#app/lessons/render-lesson.server";
import { catalogues } from "#app/words/catalogues";
import type { Language } from "#app/words/language";
import { fullBody, secrets } from "#tests/support/full-lesson";
import { lessonContext, lessonOf } from "#tests/support/lessons";
import { readerOf, renderWhole } from "#tests/support/reader";

const bundler = createBundler();
let lesson: CompiledLesson;
beforeAll(async () => {
  lesson = await compileLesson(lessonOf(fullBody), lessonContext(), bundler);
});
afterAll(() => bundler.close());

const request = (reader: LessonReader, language: Language = "sv", hash = lesson.hash) => ({
  hash,
  language,
  words: catalogues[language],
  reader,
});
function rendererWithLesson() {
  const renderer = createLessonRenderer();
  renderer.add(lesson.hash, lesson.code);
  return renderer;
}

/** Readers of every kind: departments, news, attempts, and answers of every kind. */
function readers(): [string, LessonReader][] {
  const { key } = lesson;
  const choices = (id: string) => key.find((question) => question.id === id)?.choices ?? [];
  const chosen = (id: string, ...places: number[]) => ({
    type: "choices" as const,
    choices: places.map((place) => choices(id)[place]?.id ?? ""),
  });
  return [
    ["nobody in particular", readerOf(key)],
    ["somebody in a store", readerOf(key, { departments: ["butik-umea", "butik"] })],
    [
      "somebody to whom passages are new",
      readerOf(key, { departments: ["kundservice"], completed: { revision: 2, on: "2026-06-18" } }),
    ],
    ["somebody to whom nothing is new", readerOf(key, { completed: { revision: 3, on: "2026-06-18" } })],
    ["somebody without an attempt", readerOf(key, { departments: ["butik"], attempt: null })],
    [
      "somebody who answered everything right",
      readerOf(key, {
        departments: ["butik"],
        responses: {
          "only-here": chosen("only-here", 0, 2),
          plain: chosen("plain", 0),
          ordered: chosen("ordered", 0, 1, 2, 3),
          words: { type: "text", text: "Secret Accepted Words" },
        },
        confirmations: [{ id: "read", on: "2026-11-03" }],
        reflections: [{ id: "own", text: "I går & <i dag>", shared: true, on: "2026-11-03" }],
      }),
    ],
    [
      "somebody who answered everything wrong",
      readerOf(key, {
        departments: ["butik"],
        responses: {
          "only-here": chosen("only-here", 0, 1),
          plain: chosen("plain", 1),
          ordered: chosen("ordered", 3, 1, 2, 0),
          words: { type: "text", text: "En  dag" },
        },
      }),
    ],
    [
      "somebody who does not know",
      readerOf(key, {
        departments: ["butik"],
        responses: Object.fromEntries(key.map(({ id }) => [id, { type: "dont-know" as const }])),
      }),
    ],
    [
      "somebody whose answers are on their way, or were not taken",
      {
        ...readerOf(key),
        checks: readerOf(key).checks.map((check, index) =>
          index ? { ...check, error: "not-sent" as const } : { ...check, pending: true },
        ),
      },
    ],
  ];
}

describe("a rendered lesson", () => {
  it("is what React renders of the whole, byte for byte, for every reader, twice", () => {
    const renderer = rendererWithLesson();
    for (const language of ["sv", "en"] as const) {
      for (const [who, reader] of [...readers(), ...readers()]) {
        expect(renderer.article(request(reader, language)), who).toBe(renderWhole(lesson.code, language, reader));
      }
    }
  });
  it("shows each reader the passages meant for them, and sends no others", () => {
    const renderer = rendererWithLesson();
    const html = (reader: LessonReader) => renderer.article(request(reader));
    const store = html(readerOf(lesson.key, { departments: ["butik-umea", "butik"] }));
    expect(store).toContain("Kunder i butik läser det.");
    expect(store).toContain('id="i-butik"');
    expect(store).not.toContain("Inte i butik.");
    const other = html(readerOf(lesson.key, { departments: ["ledning"] }));
    expect(other).toContain("Inte i butik.");
    expect(other).not.toContain("Kunder i butik");
    expect(other).not.toContain("check.only-here");
  });
  it("marks what is new since the reader's own last revision, with the day of it", () => {
    const renderer = rendererWithLesson();
    const html = (revision: number, on: string) =>
      renderer.article(request(readerOf(lesson.key, { completed: { revision, on } })));
    expect(html(2, "2026-06-18")).toContain("<mark>Nu gäller två timmar</mark>");
    expect(html(2, "2026-06-18")).toContain("Nytt sedan du gick modulen 18 jun 2026");
    expect(html(1, "2025-03-01")).toContain("Nytt sedan du gick modulen 1 mar 2025");
    expect(html(3, "2026-06-18")).not.toContain("ChangedBlock");
    expect(renderer.article(request(readerOf(lesson.key)))).not.toContain("<mark>");
  });
  it("gives each attempt its own forms", () => {
    const renderer = rendererWithLesson();
    for (const attempt of ["01A", "01B"]) {
      const html = renderer.article(request(readerOf(lesson.key, { attempt })));
      const named = [...html.matchAll(/name="attempt" value="([^"]*)"/g)].map(([, value]) => value);
      expect(new Set(named)).toEqual(new Set([attempt]));
      expect(named.length).toBe(5);
    }
  });
  it("lets nobody name an attempt that would be markup", () => {
    expect(() => rendererWithLesson().article(request(readerOf(lesson.key, { attempt: '"><script>' })))).toThrow(
      "letters and digits",
    );
  });
  it("says nothing of answers before they are given", () => {
    const renderer = rendererWithLesson();
    const before = renderer.article(request(readerOf(lesson.key, { departments: ["butik"] })));
    for (const secret of secrets) expect(before).not.toContain(secret);
    const [, wrong] = readers().find(([who]) => who.includes("wrong")) ?? [];
    if (!wrong) throw new Error("no such reader");
    const after = renderer.article(request(wrong));
    for (const secret of secrets.filter((text) => text !== "SECRET-OTHERWISE")) expect(after).toContain(secret);
    // What one reader has seen is still kept from the next.
    expect(renderer.article(request(readerOf(lesson.key, { departments: ["butik"] })))).toBe(before);
  });
  it("keeps what a reader wrote out of what it remembers", () => {
    const renderer = rendererWithLesson();
    const own = (text: string, shared: boolean) => ({ id: "own", text, shared, on: "2026-11-03" });
    const article = (reflections: LessonReader["reflections"]) =>
      renderer.article(request(readerOf(lesson.key, { reflections })));
    const untouched = article([]);
    const emptied = article([own("", false)]);
    expect(article([own("PRIVATE-WORDS", false)])).toContain("PRIVATE-WORDS");
    expect(article([own("OTHER-WORDS", true)])).not.toContain("PRIVATE-WORDS");
    expect(article([own("", true)])).not.toBe(emptied);
    expect(article([])).toBe(untouched);
    expect(article([own("", false)])).toBe(emptied);
  });
  it("has no inline style and no handler in it", () => {
    for (const [, reader] of readers()) {
      const html = rendererWithLesson().article(request(reader));
      expect(html).not.toMatch(/\sstyle=/);
      expect(html).not.toMatch(/\son[a-z]+=/);
    }
  });
  it("can be opened without anything that belongs to a reader", () => {
    const html = rendererWithLesson().opening(request(readerOf(lesson.key)));
    expect(html).toContain("Börja med vad personen är med om.");
    expect(html).not.toMatch(/<form|lesson-slot|KnowledgeCheck/);
  });
});

describe("the renderer", () => {
  it("says which lesson it was not given", () => {
    expect(() => createLessonRenderer().article(request(readerOf([]), "sv", "0".repeat(64)))).toThrow(
      `lesson ${"0".repeat(64)} was not added`,
    );
  });
  it("forgets the lesson that nobody has read for longest", () => {
    const renderer = createLessonRenderer(2);
    for (const hash of ["a", "b"]) renderer.add(hash, lesson.code);
    renderer.article(request(readerOf(lesson.key), "sv", "a"));
    renderer.add("c", lesson.code);
    expect(["a", "b", "c"].map((hash) => renderer.has(hash))).toEqual([true, false, true]);
  });
});

describe("a video", () => {
  it("is started by nobody but the reader, with captions and a transcript", () => {
    const html = rendererWithLesson().article(request(readerOf(lesson.key)));
    const video = /<video[^>]*>.*?<\/video>/.exec(html)?.[0] ?? "";
    expect(video).toContain(`src="/media/${"e".repeat(64)}.mp4"`);
    expect(video).toMatch(/^<video(?=[^>]* controls="")(?=[^>]* preload="metadata")(?=[^>]* aria-label="Ett svar")/);
    expect(video).not.toMatch(/autoplay|loop/i);
    expect(video).toMatch(/<track default="" kind="captions" src="[^"]*\.vtt" srcLang="sv" label="Textning"\/>/i);
    expect(html).toContain("<summary>Läs det som sägs och syns</summary><p>Åsa läser <em>högt</em>.</p>");
  });
  it("and a document, which is fetched under its own name", () => {
    const html = rendererWithLesson().article(request(readerOf(lesson.key)));
    expect(html).toMatch(/<a href="\/media\/c{64}\.pdf" download="checklist\.pdf">.*Checklistan.*PDF, 340 kB/);
  });
});

describe("components of the course", () => {
  it("render in the lesson, and so does what stands in them", async () => {
    const week = {
      name: "Week.tsx",
      path: "courses/c/components/Week.tsx",
      source:
        'import { useState, type ReactNode } from "react";\nexport function Week(props: { first: string; children?: ReactNode }) {\n  const [first] = useState(props.first);\n  return <section><b>{first}</b>{props.children}</section>;\n}\n',
    };
    const body =
      '<Week first="måndag">\n\n<Changed since="2">Nytt här.</Changed>\n\n</Week>\n\nOch <Week first="fredag" />.';
    const compiled = await compileLesson(lessonOf(body), lessonContext({ components: ["Week"] }), bundler, [week]);
    const renderer = createLessonRenderer();
    renderer.add(compiled.hash, compiled.code);
    const reader = readerOf([], { completed: { revision: 1, on: "2026-06-18" } });
    const html = renderer.article(request(reader, "sv", compiled.hash));
    expect(html).toBe(renderWhole(compiled.code, "sv", reader));
    expect(html).toContain("<b>måndag</b>");
    expect(html).toContain("ChangedBlock");
    expect(renderer.article(request(readerOf([]), "sv", compiled.hash))).not.toContain("ChangedBlock");
  });
});
