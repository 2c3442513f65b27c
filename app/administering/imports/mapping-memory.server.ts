/** Which column holds what is remembered for the next file with the same headings. */
import { createHash } from "node:crypto";
import { folded } from "#app/domain/folded";
import type { Recording } from "#app/ledger/record";
import { instantText } from "#app/platform/clock";
import type { Reader, Writer } from "#db/connect";
import { findSetting, putSetting } from "#db/queries/settings";
import type { ImportKind } from "#db/schema";

function nameOf(kind: ImportKind, headings: readonly string[]): string {
  const text = headings.map((heading) => folded(heading.trim())).join("\n");
  return `import-mapping ${kind} ${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
}

/** Remembers what was chosen for a file with these headings. */
export async function rememberMapping(
  tx: Writer,
  recording: Recording,
  kind: ImportKind,
  headings: readonly string[],
  mapping: unknown,
): Promise<void> {
  await putSetting(tx, {
    name: nameOf(kind, headings),
    value: JSON.stringify(mapping),
    changed_at: instantText(recording.at),
    changed_by: recording.by,
  });
}

/** What was chosen for the last file with these headings; undefined when there was none. */
export async function recallMapping(db: Reader, kind: ImportKind, headings: readonly string[]): Promise<unknown> {
  const row = await findSetting(db, nameOf(kind, headings));
  return row && JSON.parse(row.value);
}
