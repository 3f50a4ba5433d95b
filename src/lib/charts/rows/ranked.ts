import type { Row, Total } from '../chart.ts';
import type { Estimate } from '../../estimate/index.ts';

type Shown = Extract<Estimate, { shown: true }>;

/** A row with an estimate that is seen. */
export type ShownRow<R extends Total = Row> = R & { readonly estimate: Shown };

export const isShown = <R extends Total>(row: R): row is ShownRow<R> => row.estimate.shown;

/** Whether a row's estimate is seen and rests on 30 people or more: only then is it set beside others. */
export const isFirm = <R extends Total>(row: R): row is ShownRow<R> =>
  row.estimate.shown && row.estimate.level !== 'few';

/** Whether a row may be ranked: on 30 people or more, and no group of those who gave no answer. */
export const isRanked = <R extends Total>(row: R): row is ShownRow<R> => isFirm(row) && !row.missing;

/** Rows that may be ranked, highest first. */
export function ranked<R extends Total>(rows: readonly R[]): ShownRow<R>[] {
  return rows.filter(isRanked).sort((a, b) => b.estimate.value - a.estimate.value);
}

/** Where a row stands: those that are set beside others, then few people, then what is missing, then the hidden. */
const place = ({ estimate, missing }: Total) => (!estimate.shown ? 3 : missing ? 2 : estimate.level === 'few' ? 1 : 0);

/** Ranked rows highest first; few people are never ranked and follow as listed, then what is missing, then the hidden. */
export function highestFirst<R extends Total>(rows: readonly R[]): readonly R[] {
  return [...ranked(rows), ...[1, 2, 3].flatMap((nth) => rows.filter((row) => place(row) === nth))];
}
