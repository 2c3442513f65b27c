/** Rules about people as they are told: any rule can be put into few forms before it is said. */

export type ToldRole = "manager" | "trainer" | "hr" | "administrator" | "auditor";
export type ToldEmployment = "employee" | "temporary" | "contractor";

export type ToldCondition =
  | { readonly department: readonly string[]; readonly below?: boolean }
  | { readonly role: readonly ToldRole[] }
  | { readonly title: readonly string[] }
  | { readonly site: readonly string[] }
  | { readonly country: readonly string[] }
  | { readonly entity: readonly string[] }
  | { readonly employment: readonly ToldEmployment[] }
  | { readonly employed: { readonly from?: string; readonly until?: string } }
  | { readonly manager: readonly string[] }
  | { readonly responsibility: readonly string[]; readonly deputies?: boolean };

export type ToldAudience =
  | { readonly everyone: true }
  | { readonly departments: readonly string[] }
  | ToldCondition
  | { readonly all: readonly ToldAudience[] }
  | { readonly any: readonly ToldAudience[] }
  | { readonly not: ToldAudience };

/** A rule without what says nothing: no group of one, no group within one of its kind, no negation of a negation. */
export type Simple = "everyone" | "nobody" | ToldCondition | { readonly all: Part[] } | { readonly any: Part[] } | Not;
export interface Not {
  readonly not: Exclude<Simple, string | Not>;
}
export type Part = Exclude<Simple, string>;

function group(kind: "all" | "any", parts: readonly ToldAudience[]): Simple {
  const [neutral, decisive] = kind === "all" ? (["everyone", "nobody"] as const) : (["nobody", "everyone"] as const);
  const found: Part[] = [];
  for (const part of parts.map(simplified)) {
    if (part === decisive) return decisive;
    if (part === neutral || typeof part === "string") continue;
    if (kind === "all" && "all" in part) found.push(...part.all);
    else if (kind === "any" && "any" in part) found.push(...part.any);
    else found.push(part);
  }
  const [only] = found;
  if (only === undefined) return neutral;
  if (found.length === 1) return only;
  return kind === "all" ? { all: found } : { any: found };
}

export function simplified(audience: ToldAudience): Simple {
  if ("everyone" in audience) return "everyone";
  if ("departments" in audience) return listed({ department: audience.departments }, audience.departments);
  if ("all" in audience) return group("all", audience.all);
  if ("any" in audience) return group("any", audience.any);
  if ("not" in audience) {
    const inner = simplified(audience.not);
    if (inner === "everyone") return "nobody";
    if (inner === "nobody") return "everyone";
    return "not" in inner ? inner.not : { not: inner };
  }
  if ("employed" in audience) return audience;
  return listed(audience, Object.values(audience).find(Array.isArray) ?? []);
}

/** One of none is nobody. */
function listed(condition: ToldCondition, values: readonly unknown[]): Simple {
  return values.length === 0 ? "nobody" : condition;
}

/** What is not so, with the negation at each condition. */
export function opposite(part: Part): Part {
  if ("not" in part) return part.not;
  if ("all" in part) return { any: part.all.map(opposite) };
  if ("any" in part) return { all: part.any.map(opposite) };
  return { not: part };
}
