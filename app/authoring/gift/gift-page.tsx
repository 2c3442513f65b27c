import "../converting/converter-context";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { giftWords } from "#app/words/areas/gift";
import { catalogues } from "#app/words/catalogues";
import { textOf } from "../studio/answer-fields.server";
import { readEditor } from "../studio/read-editor.server";
import { filePath } from "../studio/studio-paths";
import styles from "./gift.css?url";
import { GiftScreen } from "./gift-screen";
import { addGift, tryGift } from "./take-gift.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const wanted = { moduleId: params.module ?? "", path: null, language };
  const view = await answering(() => readEditor(context.deps, reader, wanted));
  const title = `${giftWords[language].title} · ${view.module.title} · ${catalogues[language].product.name}`;
  return { view, zone: reader.zone, title };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const moduleId = params.module ?? "";
  const deps = { ...context.deps, converter: context.converter };
  const typed = { gift: textOf(form, "gift"), title: textOf(form, "title"), language: textOf(form, "language") };
  if (textOf(form, "intent") !== "add") {
    const tried = await answering(() => tryGift(deps, reader, moduleId, typed));
    return data(tried, { status: Object.keys(tried.faults).length > 0 ? 422 : 200 });
  }
  const added = await answering(() => addGift(deps, reader, moduleId, typed));
  if ("refused" in added) return data(added.refused, { status: 422 });
  throw redirect(filePath(moduleId, added.path));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function GiftPage() {
  const { view, zone } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>() ?? null;
  return <GiftScreen view={view} zone={zone} tried={tried} />;
}
