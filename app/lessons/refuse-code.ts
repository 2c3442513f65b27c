import type { LessonContext } from "./lesson-context";
import { isRecord, literalAttribute, literalOf } from "./literal";
import { didYouMean, nearest } from "./nearest";
import type { Report } from "./problem";
import { readAttribute } from "./read-attribute";
import { compiledMarkdown, type LessonAttribute, type LessonNode, placeOf } from "./tree";
import { type ComponentRule, insteadOfElement, laterComponents, vocabulary } from "./vocabulary";

const markdown = new Set([...compiledMarkdown, "definition", "imageReference", "linkReference"]);

/**
 * The first thing done to a parsed lesson: everything that could run is reported and taken out, and what is left is
 * Markdown and components of the vocabulary whose attributes are plain text. Literal expressions become the text they stand for.
 *
 * @returns a new tree without any expression; what was refused is not in it
 */
export function refuseCode(tree: LessonNode, context: LessonContext, report: Report): LessonNode {
  const own = new Set(context.components ?? []);

  const clean = (node: LessonNode): LessonNode[] => {
    const place = placeOf(node);
    const inside = () => joined((node.children ?? []).flatMap(clean));
    switch (node.type) {
      case "mdxjsEsm":
        reportModuleCode(node, report);
        return [];
      case "mdxFlowExpression":
      case "mdxTextExpression": {
        const literal = literalOf(node.data);
        if (literal === undefined) {
          reportExpression(node, report);
          return [];
        }
        if (typeof literal === "boolean") return [];
        const text: LessonNode = { type: "text", value: String(literal), position: node.position };
        return [
          node.type === "mdxTextExpression" ? text : { type: "paragraph", children: [text], position: node.position },
        ];
      }
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement": {
        const rule = ruleOf(node, own, report);
        if (rule === undefined) return inside();
        const attributes = cleanAttributes(node, rule, context, report);
        const { data: _, ...rest } = node;
        return [{ ...rest, attributes, children: inside() }];
      }
      case "html":
        report(place, "element", "Lessons hold no HTML. Write Markdown.");
        return [];
      default: {
        if (!markdown.has(node.type)) {
          report(place, "syntax", `Lessons hold no ${node.type}. Write plain Markdown.`);
          return [];
        }
        return [node.children ? { ...node, children: inside() } : node];
      }
    }
  };

  return clean(tree)[0] ?? { type: "root", children: [] };
}

/** Texts that stand beside each other once what was between them is gone are one text. */
function joined(nodes: readonly LessonNode[]): LessonNode[] {
  const list: LessonNode[] = [];
  for (const node of nodes) {
    const last = list.at(-1);
    if (last?.type === "text" && node.type === "text") {
      const value = (last.value ?? "") + (node.value ?? "");
      list[list.length - 1] = { ...last, value };
    } else list.push(node);
  }
  return list;
}

/** Undefined: not in the vocabulary, and reported. Null: one of the course's own components, which declares nothing. */
function ruleOf(node: LessonNode, own: ReadonlySet<string>, report: Report): ComponentRule | null | undefined {
  const place = placeOf(node);
  const name = node.name;
  if (!name) {
    report(place, "fragment", "Lessons hold no <> fragments. Write the content alone.");
    return undefined;
  }
  const rule = vocabulary.get(name);
  if (rule) return rule;
  if (own.has(name)) return null;
  const later = laterComponents.get(name);
  if (later) {
    report(place, "component-later", `${later}.`);
    return undefined;
  }
  if (/^[a-z]/.test(name) && !name.includes(".")) {
    const instead = insteadOfElement.get(name);
    const meant = nearest(name, vocabulary.keys());
    report(
      place,
      "element",
      `Lessons hold no HTML, such as <${name}>.${instead ? ` Write ${instead}.` : meant ? ` Did you mean ${meant}?` : " Write Markdown."}`,
    );
    for (const attribute of node.attributes ?? []) reportDangerous(attribute, report);
    return undefined;
  }
  report(
    place,
    "component-unknown",
    `There is no component ${name}.${didYouMean(name, [...vocabulary.keys(), ...own]) || ` The components are ${[...vocabulary.keys()].join(", ")}.`}`,
    suggestion(name, [...vocabulary.keys(), ...own]),
  );
  return undefined;
}

function suggestion(word: string, known: Iterable<string>): { fix: string } | undefined {
  const fix = nearest(word, known);
  return fix === undefined ? undefined : { fix };
}

function cleanAttributes(
  node: LessonNode,
  rule: ComponentRule | null,
  context: LessonContext,
  report: Report,
): LessonAttribute[] {
  const kept: LessonAttribute[] = [];
  const seen = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    const at = placeOf(attribute.position ? attribute : node);
    if (attribute.type !== "mdxJsxAttribute" || attribute.name === undefined) {
      report(at, "spread", "Attributes cannot be spread with {...}. Write each attribute out.");
      continue;
    }
    const name = attribute.name;
    if (reportDangerous(attribute, report, node)) continue;
    if (seen.has(name)) {
      report(at, "attribute-value", `${name} is written twice. Write it once.`);
      continue;
    }
    seen.add(name);
    const declared = rule?.attributes.get(name);
    if (rule && !declared) {
      const known = [...rule.attributes.keys()];
      report(
        at,
        "attribute-unknown",
        `${node.name} has no attribute ${name}.${didYouMean(name, known) || (known.length ? ` It has ${known.join(", ")}.` : " It has none.")}`,
        suggestion(name, known),
      );
      continue;
    }
    const value = literalAttribute(attribute);
    if (value === undefined) {
      report(at, "attribute-expression", `${name} is an expression. Write the value itself, as ${name}="...".`);
      continue;
    }
    const read = readAttribute(node.name ?? "", name, value, declared?.value, context, (code, message, fix) =>
      report(at, code, message, fix === undefined ? undefined : { fix }),
    );
    if (read !== undefined)
      kept.push({ type: "mdxJsxAttribute", name, value: read === true ? null : read, position: attribute.position });
  }
  for (const [name, declared] of rule?.attributes ?? []) {
    if (!declared.required || seen.has(name)) continue;
    if (name === "alt") {
      report(placeOf(node), "alt-missing", 'The picture has no alt. Write alt="what the picture shows".');
    } else {
      report(placeOf(node), "attribute-missing", `${node.name} needs ${name}. Write <${node.name} ${name}="...">.`);
    }
  }
  const oneOf = rule?.oneOf ?? [];
  if (oneOf.length && oneOf.filter((name) => seen.has(name)).length !== 1) {
    report(
      placeOf(node),
      "attribute-missing",
      `${node.name} takes one of ${oneOf.join(" and ")}. Write <${node.name} ${oneOf[0]}="...">.`,
    );
  }
  return kept;
}

/** Handlers, styles and the like are refused wherever they stand, whatever their value. */
function reportDangerous(attribute: LessonAttribute, report: Report, node?: LessonNode): boolean {
  const name = attribute.name ?? "";
  const at = placeOf(attribute.position || !node ? attribute : node);
  if (/^on[a-z]{3,}/i.test(name)) {
    report(at, "handler", `${name} is an event handler, and lessons never run code. Remove it.`);
    return true;
  }
  if (/^(style|class|classname)$/i.test(name)) {
    report(at, "inline-style", `${name} is not for lessons: the look belongs to the product. Remove it.`);
    return true;
  }
  if (/^(ref|key|dangerouslysetinnerhtml|components)$/i.test(name)) {
    report(at, "attribute-unknown", `${name} is not an attribute that lessons may set. Remove it.`);
    return true;
  }
  return false;
}

function reportExpression(node: LessonNode, report: Report): void {
  const source = node.value ?? "";
  const comment = /^\s*(\/\*[\s\S]*\*\/)?\s*$/.test(source);
  report(
    placeOf(node),
    "expression",
    comment
      ? "Lessons hold no { } comments. Leave the remark out."
      : `Lessons hold no { } expressions, such as {${source.length > 30 ? `${source.slice(0, 30)}...` : source}}. Write the text itself, or \\{ where a brace is meant.`,
  );
}

function reportModuleCode(node: LessonNode, report: Report): void {
  const program = node.data?.estree;
  const statements = isRecord(program) && Array.isArray(program.body) ? program.body : [];
  let said = false;
  for (const statement of statements as unknown[]) {
    if (!isRecord(statement)) continue;
    const loc = statement.loc;
    const start = isRecord(loc) ? loc.start : undefined;
    const place =
      isRecord(start) && typeof start.line === "number" && typeof start.column === "number"
        ? { line: start.line, column: start.column + 1 }
        : placeOf(node);
    const imports = statement.type === "ImportDeclaration";
    said = true;
    report(
      place,
      imports ? "import" : "export",
      imports
        ? "Lessons import nothing: the components are there already. Remove the line; pictures are shown with <Figure>."
        : "Lessons export nothing. What a lesson says about itself stands in its front matter.",
    );
  }
  if (!said) report(placeOf(node), "import", "Lessons hold no import and no export. Remove the line.");
}
