import { Link } from "@remix-run/react";
import { kept } from "./kept";

/** The name with the closing repeat sign. */
export const Wordmark = kept("wordmark", function Wordmark(props: { name: string; label: string; to: string }) {
  return (
    <Link className="Wordmark" to={props.to} aria-label={props.label}>
      {props.name}
      <svg viewBox="0 0 18 22" aria-hidden="true" fill="currentColor">
        <circle cx="3" cy="7.5" r="2.25" />
        <circle cx="3" cy="14.5" r="2.25" />
        <path d="M8.5 0h1.5v22H8.5zM12.5 0h5v22h-5z" />
      </svg>
    </Link>
  );
});
