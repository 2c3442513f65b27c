/** The closed vocabulary of lessons: every component a trainer may write, its attributes, and where it may stand. */

export type AttributeType =
  | { readonly type: "text" }
  | { readonly type: "flag" }
  | { readonly type: "revision" }
  | { readonly type: "id" }
  | { readonly type: "picture" }
  | { readonly type: "video" }
  | { readonly type: "captions" }
  | { readonly type: "document" }
  | { readonly type: "department" }
  | { readonly type: "departments" }
  | { readonly type: "one-of"; readonly values: readonly string[] };

export interface AttributeRule {
  readonly value: AttributeType;
  readonly required: boolean;
}

export interface ComponentRule {
  readonly attributes: ReadonlyMap<string, AttributeRule>;
  /** `block`: on lines of its own; `inline`: inside a sentence; `either`: both. */
  readonly stands: "block" | "inline" | "either";
  /** The only nodes it may stand directly in; `page` is the lesson itself. Absent: wherever text may stand. */
  readonly inside?: readonly string[];
  /** The only components it may hold. Absent: any Markdown and any component that may stand there. */
  readonly holds?: readonly string[];
  /** Whether it may be used in the prompt, the choices and the feedback of a question. */
  readonly inQuestions: boolean;
  /** Attributes of which exactly one must be written. */
  readonly oneOf?: readonly string[];
  /** Whether it must be written without content, as `<Figure ... />`. */
  readonly empty: boolean;
  /** Whether it may be written either way. */
  readonly mayBeEmpty?: boolean;
}

const text: AttributeType = { type: "text" };
const id: AttributeType = { type: "id" };
const must = (value: AttributeType): AttributeRule => ({ value, required: true });
const may = (value: AttributeType): AttributeRule => ({ value, required: false });

function rule(
  attributes: Record<string, AttributeRule>,
  more: Partial<Omit<ComponentRule, "attributes">> = {},
): ComponentRule {
  return {
    attributes: new Map(Object.entries(attributes)),
    stands: "block",
    inQuestions: false,
    empty: false,
    ...more,
  };
}

/** Where questions and other things to do may stand. */
const pageOrDepartment = ["page", "ForDepartment"] as const;

/** A Map and not an object: `constructor` and `__proto__` are names that somebody can write. */
export const vocabulary: ReadonlyMap<string, ComponentRule> = new Map([
  ["Callout", rule({ kind: may({ type: "one-of", values: ["note", "tip", "legal", "warning"] }), title: may(text) })],
  [
    "ForDepartment",
    rule(
      { only: may({ type: "departments" }), except: may({ type: "departments" }) },
      { inside: ["page", "Changed", "Step"], oneOf: ["only", "except"] },
    ),
  ],
  ["Why", rule({ for: must({ type: "department" }) }, { inside: ["page"] })],
  [
    "Figure",
    rule({ src: must({ type: "picture" }), alt: must(text), caption: may(text) }, { inQuestions: true, empty: true }),
  ],
  [
    "Video",
    rule(
      {
        src: must({ type: "video" }),
        title: must(text),
        captions: may({ type: "captions" }),
        poster: may({ type: "picture" }),
      },
      { inside: ["page", "ForDepartment", "Changed", "Step"], mayBeEmpty: true },
    ),
  ],
  ["Attachment", rule({ src: must({ type: "document" }), title: must(text) }, { empty: true })],
  ["Steps", rule({ title: may(text) }, { holds: ["Step"] })],
  ["Step", rule({ title: may(text) }, { inside: ["Steps"] })],
  ["Compare", rule({ label: may(text) }, { holds: ["Good", "Bad"] })],
  ["Good", rule({ label: may(text) }, { inside: ["Compare"] })],
  ["Bad", rule({ label: may(text) }, { inside: ["Compare"] })],
  ["Changed", rule({ since: must({ type: "revision" }) }, { stands: "either" })],
  ["Confirm", rule({ id: must(id) }, { inside: pageOrDepartment })],
  [
    "Check",
    rule(
      {
        id: must(id),
        kind: may({ type: "one-of", values: ["one", "many", "order", "text"] }),
        objective: may(id),
      },
      { inside: pageOrDepartment },
    ),
  ],
  ["Choice", rule({ right: may({ type: "flag" }) }, { inside: ["Check"] })],
  ["Feedback", rule({}, { inside: ["Check", "Choice"] })],
  ["Reflect", rule({ id: must(id), prompt: must(text) }, { inside: pageOrDepartment, empty: true })],
  ["Term", rule({ def: must(text) }, { stands: "inline", inQuestions: true })],
]);

/** A component that is part of the dialect but not yet of the product. */
export type LaterComponent = "Person" | "ShareExample";

export const laterComponents: ReadonlySet<string> = new Set<LaterComponent>(["Person", "ShareExample"]);

export function isLaterComponent(name: string): name is LaterComponent {
  return laterComponents.has(name);
}
