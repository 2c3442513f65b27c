import { type LinksFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { NavLink, Outlet, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { useAdministrationWords } from "#app/words/areas/administration";
import styles from "./administering.css?url";
import { refuse } from "./administrator.server";
import { sections, sectionsFor } from "./sections";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const shown = sectionsFor(reader);
  const [first] = sections.filter((section) => shown.includes(section.id));
  if (!first) return await answering(refuse);
  // Whoever has something to do here, but no start page, begins with what they have.
  if (isStart(request) && first.path !== "/admin") throw redirect(first.path);
  return { sections: shown };
}

/** Whether a request is for the first page of administration, by a document or by the page's own script. */
function isStart(request: Request): boolean {
  return new URL(request.url).pathname.replace(/\.data$/, "") === "/admin";
}

/** What stands around every page of administration: its parts, beside them on a wide screen and above on a narrow. */
export default function AdminFrame() {
  const { sections: shown } = useLoaderData<typeof loader>();
  const words = useAdministrationWords();
  return (
    <div className="AdminFrame">
      <nav className="AdminNav" aria-label={words.navigation}>
        <ul>
          {sections
            .filter((section) => shown.includes(section.id))
            .map((section) => (
              <li key={section.id}>
                <NavLink to={section.path} end={section.path === "/admin"}>
                  {words.sections[section.id]}
                </NavLink>
              </li>
            ))}
        </ul>
      </nav>
      <Outlet />
    </div>
  );
}
