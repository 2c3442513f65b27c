/** Brings what is derived up to date for some keys, in the transaction of the facts that changed them. */
import type { CivilDate } from "#app/domain/calendar";
import { dayIn } from "#app/platform/clock";
import type { Writer } from "#db/connect";
import {
  changeStandings,
  deleteSpan,
  deleteStanding,
  isInSamePlace,
  putSpans,
  putStandings,
} from "#db/queries/derived";
import { loadDerived } from "#db/queries/standings";
import type { Row } from "#db/schema";
import { type EvidenceChange, recountEvidence } from "./completion-counts";
import { CountChanges, loadAncestors } from "./counts";
import { type Gathered, gather, group, type Key, zoneOn } from "./gather";
import { type Ahead, type Projection, project } from "./project";

/** So many keys are refreshed with one set of queries. */
const chunk = 512;

/** What a refresh found different. */
export interface Refreshed {
  readonly keys: number;
  /** Keys of which anything stored differed from what the facts say. */
  readonly changed: number;
}

/** The civil date of an instant for a person: in the zone of where they are on that day. */
export function todayOf(gathered: Gathered, personId: string, at: Date): CivilDate {
  const context = gathered.person(personId);
  const nearby = dayIn("UTC", at);
  return dayIn(zoneOn(context, nearby), at);
}

/**
 * Recomputes the standings of `keys` at the instant `at` from the recorded facts and writes only what differs; counts
 * follow in the same transaction. `evidence`: the completions of these keys that this transaction recorded or withdrew.
 */
export async function refresh(
  tx: Writer,
  keys: readonly Key[],
  at: Date,
  evidence: readonly EvidenceChange[] = [],
): Promise<Refreshed> {
  const counts = new CountChanges(await loadAncestors(tx));
  // What is stored is read once: a key that comes twice would be compared with what it no longer is.
  const wanted = [...new Map(keys.map((key) => [keyText(key), key])).values()];
  const recorded = group(evidence, keyText);
  let changed = 0;
  for (let start = 0; start < wanted.length; start += chunk) {
    const some = wanted.slice(start, start + chunk);
    const gathered = await gather(tx, some);
    const stored = await loadDerived(tx, some);
    const writes = new Writes(counts);
    for (const key of some) {
      const projection = project(key, gathered, todayOf(gathered, key.personId, at));
      const before = stored.get(key);
      writes.compare(key, before.row, before.spans, projection);
      const inForce = () => gathered.personal(key).completions;
      const context = gathered.person(key.personId);
      const own = recorded.get(keyText(key)) ?? nothing;
      recountEvidence(counts, context, key.moduleId, before.row, projection.row, inForce, own);
    }
    changed += await writes.write(tx);
  }
  await counts.write(tx);
  return { keys: wanted.length, changed };
}

const nothing: readonly never[] = [];

function keyText({ personId, moduleId }: Key): string {
  return `${personId}\n${moduleId}`;
}

/** What is still ahead of a standing: the tick leaves behind what has come. */
function stillAhead(row: Row<"standing">): string {
  const changes = JSON.parse(row.ahead) as Ahead[];
  return JSON.stringify(changes.filter(([on]) => row.next_change_on !== null && on >= row.next_change_on));
}

function sameRow(a: Row<"standing">, b: Row<"standing">): boolean {
  return (Object.keys(b) as (keyof Row<"standing">)[]).every(
    (column) => a[column] === b[column] || (column === "ahead" && stillAhead(a) === stillAhead(b)),
  );
}

function sameSpan(a: Row<"standing_span">, b: Row<"standing_span">): boolean {
  return (
    a.from_on === b.from_on &&
    a.state === b.state &&
    a.valid === b.valid &&
    a.task === b.task &&
    a.department_id === b.department_id &&
    a.voluntary === b.voluntary
  );
}

/** What has to be written so that what is stored is what the facts say: collected for many keys, each of them once. */
class Writes {
  readonly #counts: CountChanges;
  /** New ones, and those that are counted elsewhere. */
  readonly #placed: Row<"standing">[] = [];
  readonly #different: Row<"standing">[] = [];
  readonly #spans: Row<"standing_span">[] = [];
  readonly #gone: Key[] = [];
  readonly #goneSpans: Row<"standing_span">[] = [];
  #changed = 0;

  constructor(counts: CountChanges) {
    this.#counts = counts;
  }

  /** Notes what is different of one key; counts follow. */
  compare(
    key: Key,
    oldRow: Row<"standing"> | undefined,
    oldSpans: readonly Row<"standing_span">[],
    { row, spans }: Projection,
  ): void {
    const isStanding = this.#compareStanding(key, oldRow, row);
    const isHistory = this.#compareSpans(oldSpans, spans);
    if (isStanding || isHistory) this.#changed += 1;
  }

  #compareStanding(key: Key, oldRow: Row<"standing"> | undefined, row: Row<"standing"> | null): boolean {
    if (row === null) {
      if (!oldRow) return false;
      this.#counts.due(oldRow, -1);
      this.#gone.push(key);
      return true;
    }
    if (oldRow && sameRow(oldRow, row)) return false;
    if (oldRow) this.#counts.due(oldRow, -1);
    this.#counts.due(row, 1);
    (oldRow && isInSamePlace(oldRow, row) ? this.#different : this.#placed).push(row);
    return true;
  }

  #compareSpans(oldSpans: readonly Row<"standing_span">[], spans: readonly Row<"standing_span">[]): boolean {
    let same = 0;
    for (;;) {
      const old = oldSpans[same];
      const span = spans[same];
      if (!old || !span || !sameSpan(old, span) || old.to_on !== span.to_on) break;
      same += 1;
    }
    if (same === oldSpans.length && same === spans.length) return false;
    // What begins on a day on which something began before takes its place.
    const begun = new Set<string>();
    for (const span of spans.slice(same)) {
      this.#counts.span(span, 1);
      this.#spans.push(span);
      begun.add(span.from_on);
    }
    for (const old of oldSpans.slice(same)) {
      this.#counts.span(old, -1);
      if (!begun.has(old.from_on)) this.#goneSpans.push(old);
    }
    return true;
  }

  /** Gives how many keys were different. */
  async write(tx: Writer): Promise<number> {
    for (const { personId, moduleId } of this.#gone) await deleteStanding(tx, personId, moduleId);
    for (const span of this.#goneSpans) await deleteSpan(tx, span.person_id, span.module_id, span.from_on);
    await putStandings(tx, this.#placed);
    await changeStandings(tx, this.#different);
    await putSpans(tx, this.#spans);
    return this.#changed;
  }
}
