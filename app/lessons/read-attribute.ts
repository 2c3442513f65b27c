import { type ProblemSaid, say } from "#app/words/areas/problems";
import type { LessonContext } from "./lesson-context";
import { readMediaPath } from "./media-path";
import { nearest } from "./nearest";
import type { ProblemCode } from "./problem";
import { readUrl } from "./read-url";
import type { AttributeType } from "./vocabulary";

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** `word` is what `fix` would take the place of. */
type Refuse = (code: ProblemCode, said: ProblemSaid, fix?: string, word?: string) => void;

/**
 * Checks one attribute's literal value against its declaration.
 *
 * @param value text, or true where only the name is written
 * @param declared undefined for the course's own components, which take any text
 * @returns the value to keep, or undefined when it was refused or says nothing (`right={false}`)
 */
export function readAttribute(
  component: string,
  name: string,
  value: string | true,
  declared: AttributeType | undefined,
  context: LessonContext,
  refuse: Refuse,
): string | true | undefined {
  if (!declared) return ownAttribute(name, value, context, refuse);
  if (declared.type === "flag") {
    if (value === true || value === "true") return true;
    if (value !== "false") refuse("attribute-value", say("flag", { name }));
    return undefined;
  }
  if (value === true || value.trim() === "") {
    const missing = component === "Figure" && name === "alt" ? "alt-missing" : "attribute-value";
    refuse(missing, say("saysNothing", { name }));
    return undefined;
  }
  switch (declared.type) {
    case "text":
      return value;
    case "id":
      if (idForm.test(value) && value.length <= 64) return value;
      refuse("id", say("idForm", { name, value: shown(value) }));
      return undefined;
    case "revision":
      if (/^[1-9][0-9]{0,5}$/.test(value)) return value;
      refuse("attribute-value", say("revisionNumber", { name }));
      return undefined;
    case "one-of": {
      if (declared.values.includes(value)) return value;
      const meant = nearest(value, declared.values);
      refuse(
        "attribute-value",
        say("oneOf", { name, value: shown(value), meant, values: declared.values }),
        meant,
        value,
      );
      return undefined;
    }
    case "department":
    case "departments":
      return readDepartments(name, value, declared.type === "department", context, refuse);
    case "picture":
    case "video":
    case "captions":
    case "document":
      return readMediaPath(name, value, declared.type, context, refuse);
  }
}

function readDepartments(
  name: string,
  value: string,
  single: boolean,
  context: LessonContext,
  refuse: Refuse,
): string | undefined {
  const ids = value.split(/[\s,]+/).filter(Boolean);
  const known = new Set(context.departments.map((department) => department.id));
  let good = true;
  for (const id of ids) {
    if (known.has(id)) continue;
    const meant = nearest(id, known);
    refuse("department-unknown", say("departmentUnknown", { id: shown(id), meant, known: [...known] }), meant, id);
    good = false;
  }
  if (single && ids.length > 1) {
    refuse("attribute-value", say("oneDepartment", { name }));
    good = false;
  }
  return good && ids.length > 0 ? [...new Set(ids)].join(" ") : undefined;
}

const addressed = /^(href|src|action|formaction|poster|data|cite|background|xlink:href|to|url)$/i;

function ownAttribute(
  name: string,
  value: string | true,
  context: LessonContext,
  refuse: Refuse,
): string | true | undefined {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) {
    refuse("attribute-unknown", say("attributeName", { name: shown(name) }));
    return undefined;
  }
  if (value !== true && (addressed.test(name) || /^\s*(javascript|data|vbscript):/i.test(value))) {
    const target = readUrl(value, context.module);
    if (target.kind === "refused") {
      refuse("url", say("attributeAddress", { name, reason: target.reason }));
      return undefined;
    }
  }
  return value;
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
