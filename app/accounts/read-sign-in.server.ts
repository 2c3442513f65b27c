import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { Visit } from "#app/platform/visit";
import { catalogues } from "#app/words/catalogues";
import { findOrganisation } from "#db/queries/organisation";
import { findDemonstrationPeople } from "./enter.server";
import type { SignInView } from "./sign-in-view";

/** The password of everybody who can sign in to a demonstration. */
const demonstrationPassword = "repris-demo";

/** The sign-in page: whose Repris it is, why the reader came here and, in a demonstration, whom they may enter as. */
export async function readSignIn(
  deps: Deps,
  visit: Visit,
  asked: { readonly next: string | null; readonly kept: boolean; readonly signedOut: boolean },
): Promise<SignInView & { readonly title: string }> {
  const words = catalogues[visit.language];
  const organisation = await findOrganisation(deps.db.read);
  const people = organisation?.demonstration ? await findDemonstrationPeople(deps, visit.language) : [];
  return {
    title: `${words.signIn.title} · ${words.product.name}`,
    company: organisation?.name ?? words.product.name,
    today: dayIn(organisation?.zone ?? "UTC", visit.now),
    next: asked.next,
    notice: asked.kept
      ? "answerKept"
      : asked.signedOut
        ? "signedOut"
        : visit.session.kind === "expired" && asked.next !== null
          ? "expired"
          : null,
    email: "",
    problem: null,
    demonstration:
      people.length > 0
        ? {
            password: demonstrationPassword,
            people: people.map((person) => ({
              email: person.email,
              name: person.name,
              description: words.signIn.roles[person.role](person.departmentName),
            })),
          }
        : null,
  };
}
