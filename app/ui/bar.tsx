/**
 * A share as a bar that starts at 0. `value` is 0 to 1. Drawn beside its figure it says nothing new; with `label` it is
 * a progress bar of its own. Its colour follows the status around it.
 */
export function Bar(props: { value: number; size?: "large"; label?: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, props.value)) * 1000) / 10;
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
      aria-valuenow={Math.floor(percent)}
    >
      {track}
    </span>
  );
}
