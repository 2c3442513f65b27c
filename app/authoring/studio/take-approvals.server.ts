import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { chooseApprovals, mayChooseApprovals } from "../drafts/review-draft.server";

/** Takes how many approvals a draft needs, as it was typed. */
export async function takeApprovals(deps: Pick<Deps, "db" | "clock">, actor: Actor, typed: string): Promise<void> {
  if (!mayChooseApprovals(actor)) throw new DomainError("forbidden", "Approvals are for trainers of every course");
  if (!/^\d$/.test(typed.trim())) throw new DomainError("invalid", "Approvals are a number");
  await chooseApprovals(deps, actor, Number(typed));
}
