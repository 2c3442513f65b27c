import type { CivilDate } from "#app/domain/calendar";
import { dayIn } from "#app/platform/clock";
import type { Reader } from "#db/connect";
import { findOrganisation } from "#db/queries/organisation";

/** The civil date of an instant where the company is: in its zone, and in UTC while it has none. */
export async function companyDay(db: Reader, now: Date): Promise<CivilDate> {
  const organisation = await findOrganisation(db);
  return dayIn(organisation?.zone ?? "UTC", now);
}
