import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";

/** Keeps the language that somebody reads in. */
export async function keepLanguage(deps: Pick<Deps, "db">, personId: string, language: Language): Promise<void> {
  await deps.db.write.updateTable("person").set({ language }).where("id", "=", personId).execute();
}
