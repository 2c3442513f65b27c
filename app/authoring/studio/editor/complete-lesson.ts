/** What can be written in a lesson, where it can be written. */
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { vocabulary } from "#app/lessons/vocabulary";

/** What a lesson may name. */
export interface Known {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly media: readonly string[];
  /** Ids of questions that the other languages of the file have. */
  readonly questions: readonly string[];
  /** Number of the revision before. */
  readonly revision: number | null;
}

/** The components that must hold others begin with them. */
function snippet(name: string): string {
  const rule = vocabulary.get(name);
  const attributes = [...(rule?.attributes ?? [])]
    .filter(([, { required }]) => required)
    .map(([attribute]) => ` ${attribute}=""`);
  if (rule?.oneOf?.[0]) attributes.unshift(` ${rule.oneOf[0]}=""`);
  const open = `${name}${attributes.join("")}`;
  if (rule?.empty) return `${open} />`;
  if (rule?.stands === "inline") return `${open}></${name}>`;
  const [inner] = rule?.holds ?? [];
  return inner ? `${open}>\n\n<${inner}>\n\n</${inner}>\n\n</${name}>` : `${open}>\n\n</${name}>`;
}

function components(from: number): CompletionResult {
  const options: Completion[] = [...vocabulary.keys()].map((name) => {
    const text = snippet(name);
    return {
      label: name,
      type: "type",
      apply: (view, _completion, start, end) => {
        const first = text.indexOf('""');
        const inside = text.indexOf(">\n\n");
        const place = first >= 0 ? first + 1 : inside >= 0 ? inside + 3 : text.length;
        view.dispatch({ changes: { from: start, to: end, insert: text }, selection: { anchor: start + place } });
      },
    };
  });
  return { from, options, validFor: /^\w*$/ };
}

function values(component: string, attribute: string, known: Known): readonly Completion[] {
  const rule = vocabulary.get(component)?.attributes.get(attribute)?.value;
  switch (rule?.type) {
    case "department":
    case "departments":
      return known.departments.map(({ id, name }) => ({ label: id, detail: name }));
    case "one-of":
      return rule.values.map((label) => ({ label }));
    case "revision":
      return known.revision === null ? [] : [{ label: String(known.revision) }];
    case "picture":
    case "video":
    case "captions":
    case "document":
      return known.media.map((label) => ({ label }));
    case "id":
      return component === "Check" && attribute === "id" ? known.questions.map((label) => ({ label })) : [];
    default:
      return [];
  }
}

/** Suggests components after `<`, their attributes, and what an attribute may hold. */
export function lessonCompletion(known: () => Known) {
  return (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = context.state.sliceDoc(Math.max(0, line.from - 400), context.pos);
    const component = /<(\w*)$/.exec(before);
    if (component) return components(context.pos - (component[1]?.length ?? 0));
    const tag = /<([A-Z]\w*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s+([\w-]*)$/.exec(before);
    if (tag) {
      const [, name = "", written = "", begun = ""] = tag;
      const there = new Set([...written.matchAll(/([\w-]+)/g)].map(([attribute]) => attribute));
      const options = [...(vocabulary.get(name)?.attributes ?? [])]
        .filter(([attribute]) => !there.has(attribute))
        .map(([attribute, { value, required }]): Completion => {
          const text = value.type === "flag" ? attribute : `${attribute}=""`;
          return {
            label: attribute,
            type: "property",
            boost: required ? 1 : 0,
            apply: (view, _completion, from, to) => {
              const anchor = from + text.length - (value.type === "flag" ? 0 : 1);
              view.dispatch({ changes: { from, to, insert: text }, selection: { anchor } });
            },
          };
        });
      return options.length > 0 ? { from: context.pos - begun.length, options, validFor: /^[\w-]*$/ } : null;
    }
    const value = /<([A-Z]\w*)\b[^<>]*\s([\w-]+)="([^"]*)$/.exec(before);
    if (!value) return null;
    const [, name = "", attribute = "", typed = ""] = value;
    const [begun = ""] = /[^\s,]*$/.exec(typed) ?? [];
    const options = values(name, attribute, known());
    return options.length > 0 ? { from: context.pos - begun.length, options, validFor: /^[^\s",]*$/ } : null;
  };
}
