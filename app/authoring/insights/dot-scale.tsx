import { goodDifficulty, goodDiscrimination } from "#app/domain/item-analysis";

const width = 120;
const height = 18;
const middle = height / 2;

/** From where to where each scale reaches, and which part of it is good. */
const scales = {
  difficulty: { from: 0, to: 1, low: goodDifficulty.low, high: goodDifficulty.high },
  discrimination: { from: -0.2, to: 0.7, low: goodDiscrimination, high: 0.7 },
} as const;

/** A figure on its scale: a dot inside the good range, a diamond outside. The figure stands beside it in words. */
export function DotScale(props: { scale: keyof typeof scales; value: number; inside: boolean }) {
  const { from, to, low, high } = scales[props.scale];
  const at = (value: number) =>
    Math.round(Math.min(1, Math.max(0, (value - from) / (to - from))) * (width - 10) * 10) / 10 + 5;
  const x = at(props.value);
  return (
    <svg className="DotScale" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect className="good" x={at(low)} y="3" width={at(high) - at(low)} height={height - 6} />
      <line className="scale" x1="0" x2={width} y1={middle} y2={middle} />
      {props.inside ? (
        <circle className="inside" cx={x} cy={middle} r="5" />
      ) : (
        <path className="outside" d={`M${x} ${middle - 7}l7 7-7 7-7-7z`} />
      )}
    </svg>
  );
}
