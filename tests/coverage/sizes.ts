import type { Rows } from './population.ts';

/** Numbers of people, and of rows each, that every kind of interval is tried with. */
export const PEOPLE = [10, 20, 30, 100, 400] as const;
export const ROWS: readonly Rows[] = ['one row', 'about six rows', 'about 49 rows'];
export const SHARES = [0.01, 0.1, 0.5, 0.97] as const;
