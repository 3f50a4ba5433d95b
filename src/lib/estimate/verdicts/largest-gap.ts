/** The largest difference between two ratios that intervals reaching so far on either side allow. */
export function largestGap(ratios: Float64Array, reach: (g: number, h: number) => number): number {
  let most = 0;
  for (let g = 1; g < ratios.length; g++) {
    for (let h = 0; h < g; h++) most = Math.max(most, Math.abs(ratios[g]! - ratios[h]!) + reach(g, h));
  }
  return most;
}
