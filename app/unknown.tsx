import { DomainError } from "./domain/errors";
import { answering } from "./platform/http-error";

/** Any other address: a page that says so in the reader's language. */
export function loader() {
  return answering(async () => {
    throw new DomainError("not-found", "No such address");
  });
}

/** Without a component the route would answer with data instead of a page. */
export default function Unknown() {
  return null;
}
