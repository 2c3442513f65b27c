import { type IconName, type ShapeName, spriteHref } from "./sprite";

/** A drawing beside a word; never the only bearer of meaning, so assistive technology skips it. */
export function Icon(props: { name: IconName }) {
  return (
    <svg className="Icon" aria-hidden="true">
      <use href={`${spriteHref}#i-${props.name}`} />
    </svg>
  );
}

/** The shape of a status, 14 px. Stands beside its word. */
export function StatusShape(props: { name: ShapeName }) {
  return (
    <svg className="Shape" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <use href={`${spriteHref}#s-${props.name}`} />
    </svg>
  );
}
