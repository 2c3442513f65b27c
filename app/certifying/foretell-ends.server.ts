/** People are told before their evidence ends: a chore of the runner that can be done as often as one likes. */
import { addDays, type CivilDate } from "#app/domain/calendar";
import { foretellingOn, foretoldDays } from "#app/domain/external-evidence";
import { notify } from "#app/ledger/notify";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { findUntold } from "#db/queries/external-evidence";
import { evidencePath } from "./paths";

const kind = "evidence-ending";
const atOnce = 100;
/** Where it is latest and where it is earliest: what ends for nobody between these days is not looked at. */
const [earliestZone, latestZone] = ["Pacific/Pago_Pago", "Pacific/Kiritimati"];

/** Tells people whose evidence ends in sixty days and in fourteen; gives how many were told. */
export async function foretellEnds(deps: Pick<Deps, "db">, at: Date): Promise<number> {
  const from = dayIn(earliestZone, at);
  let told = 0;
  for (const days of foretoldDays) {
    const until = addDays(dayIn(latestZone, at), days);
    for (let after = ""; ; ) {
      const rows = await findUntold(deps.db.read, { from, until, kind, step: days, limit: atOnce, after });
      const notices = rows.flatMap((row) => {
        const expiresOn = row.expires_on as CivilDate;
        if (foretellingOn(expiresOn, dayIn(row.zone, at)) !== days) return [];
        return [
          {
            personId: row.person_id,
            kind,
            key: `${row.id}:${days}`,
            detail: { moduleId: row.module_id, on: expiresOn },
            path: evidencePath(row.id),
          } as const,
        ];
      });
      if (notices.length > 0) told += await deps.db.write.transaction().execute((tx) => notify(tx, at, notices));
      const last = rows.at(-1);
      if (!last || rows.length < atOnce) break;
      after = last.id;
    }
  }
  return told;
}
