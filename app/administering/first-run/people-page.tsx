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
import { setupWords } from "#app/words/areas/setup";
import { catalogues } from "#app/words/catalogues";
import { addPeopleByHand, type HandRow, handRows, isFilled, readDepartmentNames } from "./add-people.server";
import styles from "./first-run.css?url";
import { PeopleScreen } from "./people-screen";
import { stepPaths } from "./steps";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const added = Number(new URL(request.url).searchParams.get("added") ?? "0");
  return {
    departments: await answering(() => readDepartmentNames(context.deps, reader, language)),
    rows: handRows,
    added: Number.isInteger(added) && added > 0 ? added : 0,
    title: `${setupWords[language].people.title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const texts = (name: string) => form.getAll(name).map((value) => (typeof value === "string" ? value : ""));
  const [numbers, emails, departments] = [texts("number"), texts("email"), texts("department")];
  const rows: HandRow[] = texts("name")
    .slice(0, handRows)
    .map((name, place) => ({
      name,
      number: numbers[place] ?? "",
      email: emails[place] ?? "",
      department: departments[place] ?? "",
    }));
  if (!rows.some(isFilled)) return data({ rows, faults: {}, isEmpty: true }, { status: 422 });
  const { added, faults } = await answering(() => addPeopleByHand(context.deps, reader, rows));
  if (added === 0) return data({ rows, faults, isEmpty: false }, { status: 422 });
  throw redirect(form.get("then") === "more" ? `${stepPaths.people}?added=${added}` : stepPaths.course);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function PeoplePage() {
  const { added, departments, rows } = useLoaderData<typeof loader>();
  return <PeopleScreen added={added} departments={departments} count={rows} again={useActionData<typeof action>()} />;
}
