import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { readCookie } from "#app/platform/sessions";
import type { Visit } from "#app/platform/visit";
import { catalogues } from "#app/words/catalogues";
import { findOrganisation } from "#db/queries/organisation";
import { anybodyAdministers } from "#db/queries/people";
import { findDemonstrationPeople } from "./enter.server";
import { type SignInView, type Way, ways } from "./sign-in-view";

/** The password of everybody who can sign in to a demonstration. */
const demonstrationPassword = "repris-demo";

/** Why somebody came to the sign-in page, as its address says. */
export interface Asked {
  readonly next: string | null;
  readonly way: string | null;
  /** What was sent waits in the browser; false: it could not be kept; null: nothing was sent. */
  readonly kept: boolean | null;
  readonly signedOut: boolean;
  readonly left: boolean;
}

/** How the page begins: as its address says, as on this device before, by number where it is shared, else by e-mail. */
export function wayOf(visit: Visit, asked: string | null, cookies: string | undefined): Way {
  const isWay = (text: string | null | undefined) => ways.find((way) => way === text);
  const usual = visit.sharedDevice === null ? "email" : "number";
  return isWay(asked) ?? isWay(readCookie(cookies, "repris_way")) ?? usual;
}

/** The sign-in page: whose Repris it is, why the reader came here and, in a demonstration, whom they may enter as. */
export async function readSignIn(
  deps: Deps,
  visit: Visit,
  asked: Asked,
  cookies: string | undefined,
): Promise<SignInView & { readonly title: string }> {
  const words = catalogues[visit.language];
  const organisation = await findOrganisation(deps.db.read);
  const people = organisation?.demonstration ? await findDemonstrationPeople(deps, visit.language) : [];
  return {
    title: `${words.signIn.title} · ${words.product.name}`,
    company: organisation?.name ?? words.product.name,
    empty: !(await anybodyAdministers(deps.db.read, dayIn("UTC", visit.now))),
    today: dayIn(organisation?.zone ?? "UTC", visit.now),
    next: asked.next,
    notice: noticeOf(visit, asked),
    way: wayOf(visit, asked.way, cookies),
    shared: visit.sharedDevice !== null,
    email: "",
    number: "",
    problem: null,
    first: null,
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

function noticeOf(visit: Visit, asked: Asked): SignInView["notice"] {
  if (asked.kept !== null) return asked.kept ? "answerKept" : "answerLost";
  if (asked.left) return "left";
  if (asked.signedOut) return "signedOut";
  return visit.session.kind === "expired" && asked.next !== null ? "expired" : null;
}
