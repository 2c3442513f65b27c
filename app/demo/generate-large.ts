/**
 * Fills an empty database with a company of any size, for benchmarks: rows as the ledger would have left them after
 * years of work, written in bulk. A rebuild finds nothing that differs.
 */
import { encodeTime } from "ulid";
import { CountChanges, loadAncestors } from "#app/ledger/counts";
import { instantText } from "#app/platform/clock";
import type { Connections } from "#db/connect";
import type { Row } from "#db/schema";
import { BulkRows } from "./bulk-rows";
import { demonstrationHash } from "./company";
import { instantIn } from "./instants";
import { writeLargeCompany } from "./large-company";
import type { History, LargeModule } from "./large-histories";
import { addPerson, hiredOn, type LargePerson, type Written } from "./large-people";
import { type LargeOptions, type LargePlan, planLarge } from "./large-plan";
import { organisationZone } from "./places";

export interface LargeCompany {
  readonly people: number;
  readonly standings: number;
  /** Standings whose next change is on the day asked for. */
  readonly changing: number;
  readonly spans: number;
  readonly completions: number;
  /** Departments first, then the units under them. */
  readonly departments: readonly string[];
  readonly modules: readonly string[];
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** ULIDs of one instant, in order: rows that are written in order are written fast. */
function idsInOrder(at: Date): () => string {
  const time = encodeTime(at.getTime());
  let made = 0;
  return () => {
    let left = made;
    made += 1;
    let random = "";
    for (let place = 0; place < 16; place += 1) {
      random = alphabet.charAt(left % 32) + random;
      left = Math.floor(left / 32);
    }
    return time + random;
  };
}

/** @throws RangeError when no such company can be made */
export async function generateLarge(db: Connections, options: LargeOptions): Promise<LargeCompany> {
  const at = instantIn(organisationZone, options.lastDay, 0);
  const newId = idsInOrder(at);
  const plan = planLarge(options, newId);
  const passwordHash = await demonstrationHash();
  const place = await db.write.transaction().execute((tx) => writeLargeCompany(tx, plan, at, newId));
  const rows = new BulkRows(db.path);
  const stamped = new Stamped(plan);
  const written: Written = {
    rows,
    plan,
    place,
    lastDay: options.lastDay,
    at: instantText(at),
    newId,
    passwordHash,
  };
  for (let number = 0; number < options.people; number += 1) {
    const unit = plan.units[number % plan.units.length];
    if (!unit) break;
    const person: LargePerson = { id: newId(), number, unit: unit.id, top: unit.top };
    addPerson(written, person);
    for (const module of unit.modules) stamped.stamp(written, person, module);
    if (number % 1000 === 0) options.progress?.((0.8 * number) / options.people, `${number} people`);
  }
  writeHeadcount(written, options.people);
  options.progress?.(0.8, "indexes");
  rows.finish();
  options.progress?.(0.9, "counts");
  await db.write.transaction().execute(async (tx) => {
    const counts = new CountChanges(await loadAncestors(tx));
    stamped.count(counts);
    await counts.write(tx);
  });
  options.progress?.(1, "");
  return {
    people: options.people,
    standings: options.standings,
    changing: plan.changing,
    spans: stamped.spans,
    completions: stamped.completions,
    departments: [...plan.tops, ...plan.units.map((unit) => unit.id)],
    modules: plan.modules.map((module) => module.id),
  };
}

/** People employed in a department with all under it, from each day on which somebody began. */
function writeHeadcount({ rows, plan, lastDay }: Written, people: number): void {
  const begun = new Map<string, Map<string, number>>();
  for (let number = 0; number < people; number += 1) {
    const unit = plan.units[number % plan.units.length];
    if (!unit) return;
    const on = hiredOn(number, lastDay);
    for (const department of [unit.id, unit.top]) {
      const days = begun.get(department) ?? new Map<string, number>();
      days.set(on, (days.get(on) ?? 0) + 1);
      begun.set(department, days);
    }
  }
  for (const [department_id, days] of begun) {
    let n = 0;
    for (const [counted_on, delta] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
      n += delta;
      rows.add("headcount", { department_id, counted_on, n });
    }
  }
}

/** How many of a unit have the same history with a module. */
interface Tally {
  readonly unit: string;
  readonly history: History;
  n: number;
}

class Stamped {
  readonly #plan: LargePlan;
  readonly #tallies = new Map<string, Map<History, Tally>>();
  #eligible = 0;
  #stamped = 0;
  spans = 0;
  completions = 0;

  constructor(plan: LargePlan) {
    this.#plan = plan;
  }

  /** Those that change are spread evenly over all that can. */
  #historyFor(module: LargePlan["modules"][number]): History {
    const { changing, eligible } = this.#plan;
    const drawn = Math.imul(this.#stamped, 0x9e3779b1) >>> 0;
    this.#stamped += 1;
    if (module.changing.length > 0) {
      const before = Math.floor((this.#eligible * changing) / eligible);
      this.#eligible += 1;
      if (Math.floor((this.#eligible * changing) / eligible) > before) {
        const history = module.changing[drawn % module.changing.length];
        if (history) return history;
      }
    }
    const total = module.usual.reduce((sum, { weight }) => sum + weight, 0);
    let left = drawn % total;
    for (const { history, weight } of module.usual) {
      if (left < weight) return history;
      left -= weight;
    }
    throw new Error("Weights add up to their total");
  }

  /** Writes one person's facts about one module, and what is derived from them. */
  stamp(written: Written, person: LargePerson, place: number): void {
    const module = this.#plan.modules[place];
    if (!module) return;
    const history = this.#historyFor(module);
    const of = { person_id: person.id, module_id: module.id };
    this.#facts(written, of, module, history);
    written.rows.add("standing", { ...history.row, ...of, department_id: person.unit });
    for (const span of history.spans) {
      written.rows.add("standing_span", { ...span, ...of, department_id: person.unit });
    }
    this.spans += history.spans.length;
    this.completions += history.completions.length;
    const tallies = this.#tallies.get(person.unit) ?? new Map<History, Tally>();
    this.#tallies.set(person.unit, tallies);
    const tally = tallies.get(history);
    if (tally) tally.n += 1;
    else tallies.set(history, { unit: person.unit, history, n: 1 });
  }

  #facts(
    { rows, newId }: Written,
    of: Pick<Row<"standing">, "person_id" | "module_id">,
    module: LargeModule,
    history: History,
  ): void {
    const inForce = { withdrawn_at: null, withdrawn_by: null, withdrawn_why: null };
    rows.add("assignment", {
      id: newId(),
      ...of,
      event: "begins",
      happened_on: module.from,
      requirement_id: module.requirementId,
      reason: null,
      recorded_at: `${module.from}T00:00:00.000Z`,
      recorded_by: null,
      ...inForce,
    });
    for (const completion of history.completions) {
      const at = `${completion.on}T10:00:00.000Z`;
      rows.add("completion", {
        id: newId(),
        ...of,
        attempt_id: null,
        kind: completion.kind,
        revision: completion.revision,
        content_hash: module.id,
        language: "sv",
        score: completion.score,
        completed_on: completion.on,
        completed_at: at,
        expires_on: null,
        recorded_at: at,
        recorded_by: of.person_id,
        ...inForce,
      });
    }
  }

  /** Adds everything stamped to counts. */
  count(counts: CountChanges): void {
    for (const tallies of this.#tallies.values()) {
      for (const { unit, history, n } of tallies.values()) {
        const row = { ...history.row, department_id: unit };
        const spans = history.spans.map((span) => ({ ...span, department_id: unit }));
        for (let each = 0; each < n; each += 1) {
          counts.due(row, 1);
          for (const span of spans) counts.span(span, 1);
          for (const { on, kind } of history.completions) {
            counts.completion(unit, row.module_id, kind, on.slice(0, 7), 1);
          }
        }
      }
    }
  }
}
