import { formatDifference, formatEstimate, type Scale } from '../../dataset/index.ts';
import type { KeyEntry, Row } from '../chart.ts';

/** Classes of equal width with round bounds, of values as they are printed: what colours stand for. */
export interface Classes {
  /** The colour of an estimate, 1 … 5: fewer classes lie in the middle of the scale and leave its ends. */
  readonly of: (estimate: Shown) => number;
  /** Each class with its words: `60.0 to 62.0`; the value itself where a class is no wider than what is printed. */
  readonly key: readonly KeyEntry[];
}

type Shown = Extract<Row['estimate'], { shown: true }>;

/** Most classes: the colours of the sequential scale. */
const MOST = 5;

/** Classes on either side of none: the colours of the diverging scale on either side of its middle. */
const EITHER = 3;

/** First digits of widths that are easily read. */
const DIGITS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** What is made of the narrowest round width of which anything can be made, no finer than what is printed. */
function narrowest<T>(grain: number, make: (step: number) => T | null): T {
  for (let power = Math.floor(Math.log10(grain)); ; power++) {
    for (const digit of DIGITS) {
      const step = Number((digit * 10 ** power).toPrecision(2));
      const grains = step / grain;
      const made = Math.abs(grains - Math.round(grains)) < 1e-6 && grains > 0.5 ? make(step) : null;
      if (made !== null) return made;
    }
  }
}

/** A printed number: what can be read of it. */
interface Printed {
  readonly text: string;
  readonly value: number;
  /** What its last decimal stands for. */
  readonly grain: number;
}

/** The number that a text is read as; between nothing and its bound where it is `under` or `over` one. */
function readAs(text: string, scale: Scale): Printed {
  const [, beyond, sign, digits = '', decimals = ''] = /(under|over)? ?([+−-]?)([\d,]+)\.?(\d*)/.exec(text) ?? [];
  const unit = scale === 'share' ? 0.01 : 1;
  const grain = unit * 10 ** -decimals.length;
  const size = Number(`${digits.replaceAll(',', '')}.${decimals}`) * unit;
  const value = (sign === '−' || sign === '-' ? -1 : 1) * size;
  return { text, grain, value: value + (beyond === 'under' ? -grain / 2 : beyond === 'over' ? grain / 2 : 0) };
}

/**
 * At most five classes that hold every estimate that may be ranked (30 people and more), from the narrowest round width
 * that does; null when there is none. What is printed alike is of one class.
 *
 * @param write how an estimate is printed where its colour is seen
 */
export function colourClasses(
  rows: readonly Row[],
  scale: Scale,
  write: (estimate: Shown, scale: Scale) => string = formatEstimate
): Classes | null {
  const read = (estimate: Shown) => readAs(write(estimate, scale), scale);
  const printed = rows.flatMap(({ estimate }) => (estimate.shown && estimate.level !== 'few' ? [read(estimate)] : []));
  if (printed.length === 0) return null;
  const values = printed.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const grain = Math.min(...printed.map((one) => one.grain));
  return narrowest(grain, (step) => {
    const place = (value: number) => Math.floor(value / step + 1e-6);
    const first = place(low);
    const count = place(high) - first + 1;
    if (count > MOST) return null;
    const before = 1 + Math.floor((MOST - count) / 2);
    const bounds = Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
    const words = (i: number): string => {
      const texts = [...new Set(printed.filter(({ value }) => place(value) === first + i).map(({ text }) => text))];
      const single = step < 1.5 * grain && texts.length < 2;
      return single
        ? (texts[0] ?? bound(bounds[i]!, step, scale))
        : `${bound(bounds[i]!, step, scale)} to ${bound(bounds[i + 1]!, step, scale)}`;
    };
    return {
      of: (estimate) => before + place(read(estimate).value) - first,
      key: Array.from({ length: count }, (_, i) => ({ mark: `class-${before + i}` as const, label: words(i) }))
    };
  });
}

/** Three classes on either side of no difference, of differences as they are printed. */
export interface DifferenceClasses {
  readonly step: number;
  /** The colour of a difference on the diverging scale: 3, 2, 1 the further below 0, 5, 6, 7 the further above it. */
  readonly of: (value: number) => number;
}

/** The classes of the narrowest round width that hold every one of these differences; null for none. */
export function differenceClasses(values: readonly number[], scale: Scale): DifferenceClasses | null {
  if (values.length === 0) return null;
  const read = (value: number) => readAs(formatDifference(value, scale), scale);
  const printed = values.map(read);
  const farthest = Math.max(...printed.map(({ value }) => Math.abs(value)));
  const grain = Math.min(...printed.map((one) => one.grain));
  const step = narrowest(grain, (width) => (farthest <= EITHER * width * (1 + 1e-6) ? width : null));
  const of = (value: number) => {
    const size = Math.min(EITHER, Math.max(1, Math.ceil(Math.abs(read(value).value) / step - 1e-6)));
    return EITHER + 1 + Math.sign(value) * size;
  };
  return { step, of };
}

/** From where to where a class of differences reaches: `+2 to +4`, shares in percentage points. */
export function differenceClassWords(place: number, step: number, scale: Scale): string {
  const size = place - (EITHER + 1);
  const ends = size < 0 ? [size, size + 1] : [size - 1, size];
  const sign = (end: number) => (end > 0 ? '+' : end < 0 ? '−' : '');
  return ends.map((end) => sign(end) + digits(Math.abs(end * step), step, scale)).join(' to ');
}

/** A bound needs as many decimals as the width of its class. */
const bound = (value: number, step: number, scale: Scale): string =>
  `${digits(value, step, scale).replace('-', '−')}${scale === 'share' ? '\u202f%' : ''}`;

function digits(value: number, step: number, scale: Scale): string {
  const times = scale === 'share' ? 100 : 1;
  const width = step * times;
  const decimals = [0, 1, 2, 3, 4].find((n) => Math.abs(width * 10 ** n - Math.round(width * 10 ** n)) < 1e-6) ?? 5;
  return (value * times).toFixed(decimals);
}
