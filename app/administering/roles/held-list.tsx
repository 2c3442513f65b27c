import { Link } from "@remix-run/react";
import { useDirectoryWords } from "#app/words/areas/directory";
import { useRolesWords } from "#app/words/areas/roles";
import { useFormat } from "#app/words/context";
import { DateField, IntentForm } from "../fields";
import type { SentForm } from "../form-reader";
import { type Held, rolesPath } from "./roles-view";

/** What a list of holders needs to end one of them. */
export interface HeldContext {
  /** Whose form is open. */
  readonly chosen: string | null;
  readonly sent: SentForm | null;
  readonly today: string;
  readonly intent: "end" | "end-holding";
  readonly canEnd: boolean;
}

/** Who has something, since when, and the way to its end. */
export function HeldList(props: { held: readonly Held[]; context: HeldContext; empty: string }) {
  const { held, context, empty } = props;
  if (held.length === 0) return <span className="Muted">{empty}</span>;
  return (
    <ul className="HeldList">
      {held.map((each) => (
        <li key={each.id}>
          <Holder held={each} context={context} />
          {context.chosen === each.id ? <EndForm held={each} context={context} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Holder({ held, context }: { held: Held; context: HeldContext }) {
  const words = useRolesWords();
  const shared = useDirectoryWords();
  const format = useFormat();
  const { deputy, course, from, to } = held;
  const facts = [
    ...(deputy ? [shared.deputy] : []),
    ...(course === null ? [] : [course]),
    to === null ? words.since(format.date(from)) : words.until(format.date(from), format.date(to)),
  ];
  return (
    <p>
      <Link to={`/admin/people/${held.personId}`}>{held.name}</Link> <span className="Muted">{facts.join(", ")}</span>{" "}
      {context.canEnd && context.chosen !== held.id ? (
        <Link to={`${rolesPath}?change=${held.id}`} preventScrollReset aria-label={words.endOf(held.name)}>
          {words.end}
        </Link>
      ) : null}
    </p>
  );
}

function EndForm({ held, context }: { held: Held; context: HeldContext }) {
  const words = useRolesWords();
  return (
    <IntentForm intent={context.intent} sent={context.sent} submit={words.submitEnd} kind="danger">
      <input type="hidden" name="id" value={held.id} />
      <DateField name="last" label={words.last} hint={words.lastHint} value={held.to ?? context.today} />
    </IntentForm>
  );
}
