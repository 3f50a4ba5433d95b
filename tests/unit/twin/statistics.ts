import { deviation, mean } from './release.ts';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] as number) + (sorted[sorted.length >> 1] as number)) / 2;
}

/** Pearson correlation over rows where both are present. */
export function pearson(one: readonly (number | null)[], two: readonly (number | null)[]): number {
  const pairs = one.flatMap((x, row) =>
    x === null || two[row] === null || two[row] === undefined ? [] : [[x, two[row]] as [number, number]]
  );
  const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const product = pairs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return product / (pairs.length - 1) / deviation(pairs.map(([x]) => x)) / deviation(pairs.map(([, y]) => y));
}
