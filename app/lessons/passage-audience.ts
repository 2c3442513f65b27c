import { isNamed, type LessonNode, textOf } from "./tree";

/** Who a passage is for: those of some departments, or everybody but those of some. Absent: everybody. */
export type PassageAudience = { readonly only: readonly string[] } | { readonly except: readonly string[] };

/** The audience that a `ForDepartment` or `Why` states; undefined for other nodes. */
export function audienceOf(node: LessonNode): PassageAudience | undefined {
  if (isNamed(node, "Why")) return { only: idsOf(textOf(node, "for")) };
  if (!isNamed(node, "ForDepartment")) return undefined;
  const only = textOf(node, "only");
  return only !== undefined ? { only: idsOf(only) } : { except: idsOf(textOf(node, "except")) };
}

/** Department ids as an attribute holds them: separated by spaces. */
export function idsOf(value: string | undefined): string[] {
  return (value ?? "").split(/[\s,]+/).filter(Boolean);
}

/**
 * Whether somebody is meant by a passage.
 *
 * @param departments every unit the person belongs to, with all units above it
 */
export function isMeant(audience: PassageAudience | undefined, departments: readonly string[]): boolean {
  if (!audience) return true;
  if ("only" in audience) return audience.only.some((id) => departments.includes(id));
  return !audience.except.some((id) => departments.includes(id));
}
