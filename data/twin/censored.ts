/**
 * Turns latent numbers into slider values with a given mean and standard deviation: shifted and stretched, rounded,
 * and cut off at the ends of the scale, so that sliders near an end pile up there as real ones do. Shift and stretch
 * are found on the very numbers given.
 *
 * @param latent roughly standard normal, one per answer
 * @returns whole numbers from `low` to `high`; their mean is within 0.05 and their spread within 0.3 of the target
 */
export function censored(latent: ArrayLike<number>, mean: number, sd: number, low: number, high: number): Int32Array {
  let shift = mean;
  let stretch = sd;
  const values = new Int32Array(latent.length);
  for (let round = 0; round < 200; round++) {
    let sum = 0;
    let squares = 0;
    for (let index = 0; index < values.length; index++) {
      const value = Math.round(Math.min(high, Math.max(low, shift + stretch * (latent[index] as number))));
      values[index] = value;
      sum += value;
      squares += value * value;
    }
    const found = sum / values.length;
    const spread = Math.sqrt(Math.max(squares / values.length - found * found, 0.01));
    if (Math.abs(found - mean) < 0.02 && Math.abs(spread - sd) < 0.1) break;
    shift += (mean - found) * 1.1;
    stretch *= 1 + 0.7 * (sd / spread - 1);
  }
  return values;
}
