/** Brings what is derived up to date for some keys, in the transaction of the facts that changed them. */
import type { CivilDate } from "#app/domain/calendar";
import { dayIn } from "#app/platform/clock";
import type { Writer } from "#db/connect";
import { closeSpan, deleteSpan, deleteStanding, insertSpan, putStanding } from "#db/queries/derived";
import { loadDerived } from "#db/queries/standings";
import type { Row } from "#db/schema";
import { type EvidenceChange, recountEvidence } from "./completion-counts";
import { CountChanges, loadAncestors } from "./counts";
import { type Gathered, gather, type Key, zoneOn } from "./gather";
import { type Ahead, type Projection, project } from "./project";

/** So many keys are refreshed with one set of queries. */
const chunk = 256;

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
  const wanted = [...new Map(keys.map((key) => [`${key.personId}\n${key.moduleId}`, key])).values()];
  let changed = 0;
  for (let start = 0; start < wanted.length; start += chunk) {
    const some = wanted.slice(start, start + chunk);
    const gathered = await gather(tx, some);
    const stored = await loadDerived(tx, some);
    for (const key of some) {
      const projection = project(key, gathered, todayOf(gathered, key.personId, at));
      const before = stored.get(key);
      if (await write(tx, key, before.row, before.spans, projection, counts)) changed += 1;
      const own = evidence.filter((change) => change.personId === key.personId && change.moduleId === key.moduleId);
      const inForce = () => gathered.personal(key).completions;
      const context = gathered.person(key.personId);
      recountEvidence(counts, context, key.moduleId, before.row, projection.row, inForce, own);
    }
  }
  await counts.write(tx);
  return { keys: wanted.length, changed };
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

async function write(
  tx: Writer,
  key: Key,
  oldRow: Row<"standing"> | undefined,
  oldSpans: readonly Row<"standing_span">[],
  { row, spans }: Projection,
  counts: CountChanges,
): Promise<boolean> {
  let changed = false;
  if (row === null) {
    if (oldRow) {
      counts.due(oldRow, -1);
      await deleteStanding(tx, key.personId, key.moduleId);
      changed = true;
    }
  } else if (!oldRow || !sameRow(oldRow, row)) {
    if (oldRow) counts.due(oldRow, -1);
    counts.due(row, 1);
    await putStanding(tx, row);
    changed = true;
  }

  let same = 0;
  for (;;) {
    const old = oldSpans[same];
    const span = spans[same];
    if (!old || !span || !sameSpan(old, span) || old.to_on !== span.to_on) break;
    same += 1;
  }
  if (same === oldSpans.length && same === spans.length) return changed;
  const first = oldSpans[same];
  const firstNew = spans[same];
  let from = same;
  if (first && firstNew && sameSpan(first, firstNew)) {
    // Only its end has moved.
    counts.span(first, -1);
    counts.span(firstNew, 1);
    await closeSpan(tx, key.personId, key.moduleId, first.from_on, firstNew.to_on);
    from += 1;
  }
  for (const old of oldSpans.slice(from)) {
    counts.span(old, -1);
    await deleteSpan(tx, key.personId, key.moduleId, old.from_on);
  }
  for (const span of spans.slice(from)) {
    counts.span(span, 1);
    await insertSpan(tx, span);
  }
  return true;
}
