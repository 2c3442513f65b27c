/** The company itself, and the first of everything that somebody must belong to. */

import { instantText } from "#app/platform/clock";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import type { Recording } from "./record";

export interface CompanyDescription {
  readonly name: string;
  /** IANA. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Codes, the fallback first. */
  readonly languages: readonly string[];
}

/** Describes the company; the first time with a legal entity and a site of its name. */
export async function describeCompany(tx: Writer, recording: Recording, company: CompanyDescription): Promise<void> {
  const { country, languages, name, zone } = company;
  const known = await tx.selectFrom("organisation").select("id").executeTakeFirst();
  const set = { name, zone, languages: JSON.stringify(languages) };
  if (known) await tx.updateTable("organisation").set(set).where("id", "=", known.id).execute();
  else {
    await tx
      .insertInto("organisation")
      .values({ id: newId(recording.at), ...set, demonstration: 0, created_at: instantText(recording.at) })
      .execute();
  }
  const [only, another] = await tx.selectFrom("site").select(["id", "entity_id"]).limit(2).execute();
  if (!only) {
    const entityId = newId(recording.at);
    await tx.insertInto("entity").values({ id: entityId, name, country }).execute();
    await tx
      .insertInto("site")
      .values({ id: newId(recording.at), entity_id: entityId, name, zone })
      .execute();
    return;
  }
  // Once people work there, a site is described where sites are: its zone is part of what their days are.
  const employed = await tx.selectFrom("employment").select("id").limit(2).execute();
  if (another || employed.length > 1) return;
  await tx.updateTable("site").set({ name, zone }).where("id", "=", only.id).execute();
  await tx.updateTable("entity").set({ name, country }).where("id", "=", only.entity_id).execute();
}

/** Where whoever is taken in without saying where works. */
export async function firstSite(tx: Writer): Promise<{ readonly entityId: string; readonly siteId: string }> {
  const site = await tx
    .selectFrom("site")
    .select(["id", "entity_id"])
    .where("closed_on", "is", null)
    .orderBy("id")
    .limit(1)
    .executeTakeFirstOrThrow();
  return { entityId: site.entity_id, siteId: site.id };
}
