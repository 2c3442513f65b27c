/** Why somebody belongs to an audience: what holds of them, of all that its rule asks. */
import { type Audience, type Circumstances, type Condition, isInAudience } from "./audience";
import { folded } from "./folded";

/**
 * The conditions that somebody in these circumstances meets, each with only what is true of them: the department they are
 * in and not the other ten. Of alternatives the first that holds; of what is ruled out nothing. Empty for somebody who is
 * in it for working here alone.
 */
export function groundsFor(audience: Audience, now: Circumstances): Condition[] {
  if (!isInAudience(audience, now) || "everyone" in audience || "not" in audience) return [];
  if ("all" in audience) return audience.all.flatMap((part) => groundsFor(part, now));
  if ("any" in audience) {
    const first = audience.any.find((part) => isInAudience(part, now));
    return first === undefined ? [] : groundsFor(first, now);
  }
  if ("departments" in audience) return [{ department: nearest(audience.departments, now) }];
  return [narrowed(audience, now)];
}

function nearest(departments: readonly string[], now: Circumstances): string[] {
  return now.departments.filter((id) => departments.includes(id)).slice(0, 1);
}

function narrowed(condition: Condition, now: Circumstances): Condition {
  const { employment } = now;
  if ("department" in condition) return { department: nearest(condition.department, now) };
  if ("role" in condition) return { role: condition.role.filter((role) => now.roles.includes(role)) };
  if ("responsibility" in condition) {
    const held = now.responsibilities.filter(({ id }) => condition.responsibility.includes(id));
    const own = held.filter(({ deputy }) => !deputy).map(({ id }) => id);
    return own.length > 0 ? { responsibility: own } : { responsibility: held.map(({ id }) => id), deputies: true };
  }
  if (employment === null) return condition;
  if ("title" in condition) {
    return { title: condition.title.filter((title) => folded(title) === folded(employment.title)) };
  }
  if ("site" in condition) return { site: [employment.site] };
  if ("country" in condition) return { country: [employment.country] };
  if ("entity" in condition) return { entity: [employment.entity] };
  if ("employment" in condition) return { employment: [employment.kind] };
  if ("manager" in condition) return { manager: employment.manager === null ? [] : [employment.manager] };
  return { employed: { from: employment.since, until: employment.since } };
}
