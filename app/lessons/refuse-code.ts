import { say } from "#app/words/areas/problems";
import {
  addAttribute,
  removeAttribute,
  removeFromSentence,
  removeLines,
  replaceInAttribute,
  spanOf,
  writeMarkdown,
} from "./edits";
import type { LessonContext } from "./lesson-context";
import { isRecord, literalAttribute, literalOf } from "./literal";
import { nearest } from "./nearest";
import type { Report } from "./problem";
import { readAttribute } from "./read-attribute";
import { attributeRenaming, renaming } from "./renaming";
import type { SourceText, Span } from "./source-text";
import { compiledMarkdown, type LessonAttribute, type LessonNode, placeOf, plainText } from "./tree";
import { type ComponentRule, isLaterComponent, vocabulary } from "./vocabulary";

const markdown = new Set([...compiledMarkdown, "definition", "imageReference", "linkReference"]);

/**
 * The first thing done to a parsed lesson: everything that could run is reported and taken out, and what is left is
 * Markdown and components of the vocabulary whose attributes are plain text. Literal expressions become the text they stand for.
 *
 * @returns a new tree without any expression; what was refused is not in it
 */
export function refuseCode(tree: LessonNode, context: LessonContext, report: Report, source: SourceText): LessonNode {
  const own = new Set(context.components ?? []);

  const clean = (node: LessonNode, above: readonly LessonNode[]): LessonNode[] => {
    const place = placeOf(node);
    const inside = () => {
      const under = [...above, node];
      return joined((node.children ?? []).flatMap((child) => clean(child, under)));
    };
    switch (node.type) {
      case "mdxjsEsm":
        reportModuleCode(node, report, source);
        return [];
      case "mdxFlowExpression":
      case "mdxTextExpression": {
        const literal = literalOf(node.data);
        if (literal === undefined) {
          reportExpression(node, report, source);
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
        const rule = ruleOf(node, above, own, context, report, source);
        if (rule === undefined) return inside();
        const attributes = cleanAttributes(node, rule, context, report, source);
        const { data: _, ...rest } = node;
        return [{ ...rest, attributes, children: inside() }];
      }
      case "html":
        report(place, "element", say("html"));
        return [];
      default: {
        if (!markdown.has(node.type)) {
          report(place, "syntax", say("nodeType", { type: node.type }));
          return [];
        }
        return [node.children ? { ...node, children: inside() } : node];
      }
    }
  };

  return clean(tree, [])[0] ?? { type: "root", children: [] };
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
function ruleOf(
  node: LessonNode,
  above: readonly LessonNode[],
  own: ReadonlySet<string>,
  context: LessonContext,
  report: Report,
  source: SourceText,
): ComponentRule | null | undefined {
  const place = placeOf(node);
  const name = node.name;
  if (!name) {
    report(place, "fragment", say("fragment"));
    return undefined;
  }
  const rule = vocabulary.get(name);
  if (rule) return rule;
  if (own.has(name)) return null;
  if (isLaterComponent(name)) {
    report(place, "component-later", say("componentLater", { name }));
    return undefined;
  }
  if (/^[a-z]/.test(name) && !name.includes(".")) {
    report(place, "element", say("element", { name, meant: nearest(name, vocabulary.keys()) }), {
      edit: writeMarkdown(source, node),
    });
    for (const attribute of node.attributes ?? []) reportDangerous(attribute, report, source);
    return undefined;
  }
  report(
    place,
    "component-unknown",
    say("componentUnknown", {
      name,
      meant: nearest(name, [...vocabulary.keys(), ...own]),
      known: [...vocabulary.keys()],
    }),
    renaming(node, above, nearest(name, [...vocabulary.keys(), ...own]), context, source),
  );
  return undefined;
}

function cleanAttributes(
  node: LessonNode,
  rule: ComponentRule | null,
  context: LessonContext,
  report: Report,
  source: SourceText,
): LessonAttribute[] {
  const kept: LessonAttribute[] = [];
  const seen = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    const at = placeOf(attribute.position ? attribute : node);
    if (attribute.type !== "mdxJsxAttribute" || attribute.name === undefined) {
      report(at, "spread", say("spread"));
      continue;
    }
    const name = attribute.name;
    if (reportDangerous(attribute, report, source, node)) continue;
    if (seen.has(name)) {
      report(at, "attribute-value", say("attributeTwice", { name }));
      continue;
    }
    seen.add(name);
    const declared = rule?.attributes.get(name);
    if (rule && !declared) {
      const known = [...rule.attributes.keys()];
      report(
        at,
        "attribute-unknown",
        say("attributeUnknown", { component: node.name ?? "", name, meant: nearest(name, known), known }),
        attributeRenaming(node, attribute, rule, context, source),
      );
      continue;
    }
    const value = literalAttribute(attribute);
    if (value === undefined) {
      report(at, "attribute-expression", say("attributeExpression", { name }));
      continue;
    }
    const read = readAttribute(node.name ?? "", name, value, declared?.value, context, (code, said, fix, word) =>
      report(at, code, said, {
        fix,
        edit: fix === undefined || word === undefined ? undefined : replaceInAttribute(source, attribute, word, fix),
      }),
    );
    if (read !== undefined)
      kept.push({ type: "mdxJsxAttribute", name, value: read === true ? null : read, position: attribute.position });
  }
  for (const [name, declared] of rule?.attributes ?? []) {
    if (!declared.required || seen.has(name)) continue;
    if (name === "alt") {
      report(placeOf(node), "alt-missing", say("figureWithoutAlt"), { edit: addAttribute(source, node, 'alt=""') });
    } else {
      report(placeOf(node), "attribute-missing", say("attributeMissing", { component: node.name ?? "", name }));
    }
  }
  // Whoever cannot hear a video reads what is said in it (WCAG 1.2.2).
  if (node.name === "Video" && rule && !seen.has("captions") && plainText(node) === "") {
    report(placeOf(node), "captions-missing", say("captionsMissing"));
  }
  const oneOf = rule?.oneOf ?? [];
  if (oneOf.length && oneOf.filter((name) => seen.has(name)).length !== 1) {
    report(placeOf(node), "attribute-missing", say("attributeOneOf", { component: node.name ?? "", names: oneOf }));
  }
  return kept;
}

/** Handlers, styles and the like are refused wherever they stand, whatever their value. */
function reportDangerous(attribute: LessonAttribute, report: Report, source: SourceText, node?: LessonNode): boolean {
  const name = attribute.name ?? "";
  const at = placeOf(attribute.position || !node ? attribute : node);
  const edit = removeAttribute(source, attribute);
  if (/^on[a-z]{3,}/i.test(name)) {
    report(at, "handler", say("handler", { name }), { edit });
    return true;
  }
  if (/^(style|class|classname)$/i.test(name)) {
    report(at, "inline-style", say("style", { name }), { edit });
    return true;
  }
  if (/^(ref|key|dangerouslysetinnerhtml|components)$/i.test(name)) {
    report(at, "attribute-unknown", say("attributeForbidden", { name }), { edit });
    return true;
  }
  return false;
}

function reportExpression(node: LessonNode, report: Report, source: SourceText): void {
  const text = node.value ?? "";
  const comment = /^\s*(\/\*[\s\S]*\*\/)?\s*$/.test(text);
  if (comment) {
    const span = spanOf(node);
    const edit = node.type === "mdxFlowExpression" ? removeLines(source, span) : removeFromSentence(source, span);
    report(placeOf(node), "expression", say("comment"), { edit });
    return;
  }
  const beginning = text.length > 30 ? `${text.slice(0, 30)}...` : text;
  report(placeOf(node), "expression", say("expression", { source: beginning }));
}

function reportModuleCode(node: LessonNode, report: Report, source: SourceText): void {
  const program = node.data?.estree;
  const statements = isRecord(program) && Array.isArray(program.body) ? program.body : [];
  let said = false;
  for (const statement of statements as unknown[]) {
    if (!isRecord(statement)) continue;
    const span = spanOfStatement(statement);
    const place = span?.from ?? placeOf(node);
    const imports = statement.type === "ImportDeclaration";
    said = true;
    report(place, imports ? "import" : "export", imports ? say("importStatement") : say("exportStatement"), {
      edit: removeLines(source, span),
    });
  }
  if (!said) report(placeOf(node), "import", say("moduleCode"));
}

function spanOfStatement({ loc }: Record<string, unknown>): Span | undefined {
  const placed = (place: unknown) =>
    isRecord(place) && typeof place.line === "number" && typeof place.column === "number"
      ? { line: place.line, column: place.column + 1 }
      : undefined;
  const from = isRecord(loc) ? placed(loc.start) : undefined;
  const to = isRecord(loc) ? placed(loc.end) : undefined;
  return from && to && { from, to };
}
