import type { ReactNode } from "react";
import { Avatar } from "./avatar";

/** The reader's initials; opens to who is signed in and what concerns only them (`children`). Works without script. */
export function AccountMenu(props: { name: string; label: string; description?: ReactNode; children: ReactNode }) {
  return (
    <details className="AccountMenu">
      <summary aria-label={props.label}>
        <Avatar name={props.name} />
      </summary>
      <div>
        <b>{props.name}</b>
        {props.description ? <small>{props.description}</small> : null}
        {props.children}
      </div>
    </details>
  );
}
