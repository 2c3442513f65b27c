import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "./domain/errors";
import { answering } from "./platform/http-error";

/** Any other address, and what could not be read at all: a page that says so in the reader's language. */
export function loader({ context }: LoaderFunctionArgs) {
  const status = context.problem;
  if (status !== null) throw Response.json({ code: "problem" }, { status });
  return answering(async () => {
    throw new DomainError("not-found", "No such address");
  });
}

/** Without a component the route would answer with data instead of a page. */
export default function Unknown() {
  return null;
}
