import type { Scale } from '../../dataset/index.ts';
import type { KeyEntry } from '../chart.ts';
import type { Row } from '../chart.ts';

/** Classes of equal width with round bounds: what colours stand for. */
export interface Classes {
  /** Lower bound of each class and the upper one of the last, in the unit shown: one more than there are classes. */
  readonly bounds: readonly number[];
  readonly step: number;
}

/** Most classes: the colours of the sequential scale. */
const MOST = 5;

/** Classes on either side of none: the colours of the diverging scale on either side of its middle. */
const EITHER = 3;

/** First digits of widths that are easily read. */
const DIGITS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** What is made of the narrowest round width of which anything can be made. */
function narrowest<T>(make: (step: number) => T | null): T {
  for (let power = -4; ; power++) {
    for (const digit of DIGITS) {
      const made = make(Number((digit * 10 ** power).toPrecision(2)));
      if (made !== null) return made;
    }
  }
}

/**
 * At most five classes that hold every estimate that may be ranked (30 people and more), from the narrowest round width
 * that does; null when there is none.
 */
export function colourClasses(rows: readonly Row[]): Classes | null {
  const values = rows.flatMap(({ estimate }) => (estimate.shown && estimate.level !== 'few' ? [estimate.value] : []));
  if (values.length === 0) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return narrowest((step) => {
    const first = Math.floor(low / step + 1e-9);
    const count = Math.floor(high / step + 1e-9) - first + 1;
    if (count > MOST) return null;
    const bounds = Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
    return { bounds, step };
  });
}

/** The colour of a value, 1 … 5: fewer classes lie in the middle of the scale and leave its ends. */
export function classOf(value: number, { bounds, step }: Classes): number {
  const at = Math.min(bounds.length - 2, Math.floor((value - bounds[0]!) / step + 1e-9));
  return at + 1 + Math.floor((MOST - (bounds.length - 1)) / 2);
}

/** Each class with its words: `60.0 to 62.0`. */
export function colourClassWords(classes: Classes, scale: Scale): KeyEntry[] {
  return classes.bounds.slice(0, -1).map((low, i) => ({
    mark: `class-${classOf(low, classes)}`,
    label: `${bound(low, classes, scale)} to ${bound(classes.bounds[i + 1]!, classes, scale)}`
  }));
}

/** The round width of three classes on either side of 0 that hold every one of these differences; null for none. */
export function differenceStep(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const farthest = Math.max(...values.map(Math.abs));
  return narrowest((step) => (farthest <= EITHER * step * (1 + 1e-9) ? step : null));
}

/** The colour of a difference on the diverging scale: 3, 2, 1 the further below 0, 5, 6, 7 the further above it. */
export function differenceClass(value: number, step: number): number {
  const size = Math.min(EITHER, Math.max(1, Math.ceil(Math.abs(value) / step - 1e-9)));
  return EITHER + 1 + Math.sign(value) * size;
}

/** From where to where a class of differences reaches: `+2 to +4`, shares in percentage points. */
export function differenceClassWords(place: number, step: number, scale: Scale): string {
  const size = place - (EITHER + 1);
  const ends = size < 0 ? [size, size + 1] : [size - 1, size];
  const sign = (end: number) => (end > 0 ? '+' : end < 0 ? '−' : '');
  return ends.map((end) => sign(end) + digits(Math.abs(end * step), step, scale)).join(' to ');
}

/** A bound needs as many decimals as the width of its class. */
const bound = (value: number, { step }: Classes, scale: Scale): string =>
  `${digits(value, step, scale).replace('-', '−')}${scale === 'share' ? '\u202f%' : ''}`;

function digits(value: number, step: number, scale: Scale): string {
  const times = scale === 'share' ? 100 : 1;
  const width = step * times;
  const decimals = [0, 1, 2, 3, 4].find((n) => Math.abs(width * 10 ** n - Math.round(width * 10 ** n)) < 1e-6) ?? 5;
  return (value * times).toFixed(decimals);
}
