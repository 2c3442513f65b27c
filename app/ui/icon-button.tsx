import { Link } from "@remix-run/react";
import type { ComponentPropsWithoutRef } from "react";
import { Icon } from "./icon";
import type { IconName } from "./sprite";

interface Look {
  icon: IconName;
  /** What it does, in words: the only name it has. */
  label: string;
  size?: "dense" | undefined;
}

/** A button with an icon alone: only for closing, adding and moving, where a word would be noise. */
export function IconButton({
  icon,
  label,
  size,
  type = "button",
  ...rest
}: Omit<ComponentPropsWithoutRef<"button">, "aria-label" | "children"> & Look) {
  return (
    <button {...rest} type={type} className="IconButton" data-size={size} aria-label={label}>
      <Icon name={icon} />
    </button>
  );
}

/** The same for a place to go to. */
export function IconLink({ icon, label, size, to }: Look & { to: string }) {
  return (
    <Link to={to} className="IconButton" data-size={size} aria-label={label}>
      <Icon name={icon} />
    </Link>
  );
}
