import type { Day } from '../../take/citation/index.ts';

/** The day it is on the reader's calendar. */
export function today(): Day {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
