import { type ReactNode, useRef } from "react";
import { Avatar } from "./avatar";

/**
 * The reader's initials; opens to who is signed in and what concerns only them (`children`). Works without script; with
 * it, Escape and leaving the menu close it.
 */
export function AccountMenu(props: { name: string; label: string; description?: ReactNode; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");
  return (
    <details
      ref={menu}
      className="AccountMenu"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        close();
        event.currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary aria-label={props.label}>
        <Avatar name={props.name} />
      </summary>
      {/* why: clicking beside the button inside the menu must not count as leaving it */}
      <div tabIndex={-1}>
        <b>{props.name}</b>
        {props.description ? <small>{props.description}</small> : null}
        {props.children}
      </div>
    </details>
  );
}
