/** A module that everybody in a generated company holds, each since another day: as facts, which is what a trial reads. */
import { sql } from "kysely";
import { addDays, type CivilDate } from "#app/domain/calendar";
import { recordPolicy, recordRevision } from "#app/ledger/record";
import { recordRequirement } from "#app/ledger/requirements";
import { connect } from "#db/connect";
import { lastDay } from "./databases";

const moduleId = "alla-har";
/** Required for so many days; of a hundred people so many have taken it, on as many different days. */
const daysAgo = 420;
const takenBy = 92;

/** Adds it and gives its id. */
export async function addModuleHeldByAll(databasePath: string): Promise<string> {
  const db = connect(databasePath);
  try {
    const from = addDays(lastDay, -daysAgo);
    const at = new Date(`${from}T08:00:00Z`);
    const recording = { at, by: null };
    const text = JSON.stringify({ sv: "Alla har", en: "Held by all" });
    const policy = JSON.parse('{"due":"P30D","refresh":{"every":"P1Y","window":"P30D","grace":"P14D"}}');
    await db.write.transaction().execute(async (tx) => {
      const { course_id } = await tx.selectFrom("module").select("course_id").executeTakeFirstOrThrow();
      await tx
        .insertInto("module")
        .values({
          id: moduleId,
          course_id,
          title: text,
          short: text,
          summary: text,
          minutes: 6,
          refresher_minutes: 4,
          pass_mark: 0.8,
          review_by: null,
          why: "[]",
          policy: JSON.stringify(policy),
          position: 1000,
        })
        .execute();
      await recordPolicy(tx, recording, { moduleId, on: from, policy });
      await recordRevision(tx, recording, {
        id: "revision of what all have",
        moduleId,
        number: 1,
        change: "major",
        within: null,
        note: text,
        contentHash: moduleId,
        on: from,
      });
      const requirement = { moduleId, audience: { everyone: true } as const, from, to: null, due: null, every: null };
      await recordRequirement(tx, recording, { id: requirementId, ...requirement });
      await factsOfAll(from).execute(tx);
      await completionsOfMost(from).execute(tx);
    });
    return moduleId;
  } finally {
    await db.close();
  }
}

const requirementId = "requirement of all";

const factsOfAll = (from: CivilDate) => sql`
  insert into assignment (id, person_id, module_id, event, happened_on, requirement_id, recorded_at)
  select 'a' || id, id, ${moduleId}, 'begins', ${from}, ${requirementId}, ${`${from}T08:00:00.000Z`} from person`;

const completionsOfMost = (from: CivilDate) => sql`
  insert into completion
    (id, person_id, module_id, kind, revision, score, completed_on, completed_at, recorded_at)
  select 'c' || id, id, ${moduleId}, 'module', 1, 1, day, day || 'T10:00:00.000Z', day || 'T10:00:00.000Z'
  from (select id, date(${from}, '+' || (rowid * 37 % 400) || ' days') as day from person where rowid % 100 < ${takenBy})`;
