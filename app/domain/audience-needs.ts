/** What has to be known of people to say whether they belong to audiences: the rest need not be read. */
import type { Audience } from "./audience";

export interface AudienceNeeds {
  readonly employments: boolean;
  readonly roles: boolean;
  readonly responsibilities: boolean;
}

/**
 * The parts of a career, besides memberships, that some audiences ask about. Whoever leaves the others out comes to the
 * same events.
 */
export function needsOf(audiences: readonly Audience[]): AudienceNeeds {
  const needs = { employments: false, roles: false, responsibilities: false };
  const ask = (audience: Audience): void => {
    if ("everyone" in audience || "departments" in audience || "department" in audience) return;
    if ("all" in audience) audience.all.forEach(ask);
    else if ("any" in audience) audience.any.forEach(ask);
    else if ("not" in audience) ask(audience.not);
    else if ("role" in audience) needs.roles = true;
    else if ("responsibility" in audience) needs.responsibilities = true;
    else needs.employments = true;
  };
  audiences.forEach(ask);
  return needs;
}
