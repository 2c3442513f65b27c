import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, civilDate, compareDates, type Period } from "#app/domain/calendar";
import { isDomainError } from "#app/domain/errors";
import { assignDepartments } from "#app/ledger/assign-departments.job";
import { closeDepartment, createDepartment, moveDepartment, renameDepartment } from "#app/ledger/departments";
import { mergeDepartment } from "#app/ledger/merge-department";
import { recordPeople } from "#app/ledger/people";
import { rebuild } from "#app/ledger/rebuild";
import { record } from "#app/ledger/record";
import { mergedSteps, type Step } from "#app/ledger/step-series";
import { tick } from "#app/ledger/tick";
import type { Connections, Writer } from "#db/connect";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { countFaults } from "#tests/support/naive";

const beginning = civilDate("2025-01-01");
const noon = (day: CivilDate) => new Date(`${day}T11:00:00Z`);
const nothingDiffers = {
  differing: 0,
  counts: { standing_count: 0, due_count: 0, load_count: 0, completion_count: 0, headcount: 0 },
};

async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
}

/** People in both shops and the office, and a module that the shops have to take. */
async function newCompany() {
  const db = await freshDatabase();
  const { people } = await createCompany(db, { people: 6, at: noon(beginning) });
  const policy = { due: "P14D" as Period, refresh: { every: "P2M" as Period, window: "P10D" as Period } };
  await createModule(db, {
    id: "alpha",
    policy,
    audience: { departments: ["shops"] },
    from: beginning,
    at: noon(beginning),
  });
  await createModule(db, { id: "beta", policy, audience: { everyone: true }, from: beginning, at: noon(beginning) });
  const places = ["shops-north", "shops-south", "office"];
  const write = <Result>(work: (tx: Writer) => Promise<Result>) => db.write.transaction().execute(work);
  await write((tx) =>
    recordPeople(
      tx,
      { at: noon(beginning), by: null },
      people.map((personId, index) => ({
        type: "joins" as const,
        personId,
        departmentId: places[index % places.length] ?? "",
        from: beginning,
      })),
    ),
  );
  const heads = async (departmentId: string, on: CivilDate) => {
    const rows = await db.read
      .selectFrom("headcount")
      .select("n")
      .where("department_id", "=", departmentId)
      .where("counted_on", "<=", on)
      .orderBy("counted_on", "desc")
      .execute();
    return rows[0]?.n ?? 0;
  };
  return { db, people, write, heads };
}

/** Brings the assignments below a department up to date, as its job does. */
async function assign(
  db: Connections,
  departmentId: string,
  from: CivilDate,
  at: Date,
  cursor: string | null = "",
): Promise<void> {
  if (cursor === null) return;
  const job = { payload: { departmentId, from }, progress: { cursor }, at };
  const step = await db.write.transaction().execute((tx) => assignDepartments.step(tx, job));
  await assign(db, departmentId, from, at, step.cursor);
}

describe("steps", () => {
  const steps = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 10, max: 30 }), fc.array(fc.nat(9), { minLength: 2, maxLength: 2 })), {
      selector: ([day]) => day,
      maxLength: 8,
    })
    .map((rows) => rows.sort(([a], [b]) => a - b).map(([day, levels]): Step => [`2025-01-${day}`, levels]));
  const levelOn = (rows: readonly Step[], day: string) => rows.findLast(([on]) => on <= day)?.[1] ?? [0, 0];

  it("added to others hold on every day what both hold together", () => {
    fc.assert(
      fc.property(steps, steps, fc.constantFrom(1 as const, -1 as const), (base, part, sign) => {
        const changed = mergedSteps(base, part, sign);
        const result = new Map([...base, ...changed]);
        const stored = [...result].sort(([a], [b]) => (a < b ? -1 : 1));
        for (let day = 9; day <= 31; day += 1) {
          const on = `2025-01-${String(day).padStart(2, "0")}`;
          const [a, b] = [levelOn(base, on), levelOn(part, on)];
          expect(levelOn(stored, on)).toEqual(a.map((level, place) => level + sign * (b[place] ?? 0)));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a department that is moved", () => {
  it("takes its counts along, also those of earlier days, and its people are obliged from that day", async () => {
    const { db, write, heads } = await newCompany();
    const on = addDays(beginning, 20);
    const recording = { at: noon(addDays(beginning, 30)), by: null };
    await tick(db, recording.at);
    await write((tx) => moveDepartment(tx, recording, { departmentId: "office", parentId: "shops", on }));
    expect(await heads("shops", beginning)).toBe(6);
    expect(await heads("company", beginning)).toBe(6);
    await assign(db, "office", on, recording.at);
    const assigned = await db.read
      .selectFrom("assignment")
      .select(["person_id", "happened_on"])
      .where("module_id", "=", "alpha")
      .where("happened_on", "=", on)
      .execute();
    expect(assigned).toHaveLength(2);
    expect(await rebuild(db, recording.at)).toMatchObject(nothingDiffers);
    await db.close();
  });

  it("goes nowhere that makes no tree, and to no day that has not come", async () => {
    const { db, write } = await newCompany();
    const today = addDays(beginning, 40);
    const recording = { at: noon(today), by: null };
    await tick(db, recording.at);
    const move = (departmentId: string, parentId: string | null, on = today) =>
      code(write((tx) => moveDepartment(tx, recording, { departmentId, parentId, on })));
    expect(await move("shops", "shops")).toBe("invalid");
    expect(await move("shops", "shops-north")).toBe("invalid");
    expect(await move("shops", "office", addDays(today, 2))).toBe("invalid");
    expect(await move("shops", "nowhere")).toBe("not-found");
    expect(await move("nowhere", null)).toBe("not-found");
    expect(await move("shops-north", "shops")).toBe("conflict");
    expect(await move("shops-north", "office", addDays(beginning, 10))).toBe("done");
    expect(await move("shops-north", "company", addDays(beginning, 9))).toBe("conflict");
    expect(await move("shops-north", "company", addDays(beginning, 20))).toBe("done");
    // From the 10th to the 20th the north was under the office: the office cannot have been under the north then.
    expect(await move("office", "shops-north", addDays(beginning, 15))).toBe("conflict");
    expect(await move("office", "shops-north", addDays(beginning, 20))).toBe("done");
    expect(await rebuild(db, recording.at)).toMatchObject(nothingDiffers);
    await db.close();
  });
});

describe("a department that is closed or merged", () => {
  it("is closed only when nobody is in it and nothing under it, and takes nothing in afterwards", async () => {
    const { db, write } = await newCompany();
    const today = addDays(beginning, 5);
    const recording = { at: noon(today), by: null };
    const close = (departmentId: string) =>
      code(write((tx) => closeDepartment(tx, recording, { departmentId, on: today })));
    expect(await close("office")).toBe("conflict");
    expect(await close("company")).toBe("conflict");
    const empty = await write((tx) =>
      createDepartment(tx, recording, { name: { sv: "Lager", en: "Stores" }, parentId: "shops" }),
    );
    await write((tx) => renameDepartment(tx, empty, { sv: "Lagret", en: "Stores" }));
    expect(await close(empty)).toBe("done");
    expect(await close(empty)).toBe("conflict");
    const under = { name: { sv: "Hyllan", en: "Shelf" }, parentId: empty };
    expect(await code(write((tx) => createDepartment(tx, recording, under)))).toBe("conflict");
    await db.close();
  });

  it("gives the other its people, what lies under it and what is counted, and ends roles over it", async () => {
    const { db, people, write, heads } = await newCompany();
    const on = addDays(beginning, 10);
    const recording = { at: noon(addDays(beginning, 30)), by: null };
    await tick(db, recording.at);
    const [manager = ""] = people;
    await db.write
      .insertInto("role_grant")
      .values({
        id: "grant",
        person_id: manager,
        role: "manager",
        department_id: "shops",
        course_id: null,
        deputy: 0,
        from_on: beginning,
        to_on: null,
        recorded_at: recording.at.toISOString(),
        recorded_by: null,
      })
      .execute();
    const merge = (departmentId: string, intoId: string) =>
      code(write((tx) => mergeDepartment(tx, recording, { departmentId, intoId, on })));
    expect(await merge("shops", "shops-north")).toBe("invalid");
    expect(await merge("shops", "shops")).toBe("invalid");
    expect(await merge("shops", "office")).toBe("done");
    expect(await merge("shops", "company")).toBe("conflict");
    const tree = await db.read.selectFrom("department").selectAll().execute();
    const found = (id: string) => tree.find((row) => row.id === id);
    expect(found("shops")).toMatchObject({ closed_on: on, merged_into: "office" });
    expect(found("shops-north")).toMatchObject({ parent_id: "office", closed_on: null });
    expect(await heads("office", on)).toBe(6);
    expect(await merge("shops-north", "office")).toBe("done");
    const grant = await db.read.selectFrom("role_grant").selectAll().executeTakeFirstOrThrow();
    expect(grant.to_on).toBe(addDays(on, -1));
    const open = await db.read
      .selectFrom("membership")
      .select(["department_id", "from_on"])
      .where("department_id", "=", "office")
      .where("from_on", "=", on)
      .where("withdrawn_at", "is", null)
      .execute();
    expect(open).toHaveLength(2);
    expect(await rebuild(db, recording.at)).toMatchObject(nothingDiffers);
    await db.close();
  });
});

type Happening =
  | { readonly what: "create"; readonly under: number }
  | { readonly what: "move"; readonly department: number; readonly to: number | null; readonly ago: number }
  | { readonly what: "merge"; readonly department: number; readonly into: number; readonly ago: number }
  | { readonly what: "join"; readonly person: number; readonly department: number; readonly ahead: number }
  | { readonly what: "leave"; readonly person: number }
  | { readonly what: "complete"; readonly person: number; readonly module: number };

const place = fc.nat(11);
const person = fc.nat(4);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ what: fc.constant("create" as const), under: place }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("move" as const),
      department: place,
      to: fc.option(place),
      ago: fc.nat(30),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant("merge" as const), department: place, into: place, ago: fc.nat(30) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("join" as const),
      person,
      department: place,
      ahead: fc.integer({ min: -20, max: 20 }),
    }),
  },
  fc.record({ what: fc.constant("leave" as const), person }),
  { weight: 4, arbitrary: fc.record({ what: fc.constant("complete" as const), person, module: fc.nat(1) }) },
);
const story = fc.array(fc.tuple(fc.nat(20), happening), { minLength: 4, maxLength: 25 });

/** The tree as a list of what was decided, asked for any day in the most straightforward way. */
class Tree {
  readonly ids: string[] = ["company", "shops", "shops-north", "shops-south", "office"];
  readonly closed = new Set<string>();
  readonly #first = new Map<string, string | null>([
    ["company", null],
    ["shops", "company"],
    ["shops-north", "shops"],
    ["shops-south", "shops"],
    ["office", "company"],
  ]);
  readonly #moves: { readonly id: string; readonly to: string | null; readonly on: CivilDate }[] = [];

  at(index: number): string {
    return this.ids[index % this.ids.length] ?? "";
  }

  add(id: string, parentId: string): void {
    this.ids.push(id);
    this.#first.set(id, parentId);
  }

  move(id: string, to: string | null, on: CivilDate): void {
    this.#moves.push({ id, to, on });
  }

  under(id: string): string[] {
    return this.ids.filter((each) => !this.closed.has(each) && this.parentOn(each, civilDate("9999-12-31")) === id);
  }

  parentOn(id: string, on: CivilDate): string | null {
    const last = this.#moves.findLast((move) => move.id === id && compareDates(move.on, on) <= 0);
    return last ? last.to : (this.#first.get(id) ?? null);
  }

  lineOn(id: string, on: CivilDate): string[] {
    const line: string[] = [];
    for (let each: string | null = id; each !== null; each = this.parentOn(each, on)) line.push(each);
    return line;
  }
}

/** Days on which what is stored of somebody's assignment to the shops' module differs from where they belonged. */
async function assignmentFaults(db: Connections, tree: Tree, last: CivilDate): Promise<string[]> {
  const faults: string[] = [];
  const memberships = await db.read.selectFrom("membership").selectAll().where("withdrawn_at", "is", null).execute();
  const events = await db.read
    .selectFrom("assignment")
    .selectAll()
    .where("module_id", "=", "alpha")
    .where("withdrawn_at", "is", null)
    .execute();
  for (const personId of new Set(memberships.map((row) => row.person_id))) {
    for (let day = beginning; compareDates(day, last) <= 0; day = addDays(day, 3)) {
      const held = memberships.find(
        (row) => row.person_id === personId && row.from_on <= day && (row.to_on === null || row.to_on >= day),
      );
      const expected = held !== undefined && tree.lineOn(held.department_id, day).includes("shops");
      const stored = events
        .filter((event) => event.person_id === personId && event.happened_on <= day)
        .reduce((n, event) => n + (event.event === "begins" ? 1 : -1), 0);
      if (stored !== (expected ? 1 : 0)) faults.push(`${personId} ${day}: ${stored}, but ${expected}`);
    }
  }
  return faults;
}

describe("whatever happens to the tree", () => {
  it("leaves nothing that a rebuild finds different, and assigns by where departments stood", async () => {
    await fc.assert(
      fc.asyncProperty(story, async (happenings) => {
        const { db, people, write } = await newCompany();
        const tree = new Tree();
        let today = addDays(beginning, 30);
        for (const [days, it] of happenings) {
          today = addDays(today, days);
          await tick(db, noon(today));
          const recording = { at: noon(today), by: null };
          const who = "person" in it ? (people[it.person] ?? "") : "";
          if (it.what === "create") {
            const parentId = tree.at(it.under);
            const id = `new-${tree.ids.length}`;
            const made = write((tx) => createDepartment(tx, recording, { id, parentId, name: { sv: id, en: id } }));
            if ((await code(made)) === "done") tree.add(id, parentId);
          } else if (it.what === "move") {
            const [departmentId, on] = [tree.at(it.department), addDays(today, -it.ago)];
            const parentId = it.to === null ? null : tree.at(it.to);
            const moved = write((tx) => moveDepartment(tx, recording, { departmentId, parentId, on }));
            if ((await code(moved)) !== "done") continue;
            tree.move(departmentId, parentId, on);
            await assign(db, departmentId, on, recording.at);
          } else if (it.what === "merge") {
            const [departmentId, intoId, on] = [tree.at(it.department), tree.at(it.into), addDays(today, -it.ago)];
            const children = tree.under(departmentId);
            const merged = write((tx) => mergeDepartment(tx, recording, { departmentId, intoId, on }));
            if ((await code(merged)) !== "done") continue;
            tree.closed.add(departmentId);
            for (const child of children) {
              tree.move(child, intoId, on);
              await assign(db, child, on, recording.at);
            }
          } else if (it.what === "join") {
            const departmentId = tree.at(it.department);
            if (tree.closed.has(departmentId)) continue;
            const from = addDays(today, it.ahead);
            await write((tx) => recordPeople(tx, recording, [{ type: "joins", personId: who, departmentId, from }]));
          } else if (it.what === "leave") {
            await write((tx) => recordPeople(tx, recording, [{ type: "leaves", personId: who, to: today }]));
          } else {
            const moduleId = it.module === 0 ? "alpha" : "beta";
            await write((tx) =>
              record(tx, recording, [
                {
                  type: "completion",
                  personId: who,
                  moduleId,
                  attemptId: null,
                  kind: "module",
                  revision: 1,
                  contentHash: null,
                  language: "sv",
                  score: 1,
                  on: today,
                  completedAt: recording.at,
                },
              ]),
            );
          }
        }
        expect(await countFaults(db, today)).toEqual([]);
        expect(await rebuild(db, noon(today))).toMatchObject(nothingDiffers);
        expect(await assignmentFaults(db, tree, addDays(today, 30))).toEqual([]);
        await db.close();
      }),
      { numRuns: 60 },
    );
  }, 300_000);
});
