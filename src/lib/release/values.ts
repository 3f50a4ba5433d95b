const DATE = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:[.,]\d+)?(?: ?(?:Z|UTC|[+-]00(?::?00)?))?$/;
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

/** A point in time as it was written. */
export interface Moment {
  /** Whole seconds since 1970 on the clock it was read from. */
  readonly seconds: number;
  /** What a number counts since 1970; null for a date in words and digits. */
  readonly unit: string | null;
}

/** Units in which libraries of data write time, by the smallest number of them that is taken for a date (March 1973). */
const units = [
  { name: 'nanoseconds', each: 1e9, least: 1e17 },
  { name: 'microseconds', each: 1e6, least: 1e14 },
  { name: 'milliseconds', each: 1e3, least: 1e11 },
  { name: 'seconds', each: 1, least: 1e8 }
] as const;

/**
 * The time of `2023-11-22 15:48:46`, also with a `T`, fractions and a zone of no offset; or of a count since 1970 of
 * seconds, milliseconds, microseconds or nanoseconds, told apart by their size. Undefined when the value is no date, or
 * is one on a clock of another zone.
 */
export function momentOf(value: unknown): Moment | undefined {
  if (typeof value === 'string' && !/^\d+(?:\.0*)?$/.test(value)) {
    const seconds = secondsOf(value);
    return seconds === undefined ? undefined : { seconds, unit: null };
  }
  const count = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
  const unit = units.find(({ least }) => count >= least);
  if (unit === undefined) return undefined;
  const seconds = Math.floor(count / unit.each);
  return seconds <= LARGEST ? { seconds, unit: unit.name } : undefined;
}

function secondsOf(value: string): number | undefined {
  const match = DATE.exec(value);
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

/** True or false, also as 1 or 0; undefined for anything else. */
export function truthOf(value: unknown): boolean | undefined {
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  return undefined;
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
