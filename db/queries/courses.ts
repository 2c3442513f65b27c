/** What is said of courses, and in which order their modules come. */
import type { Reader, Writer } from "../connect";
import type { NewRow, Row } from "../schema";

export async function updateCourse(
  tx: Writer,
  courseId: string,
  set: Partial<Omit<Row<"course">, "id">>,
): Promise<void> {
  await tx.updateTable("course").set(set).where("id", "=", courseId).execute();
}

/** The number under which a module comes after those of its course that are there. */
export async function nextPosition(db: Reader, courseId: string): Promise<number> {
  const row = await db
    .selectFrom("module")
    .select((eb) => eb.fn.max("position").as("position"))
    .where("course_id", "=", courseId)
    .executeTakeFirst();
  return (row?.position ?? -1) + 1;
}

/** The modules of a course that were published, in order. */
export async function findPlaces(db: Reader, courseId: string): Promise<Pick<Row<"module">, "id" | "position">[]> {
  return await db
    .selectFrom("module")
    .select(["id", "position"])
    .where("course_id", "=", courseId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export async function updatePlace(tx: Writer, moduleId: string, position: number): Promise<void> {
  await tx.updateTable("module").set({ position }).where("id", "=", moduleId).execute();
}

/** People by their addresses (lower case) with the department in which they work on a day (civil date); none: they do not. */
export async function findBoard(db: Reader, emails: readonly string[], today: string) {
  if (emails.length === 0) return [];
  return await db
    .selectFrom("person")
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.person_id", "=", "person.id")
        .on("membership.withdrawn_at", "is", null)
        .on("membership.from_on", "<=", today)
        .on((eb) => eb.or([eb("membership.to_on", "is", null), eb("membership.to_on", ">=", today)])),
    )
    .leftJoin("department", "department.id", "membership.department_id")
    .select(["person.id", "person.email", "person.given_name", "person.family_name", "department.name as department"])
    .where("person.email", "in", emails)
    .execute();
}

export async function findCourseRow(db: Reader, courseId: string): Promise<Row<"course"> | undefined> {
  return await db.selectFrom("course").selectAll().where("id", "=", courseId).executeTakeFirst();
}

export async function insertCourse(tx: Writer, row: NewRow<"course">): Promise<void> {
  await tx.insertInto("course").values(row).execute();
}
