import type { Moments } from '../../estimate/index.ts';
import type { AnswerRow, MomentsQuery } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { Denominators } from '../chart.ts';

/** The query for a selection's sums by some groupings. */
export function momentsBy({ metric, filters, sample, turns }: Selection, by: readonly string[]): MomentsQuery {
  return { kind: 'moments', metric, by, filters, sample, turns };
}

/** What an answer's row counted; nothing without one. */
export function denominatorsOf(sums: AnswerRow | undefined): Denominators {
  return { people: sums?.people ?? 0, conversations: sums?.conversations ?? 0, ratings: sums?.ratings ?? 0 };
}

/** The sums of an answer's row; all 0 without one. */
export function momentsOf(sums: AnswerRow | undefined): Moments {
  const at = (name: string) => sums?.[name] ?? 0;
  return { ...denominatorsOf(sums), x: at('x'), y: at('y'), xx: at('xx'), xy: at('xy'), yy: at('yy') };
}
