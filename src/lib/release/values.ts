import { MISSING } from './table-builder.ts';

const DATE = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|\+00:00)?$/;
const LARGEST = 0x7fff_ffff;

/** Number of an id such as `user12`, `12`, `12.0` or 12; undefined when the value is no such id. */
export function idNumber(value: unknown, prefix: string): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value <= LARGEST ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const digits = value.startsWith(prefix) ? value.slice(prefix.length) : value.replace(/\.0+$/, '');
  if (!/^(?:0|[1-9]\d{0,9})$/.test(digits)) return undefined;
  const number = Number(digits);
  return number <= LARGEST ? number : undefined;
}

/** Whole seconds since 1970 of `2023-11-22 15:48:46` on the clock it was read from; undefined when it is no date. */
export function seconds(value: unknown): number | undefined {
  const match = typeof value === 'string' ? DATE.exec(value) : null;
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number
  ];
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  // Dates that do not exist roll over; such a value is damage.
  const same = new Date(time).toISOString().slice(0, 19) === `${match[0].slice(0, 10)}T${match[0].slice(11, 19)}`;
  const whole = time / 1000;
  return same && Math.abs(whole) <= LARGEST ? whole : undefined;
}

/** Number of Unicode code points, as Python counts characters. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}

/** Whether a value stands for nothing: null, absent, or a `NaN` that was read as null. */
export function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** `MISSING` for undefined, else the number. */
export function orMissing(value: number | undefined): number {
  return value ?? MISSING;
}
