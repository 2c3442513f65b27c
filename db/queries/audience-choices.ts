/** Reads of what rules about people can name, and of the names of what they do name. */
import type { Audience } from "#app/domain/audience";
import type { Reader } from "../connect";
import { padded } from "./padded";

type Localised = Readonly<Record<string, string>>;

/** Names as they are kept: by language where they are, as text where not. */
export interface RawNames {
  readonly departments: ReadonlyMap<string, Localised>;
  readonly sites: ReadonlyMap<string, string>;
  readonly entities: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly responsibilities: ReadonlyMap<string, Localised>;
}

interface Mentioned {
  readonly departments: Set<string>;
  readonly people: Set<string>;
}

function mention(audience: Audience, mentioned: Mentioned): void {
  if ("all" in audience) for (const part of audience.all) mention(part, mentioned);
  else if ("any" in audience) for (const part of audience.any) mention(part, mentioned);
  else if ("not" in audience) mention(audience.not, mentioned);
  else if ("departments" in audience) for (const id of audience.departments) mentioned.departments.add(id);
  else if ("department" in audience) for (const id of audience.department) mentioned.departments.add(id);
  else if ("manager" in audience) for (const id of audience.manager) mentioned.people.add(id);
}

/** The names of everything that some audiences speak of; `more` people are named too. */
export async function findAudienceNames(
  db: Reader,
  audiences: readonly Audience[],
  more: readonly string[] = [],
): Promise<RawNames> {
  const mentioned: Mentioned = { departments: new Set(), people: new Set(more) };
  for (const audience of audiences) mention(audience, mentioned);
  const departments =
    mentioned.departments.size === 0
      ? []
      : await db
          .selectFrom("department")
          .select(["id", "name"])
          .where("id", "in", padded([...mentioned.departments]))
          .execute();
  const people =
    mentioned.people.size === 0
      ? []
      : await db
          .selectFrom("person")
          .select(["id", "given_name", "family_name"])
          .where("id", "in", padded([...mentioned.people]))
          .execute();
  const sites = await db.selectFrom("site").select(["id", "name"]).execute();
  const entities = await db.selectFrom("entity").select(["id", "name"]).execute();
  const responsibilities = await db.selectFrom("responsibility").select(["id", "name"]).execute();
  return {
    departments: new Map(departments.map((row) => [row.id, JSON.parse(row.name) as Localised])),
    sites: new Map(sites.map((row) => [row.id, row.name])),
    entities: new Map(entities.map((row) => [row.id, row.name])),
    people: new Map(people.map((row) => [row.id, `${row.given_name} ${row.family_name}`])),
    responsibilities: new Map(responsibilities.map((row) => [row.id, JSON.parse(row.name) as Localised])),
  };
}

/** What a rule can name besides departments and people: only what is open. */
export async function findAudienceChoices(db: Reader) {
  const sites = await db
    .selectFrom("site")
    .innerJoin("entity", "entity.id", "site.entity_id")
    .select(["site.id", "site.name", "site.country", "entity.country as entity_country"])
    .where("site.closed_on", "is", null)
    .orderBy("site.name")
    .execute();
  const entities = await db
    .selectFrom("entity")
    .select(["id", "name", "country"])
    .where("closed_on", "is", null)
    .orderBy("name")
    .execute();
  const responsibilities = await db
    .selectFrom("responsibility")
    .select(["id", "name"])
    .where("closed_on", "is", null)
    .execute();
  const titles = await db
    .selectFrom("employment")
    .select("title")
    .distinct()
    .where("withdrawn_at", "is", null)
    .where("title", "<>", "")
    .orderBy("title")
    .limit(500)
    .execute();
  return { sites, entities, responsibilities, titles: titles.map((row) => row.title) };
}

/** Which of some ids there are, departments and people. */
export async function findKnown(db: Reader, table: "department" | "person", ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>();
  const rows = await db.selectFrom(table).select("id").where("id", "in", padded(ids)).execute();
  return new Set(rows.map((row) => row.id));
}

/** Modules to require, in the company's order. */
export async function findRequirableModules(db: Reader) {
  return await db
    .selectFrom("module")
    .innerJoin("course", "course.id", "module.course_id")
    .select([
      "module.id",
      "module.title",
      "module.minutes",
      "module.refresher_minutes",
      "module.policy",
      "course.title as course_title",
    ])
    .orderBy("course.position")
    .orderBy("course.id")
    .orderBy("module.position")
    .orderBy("module.id")
    .execute();
}
