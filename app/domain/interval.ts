/** From where to where a figure may lie. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Of the normal distribution, 95 % lie within so many standard deviations. */
const z = 1.96;

/**
 * Wilson's 95 % interval of a share (Wilson 1927): unlike the plain one it holds for few answers and for shares near 0
 * and 1.
 *
 * @param count of `total`, which is at least 1
 */
export function wilsonInterval(count: number, total: number): Interval {
  const share = count / total;
  const denominator = 1 + (z * z) / total;
  const middle = (share + (z * z) / (2 * total)) / denominator;
  const reach = (z / denominator) * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
