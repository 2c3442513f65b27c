import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireReader } from "#app/platform/visit";
import { sessionWords } from "#app/words/areas/sessions";
import { addAfterSignOff } from "./add-after-sign-off.server";
import { longestReason } from "./cancel-session.server";
import { invitePeople } from "./invite-people.server";
import { InviteScreen } from "./invite-screen";
import { leadingBack } from "./leading-back.server";
import { pageTitle } from "./page-title";
import { heldSessionPath, tooLatePath } from "./paths";
import { readInvitation } from "./read-invitation.server";
import styles from "./sessions.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { searchParams } = new URL(request.url);
  const sessionId = params.session ?? "";
  const view = await leadingBack(tooLatePath(sessionId), () =>
    readInvitation(context.deps, reader, context.visit, sessionId, searchParams),
  );
  const { language } = context.visit;
  const { invite } = sessionWords[language];
  return { view, title: pageTitle(language, view.begun ? invite.lateTitle : invite.title, view.session.title) };
}

/** Whom to ask; once it is signed off (`late`), who came, with the reason (`why`). */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const sessionId = params.session ?? "";
  const form = await request.formData();
  const people = form.getAll("person").map(String);
  const isLate = form.has("late");
  const why = String(form.get("why") ?? "").trim();
  const refused = { nobody: people.length === 0, noReason: isLate && (why === "" || why.length > longestReason) };
  if (refused.nobody || refused.noReason) return data({ refused, people, why }, { status: 422 });
  if (isLate) {
    const { added, left } = await leadingBack(tooLatePath(sessionId), () =>
      addAfterSignOff(context.deps, reader, { sessionId, people, why }),
    );
    throw redirect(`${heldSessionPath(sessionId)}?done=added&n=${added}.${left}`);
  }
  const { booked, waiting, left } = await leadingBack(tooLatePath(sessionId), () =>
    invitePeople(context.deps, reader, { sessionId, people }),
  );
  throw redirect(`${heldSessionPath(sessionId)}?done=invited&n=${booked}.${waiting}.${left}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function InvitePage() {
  const { view } = useLoaderData<typeof loader>();
  return <InviteScreen view={view} sent={useActionData<typeof action>() ?? null} />;
}
