/** The first letters of the first and the last of the names: `Leila Haddad` is `LH`. */
export function initials(name: string): string {
  const parts = name
    .trim()
    .split(/[\s-]+/u)
    .filter(Boolean);
  const first = parts[0];
  const last = parts.length > 1 ? parts[parts.length - 1] : undefined;
  return [first, last]
    .map((part) => (part ? ([...part][0] ?? "") : ""))
    .join("")
    .toLocaleUpperCase("sv");
}

/** A person's initials, beside the name; where it stands alone, `label` names it. */
export function Avatar(props: { name: string; size?: "large" | undefined; label?: string | undefined }) {
  return (
    <span
      className="Avatar"
      data-size={props.size}
      {...(props.label ? { role: "img", "aria-label": props.label } : { "aria-hidden": true })}
    >
      {initials(props.name)}
    </span>
  );
}
