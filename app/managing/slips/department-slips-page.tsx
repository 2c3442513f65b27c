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
import { slipsWords } from "#app/words/areas/slips";
import { catalogues } from "#app/words/catalogues";
import { DepartmentSlipsScreen } from "./department-slips-screen";
import { makeCodes } from "./make-codes.server";
import { readDepartmentSlips, slipsAtOnce } from "./read-slips.server";
import styles from "./slips.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

function askedIn(request: Request) {
  const search = new URL(request.url).searchParams;
  const page = Number(search.get("page") ?? "1");
  return {
    departmentId: search.get("department") || null,
    page: Number.isInteger(page) && page >= 1 ? page : 1,
    withoutAccess: search.get("who") === "without",
  };
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const view = await answering(() => readDepartmentSlips(context.deps, reader, context.visit, askedIn(request)));
  const title = `${slipsWords[language].department.title} · ${catalogues[language].product.name}`;
  return { view, pageSize: slipsAtOnce, title };
}

/** Makes codes for those on the page who cannot sign in yet, and shows them, this once. */
export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const made = await answering(async () => {
    const view = await readDepartmentSlips(context.deps, reader, context.visit, askedIn(request));
    const people = view.slips.filter((slip) => slip.access === "none" && slip.code === "allowed");
    return await makeCodes(
      context.deps,
      reader,
      people.map((slip) => slip.personId),
    );
  });
  return data(made);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function DepartmentSlipsPage() {
  const { pageSize, view } = useLoaderData<typeof loader>();
  return <DepartmentSlipsScreen view={view} pageSize={pageSize} made={useActionData<typeof action>()} />;
}
