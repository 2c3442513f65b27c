/** What was meant by a name that is not known, and the change that writes it. */
import { renameAttribute, renameElement } from "./edits";
import type { LessonContext } from "./lesson-context";
import { literalAttribute } from "./literal";
import { nearest } from "./nearest";
import type { Remedy } from "./problem";
import { readAttribute } from "./read-attribute";
import type { SourceText } from "./source-text";
import { isComponent, isNamed, type LessonAttribute, type LessonNode } from "./tree";
import { type ComponentRule, vocabulary } from "./vocabulary";

/** The component that was meant by an element; the change itself where what is written in its opening tag fits. */
export function renaming(
  node: LessonNode,
  above: readonly LessonNode[],
  meant: string | undefined,
  context: LessonContext,
  source: SourceText,
): Remedy {
  if (meant === undefined) return {};
  const rule = vocabulary.get(meant);
  const fits =
    fitsPlace(node, above, meant, rule) &&
    (!rule || (fitsAttributes(node, meant, rule, context) && fitsContent(node, meant, rule)));
  return { fix: meant, edit: fits ? renameElement(source, node, meant) : undefined };
}

/** Whether a component may stand where an element stands. */
function fitsPlace(
  node: LessonNode,
  above: readonly LessonNode[],
  name: string,
  rule: ComponentRule | undefined,
): boolean {
  const components = above.filter(isComponent);
  const holder = components.at(-1);
  const holds = vocabulary.get(holder?.name ?? "")?.holds;
  const partOfQuestion = name === "Choice" || name === "Feedback";
  if (holds && !holds.includes(name)) return false;
  if (components.some((one) => isNamed(one, "Check")) && !partOfQuestion && !rule?.inQuestions) return false;
  if (!rule) return true;
  const between = above.slice(holder ? above.lastIndexOf(holder) + 1 : 1);
  const isDirect = between.every(({ type }) => type === "paragraph");
  if (rule.inside && !(isDirect && rule.inside.includes(holder?.name ?? "page"))) return false;
  if (rule.stands === "inline") return node.type === "mdxJsxTextElement";
  if (rule.stands === "either" || node.type === "mdxJsxFlowElement") return true;
  const around = above.at(-1);
  return around?.type === "paragraph" && (around.children ?? []).every((child) => child === node || isBlank(child));
}

function isBlank({ type, value }: LessonNode): boolean {
  return type === "text" && (value ?? "").trim() === "";
}

/** Whether a component may hold what an element holds. */
function fitsContent(node: LessonNode, name: string, rule: ComponentRule): boolean {
  const children = (node.children ?? []).filter((child) => !isBlank(child));
  if (rule.empty !== (children.length === 0)) return false;
  if (rule.holds) return children.every((child) => isComponent(child) && rule.holds?.includes(child.name ?? ""));
  let fits = true;
  const step = (inner: LessonNode) => {
    if (
      inner.type === "heading" ||
      (isComponent(inner) && vocabulary.get(inner.name ?? "")?.inside?.includes(name) === false)
    )
      fits = false;
    if (!isComponent(inner)) for (const child of inner.children ?? []) step(child);
  };
  for (const child of children) step(child);
  return fits;
}

/** Whether everything that is written in an element's opening tag is right for a component. */
function fitsAttributes(node: LessonNode, name: string, rule: ComponentRule, context: LessonContext): boolean {
  const given = node.attributes ?? [];
  const has = (wanted: string) => given.filter((attribute) => attribute.name === wanted).length;
  if (given.some((attribute) => !fitsValue(name, attribute, attribute.name ?? "", rule, context))) return false;
  if ([...rule.attributes].some(([wanted, { required }]) => has(wanted) > 1 || (required && has(wanted) === 0)))
    return false;
  return !rule.oneOf || rule.oneOf.filter((wanted) => has(wanted) > 0).length === 1;
}

function fitsValue(
  component: string,
  attribute: LessonAttribute,
  name: string,
  rule: ComponentRule,
  context: LessonContext,
): boolean {
  const declared = rule.attributes.get(name);
  const value = attribute.type === "mdxJsxAttribute" ? literalAttribute(attribute) : undefined;
  let fits = declared !== undefined && value !== undefined;
  if (declared && value !== undefined) {
    readAttribute(component, name, value, declared.value, context, () => {
      fits = false;
    });
  }
  return fits;
}

/** The attribute that was meant; the change itself where it is not written yet and its value fits. */
export function attributeRenaming(
  node: LessonNode,
  attribute: LessonAttribute,
  rule: ComponentRule,
  context: LessonContext,
  source: SourceText,
): Remedy {
  const meant = nearest(attribute.name ?? "", rule.attributes.keys());
  if (meant === undefined) return {};
  const isFree = !node.attributes?.some(({ name }) => name === meant);
  const fits = isFree && fitsValue(node.name ?? "", attribute, meant, rule, context);
  return { fix: meant, edit: fits ? renameAttribute(source, attribute, meant) : undefined };
}
