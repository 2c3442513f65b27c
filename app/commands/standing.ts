/**
 * `npm run -s standing < case.json`: where does this person stand? Needs no database.
 *
 * A case is `{ policy, facts, today }` and optionally `spreadDays`; the input is one case or a list of them, and the
 * output one standing or a list of them. `name` and `expect` may stand beside them, for whoever keeps a file of cases,
 * and are not read. Bad input: one line a fault on standard error, exit status 2, nothing on standard output.
 */
import { parseFacts } from "#app/domain/facts";
import type { Fault } from "#app/domain/faults";
import { parsePolicy } from "#app/domain/policy";
import { field, readDate, readObject, readWhole } from "#app/domain/reading";
import { type Standing, standing } from "#app/domain/standing";

const CASE_FIELDS = ["policy", "facts", "today", "spreadDays", "name", "expect"];

const faults: Fault[] = [];
const unread: string[] = [];
const input = readJson(await readStandardInput());
const answer = Array.isArray(input)
  ? input.map((entry: unknown, index) => answerCase(entry, `[${index}]`))
  : answerCase(input, "");

if (faults.length + unread.length > 0) {
  const told = [...unread, ...faults.map(({ path, message }) => `${path || "case"}: ${message}`)];
  process.stderr.write(told.map((line) => `${line}\n`).join(""));
  process.exitCode = 2;
} else {
  process.stdout.write(`${asText(answer)}\n`);
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, " ") : "";
    unread.push(`case: ${text.trim() === "" ? "nothing came on standard input" : `not JSON: ${why}`}`);
    return undefined;
  }
}

function answerCase(value: unknown, path: string): Standing | undefined {
  if (value === undefined) return undefined;
  const object = readObject(value, path, faults, CASE_FIELDS);
  if (object === undefined) return undefined;
  const policy = parsePolicy(object.policy, field(path, "policy"));
  const facts = parseFacts(object.facts, field(path, "facts"));
  for (const part of [policy, facts]) if (!part.ok) faults.push(...part.faults);
  const today = readDate(object.today, field(path, "today"), faults);
  const spreadDays =
    object.spreadDays === undefined ? 0 : readWhole(object.spreadDays, field(path, "spreadDays"), faults);
  if (!policy.ok || !facts.ok || today === undefined || spreadDays === undefined) return undefined;
  return standing(policy.value, facts.value, today, { spreadDays });
}

/** A list is written with one standing a line. */
function asText(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value, null, 2);
  return value.length === 0 ? "[]" : `[\n${value.map((entry) => JSON.stringify(entry)).join(",\n")}\n]`;
}
