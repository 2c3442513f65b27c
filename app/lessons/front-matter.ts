import { z } from "zod";
import { hasControls } from "#app/domain/typed";
import { say } from "#app/words/areas/problems";
import type { Report } from "./problem";
import { readYaml } from "./read-yaml";
import { inSchema } from "./schema-message";

/** What a lesson says about itself before its text. */
export interface FrontMatter {
  readonly title: string;
  /** One sentence, shown under the title. */
  readonly summary?: string | undefined;
  readonly objectives?: readonly { readonly id: string; readonly text: string }[] | undefined;
}

const words = (key: "writeTitle" | "writeSummary" | "writeObjective") =>
  z
    .string({ error: inSchema(key) })
    .trim()
    .min(1, inSchema(key))
    .refine((text) => !hasControls(text), inSchema("controlCharacter"));

const schema = z.strictObject(
  {
    title: words("writeTitle"),
    summary: words("writeSummary").optional(),
    objectives: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, inSchema("objectiveIdLetters")),
          text: words("writeObjective"),
        }),
        { error: inSchema("objectivesForm") },
      )
      .optional(),
  },
  { error: inSchema("frontMatterForm") },
);

const lineEnd = /\r\n|\n|\r/g;

/** A lesson's source in its two parts, each on the lines where it stood. */
export interface SplitSource {
  /** YAML, without its fences; undefined where there is none that may be read. */
  readonly yaml: string | undefined;
  /** The lesson with blank lines where the front matter was. */
  readonly body: string;
}

/**
 * Takes the front matter off a lesson. Only a bare `---` opens one: other tools take `---js` for a program and run it,
 * so every other fence is refused here, before any of them sees the source.
 */
export function splitFrontMatter(source: string, report: Report): SplitSource {
  const rows = source.split(/\r\n|\n|\r/);
  const first = rows[0] ?? "";
  if (/^(\+\+\+|;;;)/.test(first)) {
    report({ line: 1, column: 1 }, "front-matter-language", say("fenceOther"));
    return { yaml: undefined, body: blank(rows, Math.max(1, closing(rows, first.slice(0, 3)) + 1)) };
  }
  if (!first.startsWith("---")) {
    report({ line: 1, column: 1 }, "front-matter", say("frontMatterMissing"));
    return { yaml: undefined, body: source };
  }
  const end = closing(rows, "---");
  if (first.trimEnd() !== "---") {
    report(
      { line: 1, column: 4 },
      "front-matter-language",
      say("frontMatterLanguage", { fence: first.trim().slice(0, 40) }),
    );
    return { yaml: undefined, body: blank(rows, end < 0 ? rows.length : end + 1) };
  }
  if (end < 0) {
    report({ line: 1, column: 1 }, "front-matter", say("frontMatterOpen"));
    return { yaml: undefined, body: blank(rows, rows.length) };
  }
  return { yaml: `\n${rows.slice(1, end).join("\n")}`, body: blank(rows, end + 1) };
}

function closing(rows: readonly string[], fence: string): number {
  return rows.findIndex((row, index) => index > 0 && row.trimEnd() === fence);
}

function blank(rows: readonly string[], until: number): string {
  return "\n".repeat(until) + rows.slice(until).join("\n");
}

/** Reads the YAML of `splitFrontMatter`; undefined when something was reported. */
export function readFrontMatter(yaml: string, report: Report): FrontMatter | undefined {
  if (yaml.replace(lineEnd, "").trim() === "") {
    report({ line: 1, column: 1 }, "front-matter", say("frontMatterEmpty"));
    return undefined;
  }
  return readYaml(yaml, schema, report)?.value;
}
