import type { Scale } from '../dataset/index.ts';
import type { KeyEntry } from './chart.ts';
import type { Row } from './chart.ts';

/** Classes of equal width with round bounds: what colours stand for. */
export interface Classes {
  /** Lower bound of each class and the upper one of the last, in the unit shown: one more than there are classes. */
  readonly bounds: readonly number[];
  readonly step: number;
}

/** Most classes: the colours of the sequential scale. */
const MOST = 5;

/** First digits of widths that are easily read. */
const DIGITS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/**
 * At most five classes that hold every estimate that may be ranked (30 people and more), from the narrowest round width
 * that does; null when there is none.
 */
export function classesOf(rows: readonly Row[]): Classes | null {
  const values = rows.flatMap(({ estimate }) => (estimate.shown && estimate.level !== 'few' ? [estimate.value] : []));
  if (values.length === 0) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  for (let power = -4; ; power++) {
    for (const digit of DIGITS) {
      const step = Number((digit * 10 ** power).toPrecision(2));
      const first = Math.floor(low / step + 1e-9);
      const count = Math.floor(high / step + 1e-9) - first + 1;
      if (count > MOST) continue;
      const bounds = Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
      return { bounds, step };
    }
  }
}

/** The colour of a value, 1 … 5: fewer classes lie in the middle of the scale and leave its ends. */
export function classOf(value: number, { bounds, step }: Classes): number {
  const at = Math.min(bounds.length - 2, Math.floor((value - bounds[0]!) / step + 1e-9));
  return at + 1 + Math.floor((MOST - (bounds.length - 1)) / 2);
}

/** Each class with its words: `60.0 to 62.0`. */
export function classWords(classes: Classes, scale: Scale): KeyEntry[] {
  return classes.bounds.slice(0, -1).map((low, i) => ({
    mark: `class-${classOf(low, classes)}`,
    label: `${bound(low, classes, scale)} to ${bound(classes.bounds[i + 1]!, classes, scale)}`
  }));
}

/** A bound needs as many decimals as the width of its class. */
function bound(value: number, { step }: Classes, scale: Scale): string {
  const width = scale === 'share' ? step * 100 : step;
  const written = scale === 'share' ? value * 100 : value;
  const decimals = [0, 1, 2, 3, 4].find((n) => Math.abs(width * 10 ** n - Math.round(width * 10 ** n)) < 1e-6) ?? 5;
  return `${written.toFixed(decimals).replace('-', '−')}${scale === 'share' ? '\u202f%' : ''}`;
}
