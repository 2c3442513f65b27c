import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { mediaWords } from "#app/words/areas/media";
import { catalogues } from "#app/words/catalogues";
import { openModule } from "../drafts/draft-state.server";
import styles from "./media.css?url";
import { MediaScreen } from "./media-screen";
import { readMediaList } from "./read-media-list.server";
import { takeMediaForm } from "./take-media-form.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const search = new URL(request.url).searchParams;
  const view = await answering(() => readMediaList(context.deps, reader, { moduleId: params.module ?? "", language }));
  const done = {
    added: search.get("added"),
    cleaned: search.get("cleaned"),
    inserted: search.get("inserted"),
    removed: search.get("removed"),
  };
  return {
    view,
    zone: reader.zone,
    done,
    title: `${mediaWords[language].title} · ${view.module.title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const refusal = await answering(async () => {
    const moduleId = params.module ?? "";
    await openModule(context.deps.db.read, reader, moduleId);
    return await takeMediaForm(context.deps, reader, moduleId, request);
  });
  return data(refusal, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function MediaPage() {
  const { view, zone, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return <MediaScreen view={view} zone={zone} done={done} refusal={refusal} />;
}
