/** Reads of requirements. */
import type { Audience, RequirementSpan } from "#app/domain/audience";
import type { CivilDate, Period } from "#app/domain/calendar";
import type { Requirement } from "#app/domain/requirement";
import type { Reader } from "../connect";
import type { Row } from "../schema";

type RequirementRow = Pick<
  Row<"requirement">,
  "id" | "module_id" | "audience" | "from_on" | "to_on" | "due" | "every" | "replaces"
>;

const columns = ["id", "module_id", "audience", "from_on", "to_on", "due", "every", "replaces"] as const;

/** A requirement as it is kept by us. */
export function requirementOf(row: RequirementRow): Requirement {
  return {
    id: row.id,
    moduleId: row.module_id,
    audience: JSON.parse(row.audience) as Audience,
    from: row.from_on as CivilDate,
    to: row.to_on as CivilDate | null,
    due: row.due as Period | null,
    every: row.every as Period | null,
    replaces: row.replaces,
  };
}

/** Every requirement for a module that is in force, ended ones too, oldest first. */
export async function findModuleRequirements(db: Reader, moduleId: string): Promise<Requirement[]> {
  const rows = await db
    .selectFrom("requirement")
    .select(columns)
    .where("module_id", "=", moduleId)
    .where("withdrawn_at", "is", null)
    .orderBy("from_on")
    .orderBy("id")
    .execute();
  return rows.map(requirementOf);
}

/** Every requirement in force, as far as it says whom it obliges and when. */
export async function loadRequirementSpans(db: Reader): Promise<RequirementSpan[]> {
  const rows = await db
    .selectFrom("requirement")
    .select(["id", "audience", "from_on", "to_on"])
    .where("withdrawn_at", "is", null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    audience: JSON.parse(row.audience) as Audience,
    from: row.from_on as CivilDate,
    to: row.to_on as CivilDate | null,
  }));
}

/** One requirement, withdrawn or not, with what is remembered of it. */
export async function findRequirement(db: Reader, id: string) {
  return await db
    .selectFrom("requirement")
    .leftJoin("person", "person.id", "requirement.recorded_by")
    .selectAll("requirement")
    .select(["person.given_name", "person.family_name"])
    .where("requirement.id", "=", id)
    .executeTakeFirst();
}

/** Every requirement that was not withdrawn, with its module's place, in the order of courses and modules. */
export async function findRequirements(db: Reader) {
  return await db
    .selectFrom("requirement")
    .innerJoin("module", "module.id", "requirement.module_id")
    .innerJoin("course", "course.id", "module.course_id")
    .select(columns.map((column) => `requirement.${column}` as const))
    .select(["requirement.note", "module.title as module_title"])
    .where("requirement.withdrawn_at", "is", null)
    .orderBy("course.position")
    .orderBy("course.id")
    .orderBy("module.position")
    .orderBy("module.id")
    .orderBy("requirement.from_on")
    .orderBy("requirement.id")
    .execute();
}

/** How many people a requirement obliges on a day, by its assignments. */
export async function countObliged(db: Reader, requirementId: string, on: string): Promise<number> {
  const row = await db
    .selectFrom("assignment")
    .select((eb) => [eb.fn.sum<number | null>(eb.case().when("event", "=", "begins").then(1).else(-1).end()).as("n")])
    .where("requirement_id", "=", requirementId)
    .where("withdrawn_at", "is", null)
    .where("happened_on", "<=", on)
    .executeTakeFirst();
  return row?.n ?? 0;
}

/** The jobs of a requirement, newest first. */
export async function findRequirementJobs(db: Reader, requirementId: string) {
  return await db
    .selectFrom("job")
    .select(["id", "progress", "created_at", "finished_at", "failed_at"])
    .where("unique_key", ">=", jobPrefix(requirementId))
    .where("unique_key", "<", `${jobPrefix(requirementId)}~`)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** What the keys of jobs of a requirement begin with. */
export function jobPrefix(requirementId: string): string {
  return `requirement ${requirementId} `;
}
