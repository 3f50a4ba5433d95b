/** Points of a distribution function, ascending: [share of the values at or below, value]. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/** The value at a share between 0 and 1, linear between the points given. */
export function quantileAt(points: Quantiles, share: number): number {
  for (let index = 1; index < points.length; index++) {
    const [right, high] = points[index] as [number, number];
    if (share > right) continue;
    const [left, low] = points[index - 1] as [number, number];
    return right > left ? low + ((share - left) / (right - left)) * (high - low) : high;
  }
  return points[points.length - 1]?.[1] ?? 0;
}
