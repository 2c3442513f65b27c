/**
 * A share as a bar that starts at 0. `value` is 0 to 1. Drawn beside its figure it says nothing new; with `label` it is
 * a progress bar of its own. Null: it goes on, and nobody knows how far it is. Its colour follows the status around it.
 */
export function Bar(props: { value: number | null; size?: "large"; label?: string }) {
  const isUnknown = props.value === null;
  const percent = Math.round(Math.min(1, Math.max(0, props.value ?? 0.3)) * 1000) / 10;
  const track = (
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={percent} height="1" />
    </svg>
  );
  if (!props.label) {
    return (
      <span className="Bar" data-size={props.size}>
        {track}
      </span>
    );
  }
  return (
    <span
      className="Bar"
      data-size={props.size}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={isUnknown ? undefined : Math.floor(percent)}
      data-unknown={isUnknown ? "" : undefined}
    >
      {track}
    </span>
  );
}
