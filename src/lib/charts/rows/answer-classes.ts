import { formatCount, formatValue, type NumberColumn } from '../../dataset/index.ts';

/** Classes of a number: their lower bounds in the unit shown, and where the last one ends (open when null). */
export interface AnswerClasses {
  readonly from: readonly number[];
  readonly to: number | null;
  /** Whether each class is one value that can be given, or a span of them. */
  readonly single: boolean;
}

/** Most values that get a class each. */
const MOST_SINGLE = 20;

/** Bounds 1, 2, 5, 10 …: for numbers without an upper end, such as lengths. */
const OPEN = [0, ...[0, 1, 2, 3, 4, 5].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power))];
const OPEN_COARSE = [0, 1, 10, 100, 1000, 10_000, 100_000];

/** Half standard deviations either way: for numbers without any end. */
const AROUND = Array.from({ length: 13 }, (_, i) => (i - 6) / 2);

/** Spans of whole values from the upper end down, the first one taking what is left: 0–20, 21–40 … 81–100. */
function spans(low: number, high: number, count: number): number[] {
  const width = Math.max(1, Math.ceil((high - low) / count));
  const from: number[] = [];
  for (let start = high - width + 1; start > low; start -= width) from.unshift(start);
  // What is left below the first span joins it unless it is a span of its own.
  return from.length > 0 && from[0]! - low < width / 2 ? [low, ...from.slice(1)] : [low, ...from];
}

/**
 * The classes a number's answers are counted in for a group of 100 people and more (`plain`), of 30–99 (`wide`) and of
 * 10–29 (`few`): fives with the ends and the middle of the scale apart, tens, and fifths of the scale.
 */
export function classesOf({
  domain: [low, high],
  perUnit
}: NumberColumn): Record<'plain' | 'wide' | 'few', AnswerClasses> {
  if (low === null) {
    const around = { from: [-100, ...AROUND], to: null, single: false };
    return { plain: around, wide: around, few: { ...around, from: [-100, -2, -1, 0, 1, 2] } };
  }
  if (high === null) {
    const coarse = { from: OPEN_COARSE, to: null, single: false };
    return { plain: { from: OPEN, to: null, single: false }, wide: coarse, few: coarse };
  }
  if (perUnit > 1) {
    const parts = (n: number) => ({
      from: Array.from({ length: n }, (_, i) => low + ((high - low) * i) / n),
      to: high,
      single: false
    });
    return { plain: parts(20), wide: parts(10), few: parts(5) };
  }
  const values = high - low + 1;
  const tens = { from: spans(low, high, 10), to: high, single: false };
  const fifths = { from: spans(low, high, 5), to: high, single: false };
  if (values > MOST_SINGLE)
    return { plain: { from: fives(low, high), to: high, single: false }, wide: tens, few: fifths };
  const all = { from: Array.from({ length: values }, (_, i) => low + i), to: high, single: true };
  return { plain: all, wide: values <= 12 ? all : tens, few: fifths };
}

/** Values that stand out on a long scale: its ends, and its middle, where the slider stood. */
export function spikesOf({ domain: [low, high], perUnit }: NumberColumn): number[] {
  if (low === null || high === null || perUnit > 1 || high - low < MOST_SINGLE) return [];
  return [low, Math.floor((low + high) / 2), high];
}

/** Spans of five whole values, with the ends and the middle of the scale apart. */
function fives(low: number, high: number): number[] {
  const middle = Math.floor((low + high) / 2);
  const starts = spans(low, high, 20);
  return [...new Set([...starts, low + 1, middle, high])].sort((a, b) => a - b);
}

/** Lower bounds as stored integers. */
export function storedBounds({ from }: AnswerClasses, { perUnit }: NumberColumn): number[] {
  return from.map((bound) => Math.round(bound * perUnit));
}

/** A class in words: `21–40`, `7`, `10 to under 20`, `under −3.0`. */
export function classWords(classes: AnswerClasses, i: number, { perUnit, domain }: NumberColumn): string {
  const { from, to, single } = classes;
  const [start, next] = [from[i]!, from[i + 1]];
  const whole = perUnit === 1 && to !== null;
  const write = (value: number) =>
    Number.isInteger(value) && domain[0] !== null
      ? formatCount(value)
      : formatValue(value, perUnit > 1 && to === 1 ? 'standard' : 'score');
  if (single) return write(start);
  if (whole)
    return next !== undefined && next - 1 === start
      ? write(start)
      : `${write(start)}–${write(next === undefined ? to : next - 1)}`;
  if (domain[0] === null && i === 0) return `under ${write(next!)}`;
  if (next === undefined) return to === null ? `${write(start)} or more` : `${write(start)} to ${write(to)}`;
  return `${write(start)} to under ${write(next)}`;
}
