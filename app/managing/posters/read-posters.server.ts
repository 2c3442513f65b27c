import { DomainError } from "#app/domain/errors";
import { type Actor, canSomewhere } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { type QrCode, qrCode } from "#app/platform/qr-code";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import { findModule } from "#db/queries/content";
import { findOrganisation } from "#db/queries/organisation";
import { findModulesInOrder } from "#db/queries/overview";

export interface PosterView {
  readonly moduleId: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly company: string;
  /** Where the code leads, as people type it. */
  readonly address: string;
  readonly code: QrCode;
}

function mustLetIn(actor: Actor): void {
  if (!canSomewhere(actor, "print-slips")) throw new DomainError("forbidden", "Only managers make posters");
}

/**
 * The modules that posters can be made for, in the company's order.
 *
 * @throws DomainError forbidden for who manages nobody
 */
export async function listPosters(
  deps: Pick<Deps, "db">,
  actor: Actor,
  language: Language,
): Promise<{ readonly id: string; readonly title: string }[]> {
  mustLetIn(actor);
  const rows = await findModulesInOrder(deps.db.read);
  return rows.map((row) => ({ id: row.id, title: inLanguage(JSON.parse(row.title) as Localised, language) }));
}

/**
 * The poster of a module.
 *
 * @throws DomainError not-found when there is no such module, forbidden for who manages nobody
 */
export async function readPoster(
  deps: Pick<Deps, "db" | "env">,
  actor: Actor,
  language: Language,
  moduleId: string,
): Promise<PosterView> {
  mustLetIn(actor);
  const module = await findModule(deps.db.read, moduleId);
  if (!module) throw new DomainError("not-found", `There is no module ${moduleId}`);
  const address = `${deps.env.origin}/modules/${encodeURIComponent(moduleId)}`;
  return {
    moduleId,
    title: inLanguage(JSON.parse(module.title) as Localised, language),
    summary: inLanguage(JSON.parse(module.summary) as Localised, language),
    minutes: module.minutes,
    company: (await findOrganisation(deps.db.read))?.name ?? "",
    address: address.replace(/^https:\/\//, ""),
    code: qrCode(address),
  };
}
