import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import { isEnding } from "#app/domain/external-evidence";
import { dayIn } from "#app/platform/clock";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findModuleTitles } from "#db/queries/content";
import { findEvidenceOf } from "#db/queries/external-evidence";
import type { SignedIn } from "#db/queries/people";
import type { HomeEvidence } from "./home-view";
import { evidencePath } from "./paths";

/** A declined certificate is told of for so long. */
const declinedDays = 30;

type Row = Awaited<ReturnType<typeof findEvidenceOf>>[number];

/** What there is to say of evidence today; nothing of what was replaced by something sent since. */
function whatOf(row: Row, rows: readonly Row[], today: CivilDate, zone: string): HomeEvidence["what"] | null {
  if (row.state === "waiting") return "waiting";
  const isReplaced = rows.some(
    (other) =>
      other.module_id === row.module_id &&
      other.sent_at > row.sent_at &&
      (other.state === "waiting" || other.state === "approved"),
  );
  if (isReplaced) return null;
  const expiresOn = row.expires_on as CivilDate | null;
  if (row.state === "approved") return expiresOn !== null && isEnding(expiresOn, today) ? "ending" : null;
  if (row.state !== "declined" || row.decided_at === null) return null;
  const decidedOn = dayIn(zone, new Date(row.decided_at));
  return compareDates(addDays(decidedOn, declinedDays), today) >= 0 ? "declined" : null;
}

/** What somebody should know today of their evidence from elsewhere. */
export async function readHomeEvidence(
  db: Reader,
  reader: SignedIn,
  { language, today }: { readonly language: string; readonly today: CivilDate },
): Promise<HomeEvidence[]> {
  const rows = await findEvidenceOf(db, reader.personId);
  if (rows.length === 0) return [];
  const modules = await findModuleTitles(db, [...new Set(rows.map((row) => row.module_id))]);
  const titles = new Map(modules.map((row) => [row.id, inLanguage(JSON.parse(row.title) as Localised, language)]));
  return rows.flatMap((row): HomeEvidence[] => {
    const what = whatOf(row, rows, today, reader.zone);
    if (what === null) return [];
    const title = titles.get(row.module_id) ?? row.module_id;
    return [{ id: row.id, title, href: evidencePath(row.id), what, expiresOn: row.expires_on }];
  });
}
