import type { Numbers } from './numbers.ts';

/** Numbers of a line; more are counted. */
const SHOWN = 4;

/** A number as far as it tells. */
export function shownNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(7)));
}

/** Some numbers by their names, the first few of them. */
export function shownNumbers(numbers: Numbers, names: readonly string[]): string {
  const first = names.slice(0, SHOWN).map((name) => `${name} ${shownNumber(numbers[name] ?? 0)}`);
  return [...first, ...(names.length > SHOWN ? [`and ${names.length - SHOWN} more`] : [])].join(', ');
}
