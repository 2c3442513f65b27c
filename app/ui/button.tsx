import { Link, type LinkProps } from "@remix-run/react";
import { type ComponentPropsWithoutRef, forwardRef } from "react";

interface Look {
  /** `primary` once a view; `quiet` beside it; `danger` for what cannot be taken back. */
  kind?: "primary" | "quiet" | "danger" | undefined;
  size?: "dense" | "large" | undefined;
}

/** A button that does something. `busy` shows that it is being done. */
export const Button = forwardRef<
  HTMLButtonElement,
  ComponentPropsWithoutRef<"button"> & Look & { busy?: boolean | undefined }
>(function Button({ kind, size, busy, type = "submit", ...rest }, ref) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className="Button"
      data-kind={kind}
      data-size={size}
      aria-busy={busy || undefined}
    />
  );
});

/** A link that looks like a button, for going somewhere. */
export const LinkButton = forwardRef<HTMLAnchorElement, Omit<LinkProps, "className" | "style"> & Look>(
  function LinkButton({ kind, size, ...rest }, ref) {
    return <Link {...rest} ref={ref} className="Button" data-kind={kind} data-size={size} />;
  },
);
