import "../studio/bundler-context";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { studioWords } from "#app/words/areas/studio";
import { catalogues } from "#app/words/catalogues";
import { readReview } from "./read-review.server";
import { ReviewScreen } from "./review-screen";
import { takeReviewForm } from "./take-review-form.server";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now } = context.visit;
  const search = new URL(request.url).searchParams;
  const wanted = { moduleId: params.module ?? "", path: search.get("file"), language, now };
  const view = await answering(() => readReview(context.deps, context.bundler, reader, wanted));
  const { title } = studioWords[language].review;
  return {
    view,
    zone: reader.zone,
    done: search.get("done"),
    title: `${title} · ${view.module.title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  return await answering(() => takeReviewForm(context.deps, reader, params.module ?? "", form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReviewPage() {
  const { view, zone, done } = useLoaderData<typeof loader>();
  const notTaken = useActionData<typeof action>() ?? null;
  return <ReviewScreen view={view} zone={zone} done={done} notTaken={notTaken} />;
}
