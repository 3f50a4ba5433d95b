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

/** Where the broadest classes of whole numbers of a short range begin, from the lowest on: 1, 2, 3–4, 5–7, 8 or more. */
const BROAD = [0, 1, 2, 4, 7];

/** Classes by hand of a number without an upper end: of the width asked for, of twice and of four times that. */
function openClasses(low: number, { width, last }: NonNullable<NumberColumn['classes']>) {
  const every = (step: number) => ({
    from: Array.from({ length: Math.floor((last - low) / step) + 1 }, (_, i) => low + i * step),
    to: null,
    single: step === 1
  });
  if (width > 1) return { plain: every(width), wide: every(2 * width), few: every(4 * width) };
  const broad = BROAD.map((above) => low + above).filter((from) => from <= last);
  return { plain: every(1), wide: every(1), few: { from: broad, to: null, single: false } };
}

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
 * 10–29 (`few`): fives with the ends and the middle of the scale apart, tens, and fifths of the scale; by hand where the
 * scale has no upper end.
 */
export function classesOf({
  domain: [low, high],
  perUnit,
  classes
}: NumberColumn): Record<'plain' | 'wide' | 'few', AnswerClasses> {
  if (low === null) {
    const around = { from: [-100, ...AROUND], to: null, single: false };
    return { plain: around, wide: around, few: { ...around, from: [-100, -2, -1, 0, 1, 2] } };
  }
  if (high === null) return openClasses(low, classes!);
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

/** A class in words: `21–40`, `7`, `12 or more`, `120 to under 240`, `under −3.0`. */
export function classWords(classes: AnswerClasses, i: number, { perUnit, domain }: NumberColumn): string {
  const { from, to, single } = classes;
  const [start, next] = [from[i]!, from[i + 1]];
  const whole = perUnit === 1 && domain[0] !== null;
  const write = (value: number) =>
    Number.isInteger(value) && domain[0] !== null
      ? formatCount(value)
      : formatValue(value, perUnit > 1 && to === 1 ? 'standard' : 'score');
  if (domain[0] === null && i === 0) return `under ${write(next!)}`;
  if (next === undefined && to === null) return `${write(start)} or more`;
  if (single) return write(start);
  const end = next === undefined ? to! : whole ? next - 1 : next;
  if (whole) return end === start ? write(start) : `${write(start)}–${write(end)}`;
  return next === undefined ? `${write(start)} to ${write(end)}` : `${write(start)} to under ${write(end)}`;
}
