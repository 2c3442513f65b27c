/** The parts of administration, in the order of their navigation, with what somebody must be able to do to see them. */
import { type Action, type Actor, canSomewhere } from "#app/domain/permissions";

export const sections = [
  { id: "start", path: "/admin", action: "see-directory" },
  { id: "people", path: "/admin/people", action: "see-directory" },
  { id: "departments", path: "/admin/departments", action: "see-directory" },
  { id: "places", path: "/admin/places", action: "see-directory" },
  { id: "roles", path: "/admin/roles", action: "see-directory" },
  { id: "requirements", path: "/admin/requirements", action: "manage-requirements" },
  { id: "imports", path: "/admin/imports", action: "manage-people" },
  { id: "evidence", path: "/admin/evidence", action: "see-standings" },
  { id: "sessions", path: "/admin/sessions", action: "hold-session" },
] as const satisfies readonly {
  readonly id: string;
  readonly path: string;
  readonly action: Action;
}[];

export type SectionId = (typeof sections)[number]["id"];

/** The parts that this actor may see. */
export function sectionsFor(actor: Actor): SectionId[] {
  return sections.filter((section) => canSomewhere(actor, section.action)).map((section) => section.id);
}
