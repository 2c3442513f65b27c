import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { DomainError } from "#app/domain/errors";
import { sessionPath } from "#app/ledger/seats";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { catalogues } from "#app/words/catalogues";
import { bookPlace, returnPlace } from "./book-place.server";
import styles from "./participation.css?url";
import { readParticipation } from "./read-participation.server";
import { ParticipantScreen } from "./session-screen";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const view = await answering(() => readParticipation(context.deps, reader, context.visit, params.session ?? ""));
  return { view, title: `${view.module.title} · ${catalogues[context.visit.language].product.name}` };
}

/** `intent`: `book` or `return`. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const id = params.session ?? "";
  const intent = (await request.formData()).get("intent");
  const done = await answering(async () => {
    if (intent === "book") return await bookPlace(context.deps, reader, id);
    if (intent !== "return") throw new DomainError("invalid", "The form has no intent that is known here");
    await returnPlace(context.deps, reader, id);
    return "returned";
  });
  throw redirect(`${sessionPath(id)}?done=${done}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SessionPage() {
  const [search] = useSearchParams();
  return <ParticipantScreen view={useLoaderData<typeof loader>().view} done={search.get("done")} />;
}
