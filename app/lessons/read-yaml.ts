import { isMap, isScalar, LineCounter, type Node, parse, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { say } from "#app/words/areas/problems";
import { nearest } from "./nearest";
import type { Edit, Place, Report } from "./problem";
import { readSchemaMessage } from "./schema-message";

/** YAML files are small; anything larger is a mistake or an attack. */
const largestYaml = 100_000;

/** A parsed YAML text that can still say where each of its values stands. */
export interface YamlSource<T> {
  readonly value: T;
  /** The place of the value at a path; of the nearest thing around it where there is none. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The change that puts another word in place of the value at a path; undefined where that is not written as plainly. */
  replace(path: readonly PropertyKey[], word: string, insert: string): Edit | undefined;
}

/**
 * Reads YAML 1.2 as plain data and checks it against a schema. Nothing in YAML is executed: custom tags and aliases
 * are refused, and so are repeated and unknown keys.
 *
 * @param source text whose lines are counted from 1; blank lines may stand for what was before it in the file
 * @returns undefined when something was reported
 */
export function readYaml<S extends z.ZodType>(
  source: string,
  schema: S,
  report: Report,
): YamlSource<z.output<S>> | undefined {
  if (source.length > largestYaml) {
    report({ line: 1, column: 1 }, "too-large", say("yamlTooLarge", { most: largestYaml }));
    return undefined;
  }
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  let failed = false;
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  for (const fault of [...document.errors, ...document.warnings]) {
    failed = true;
    report(at(fault.pos[0]), "yaml", say("yamlFault", { code: fault.code, fault: firstSentence(fault.message) }));
  }
  visit(document, {
    Alias(_, node) {
      failed = true;
      const { line, column } = at(node.range?.[0] ?? 0);
      report({ line, column }, "yaml", say("yamlAlias"));
    },
  });
  if (failed) return undefined;

  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length--) {
      const keys = path.slice(0, length).map((key) => (typeof key === "symbol" ? String(key) : key));
      const node = document.getIn(keys, true) as Node | undefined;
      if (node?.range) return at(node.range[0]);
    }
    return at(document.contents?.range?.[0] ?? 0);
  };
  const replace = (path: readonly PropertyKey[], word: string, insert: string): Edit | undefined => {
    const range = (document.getIn([...path], true) as Node | undefined)?.range;
    if (!range || source.slice(range[0], range[1]) !== word || typeof parse(insert) !== typeof parse(word))
      return undefined;
    return { from: at(range[0]), to: at(range[1]), insert };
  };
  const pairOf = (path: readonly PropertyKey[], key: string) => {
    const parent = path.length === 0 ? document.contents : document.getIn([...path].map(String), true);
    if (!isMap(parent)) return undefined;
    return parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
  };

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 0 });
  } catch {
    report({ line: 1, column: 1 }, "yaml", say("yamlUnread"));
    return undefined;
  }
  const checked = schema.safeParse(data);
  if (checked.success) return { value: checked.data, placeOf, replace };
  for (const issue of checked.error.issues) {
    const where = pathText(issue.path);
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        const known = knownKeys(schema, issue.path);
        const pair = pairOf(issue.path, key);
        const place = isScalar(pair?.key) && pair.key.range ? at(pair.key.range[0]) : placeOf(issue.path);
        // { sv: 1,4 läsare } is a field without value: the comma began a new one.
        const isEmpty = pair !== undefined && (isScalar(pair.value) ? pair.value.value : pair.value) === null;
        report(place, "schema", say("fieldUnknown", { where, key, meant: nearest(key, known), known, isEmpty }));
      }
      continue;
    }
    const ours = readSchemaMessage(issue.message);
    const expected = issue.code === "invalid_type" ? issue.expected : undefined;
    const reason = ours ?? say("otherValue", { fault: issue.message, expected });
    report(placeOf(issue.path), "schema", say("inField", { where, reason }));
  }
  return undefined;
}

/** `revisions[0].within` */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index ? `.${String(key)}` : String(key)))
    .join("");
}

function firstSentence(message: string): string {
  return (message.split("\n")[0] ?? message).trim();
}

/** The fields that a strict object of the schema has at a path; empty where the path leads elsewhere. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const key of path) {
    const inner = unwrap(current);
    if (isShaped(inner)) current = Object.hasOwn(inner.shape, key) ? inner.shape[String(key)] : undefined;
    else if (isListed(inner)) current = inner.element;
    else return [];
  }
  const last = unwrap(current);
  return isShaped(last) ? Object.keys(last.shape) : [];
}

function isShaped(value: unknown): value is { shape: Record<string, unknown> } {
  return typeof value === "object" && value !== null && "shape" in value && typeof value.shape === "object";
}

function isListed(value: unknown): value is { element: unknown } {
  return typeof value === "object" && value !== null && "element" in value;
}

function unwrap(value: unknown): unknown {
  let current = value;
  while (typeof current === "object" && current !== null && !isListed(current)) {
    if (!("unwrap" in current) || typeof current.unwrap !== "function") break;
    current = current.unwrap();
  }
  return current;
}
