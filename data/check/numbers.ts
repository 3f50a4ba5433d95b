import { allLevels, isDimension } from '../../src/lib/dataset/column.ts';
import { storedColumn } from '../../src/lib/dataset/tables.ts';
import { MISSING } from '../../src/lib/release/table-builder.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';

/** Numbers by what they count. */
export type Numbers = Readonly<Record<string, number>>;

/** The values that are there. */
export function present(values: Iterable<number>): number[] {
  return [...values].filter((value) => value !== MISSING);
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export function meanOf(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Standard deviation; `freedom` is taken off the number of values: 1 for a sample, 0 for a population. */
export function deviation(values: readonly number[], freedom: 0 | 1): number {
  const centre = meanOf(values);
  return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - freedom));
}

/** Linear interpolation between order statistics, as numpy and pandas have it. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** Pearson's correlation over the pairs of which neither is missing. */
export function correlationOf(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const pairs = Array.from(x, (value, index) => [value, y[index] ?? MISSING] as const).filter(
    ([a, b]) => a !== MISSING && b !== MISSING
  );
  const [mx, my] = [meanOf(pairs.map(([a]) => a)), meanOf(pairs.map(([, b]) => b))];
  const product = sum(pairs.map(([a, b]) => (a - mx) * (b - my)));
  return product / Math.sqrt(sum(pairs.map(([a]) => (a - mx) ** 2)) * sum(pairs.map(([, b]) => (b - my) ** 2)));
}

/** How often each value occurs. */
export function tally(values: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** How often each value occurs, smallest first. */
export function frequencies(values: Iterable<number>): Numbers {
  return Object.fromEntries([...tally(values)].sort(([a], [b]) => a - b));
}

/** Released values of a category, in the order of their codes; `null` for an absent value. */
export function columnValues(data: ShippedData, name: string): string[] {
  const column = storedColumn(name)?.column;
  if (column === undefined || !isDimension(column)) throw new RangeError(`No category ${name}`);
  return [...allLevels(column).map(({ value }) => String(value)), ...(data.manifest.undocumented[name] ?? [])];
}

/** Rows per released value of a category; values without any row are left out. */
export function countsOf(data: ShippedData, name: string): Numbers {
  const counts = tally(shippedColumn(data, name));
  const entries = columnValues(data, name).map((value, code) => [value, counts.get(code) ?? 0] as const);
  return Object.fromEntries(entries.filter(([, count]) => count > 0));
}

/** The code of a released value of a category. */
export function codeOfValue(data: ShippedData, name: string, value: string): number {
  return columnValues(data, name).indexOf(value);
}

/** Counts of a published list of levels, by level. */
export function published(rows: readonly { readonly level: string; readonly count: number }[]): Numbers {
  return Object.fromEntries(rows.map(({ level, count }) => [level, count]));
}

/** Groups the positions of rows by a key. */
export function groupBy(keys: Iterable<number>, keep: (row: number) => boolean = () => true): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  let row = 0;
  for (const key of keys) {
    if (keep(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    row += 1;
  }
  return groups;
}
