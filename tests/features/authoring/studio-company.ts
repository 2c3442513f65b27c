/** The demonstration company with two trainers and two reviewers, for tests of the studio. */
import { handlers } from "#app/commands/handlers";
import type { Actor } from "#app/domain/permissions";
import { type Bundler, createBundler } from "#app/lessons/bundler";
import type { Deps } from "#app/platform/deps";
import { readEnv } from "#app/platform/env";
import { createLog } from "#app/platform/log";
import { workOff } from "#app/work/queue";
import { type Connections, connect } from "#db/connect";
import { migrate } from "#db/migrate";
import { FakeClock } from "#tests/support/clock";
import { demonstrationDatabase } from "#tests/support/product";

export const moduleId = "social-forsaljning";
export const lessonPath = "01-hjalp-forst.sv.mdx";

export interface StudioCompany {
  readonly db: Connections;
  readonly deps: Deps;
  readonly clock: FakeClock;
  readonly bundler: Bundler;
  readonly tomasz: Actor;
  readonly second: Actor;
  /** Reviewers of the course. */
  readonly board: readonly Actor[];
  /** Somebody who only learns. */
  readonly employee: Actor;
  /** Does the jobs that wait. */
  work(): Promise<void>;
  close(): Promise<void>;
}

const everyCourse: Actor["grants"] = [{ role: "trainer", departmentId: null, courseId: null }];

export async function studioCompany(): Promise<StudioCompany> {
  const db = connect(await demonstrationDatabase());
  await migrate(db.write);
  const clock = new FakeClock("2026-11-24T08:00:00Z");
  const env = readEnv({ PORT: "1", NODE_ENV: "production" });
  const deps: Deps = { env, db, clock, log: createLog("silent"), wake: () => undefined };
  const bundler = createBundler();
  const byEmail = async (email: string) =>
    await db.read.selectFrom("person").select("id").where("email", "=", email).executeTakeFirstOrThrow();
  const person = async (account: string) => (await byEmail(`${account}@fjallnas.example`)).id;
  const course = await db.read
    .selectFrom("module")
    .innerJoin("course", "course.id", "module.course_id")
    .select("course.reviewers")
    .where("module.id", "=", moduleId)
    .executeTakeFirstOrThrow();
  const board: Actor[] = [];
  for (const email of JSON.parse(course.reviewers) as string[]) {
    board.push({ personId: (await byEmail(email.toLowerCase())).id, grants: [] });
  }
  return {
    db,
    deps,
    clock,
    bundler,
    tomasz: { personId: await person("trainer"), grants: everyCourse },
    second: { personId: await person("trainer2"), grants: everyCourse },
    board,
    employee: { personId: await person("employee"), grants: [] },
    async work() {
      await workOff(deps, handlers(deps, bundler));
    },
    async close() {
      await bundler.close();
      await db.close();
    },
  };
}
