import type { Day } from './work.ts';

/** A day as `2026-11-30`. */
export const isoDay = ({ year, month, day }: Day): string =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
