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
  return { view, title: pageTitle(language, sessionWords[language].invite.title, view.session.title) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const sessionId = params.session ?? "";
  const people = (await request.formData()).getAll("person").map(String);
  if (people.length === 0) return data({ nobody: true }, { status: 422 });
  const { booked, waiting, left } = await leadingBack(tooLatePath(sessionId), () =>
    invitePeople(context.deps, reader, { sessionId, people }),
  );
  throw redirect(`${heldSessionPath(sessionId)}?done=invited&n=${booked}.${waiting}.${left}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function InvitePage() {
  const { view } = useLoaderData<typeof loader>();
  return <InviteScreen view={view} nobody={useActionData<typeof action>()?.nobody === true} />;
}
