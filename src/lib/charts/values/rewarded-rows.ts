import { findMetric } from '../../dataset/index.ts';
import { computedOf, type Slope } from '../../estimate/index.ts';
import type { Computed } from '../../estimate/task.ts';
import type { AnswersTo, RawEstimate, RawRow } from '../chart.ts';
import type { Query } from '../../query/index.ts';
import { denominatorsOf, momentsOf } from '../rows/moments.ts';
import { estimateOfMoments } from '../rows/metric-rows.ts';
import { judgedTraits, saidOf } from './sliders.ts';

/**
 * What a row has that is a trait: how important people said it is, and by how many points the score of the reply they chose
 * differs with ten points more of its mark, the other marks being equal; its own estimate is the same with the mark alone.
 */
export const rewardedFields = { said: 'estimate', equal: 'estimate' } as const;

export type RewardedFields = typeof rewardedFields;

/** The trait whose mark goes with the score most, and the one said to matter most; empty where none stands above all others. */
export const rewardedConstants = { rewarded: 'word' } as const;

export type RewardedConstants = typeof rewardedConstants;

/** Slopes are told for so many points of a mark. */
export const TEN = 10;

function told({ people, rows, result }: Slope): RawEstimate {
  const scaled =
    'value' in result
      ? {
          value: result.value * TEN,
          low: result.low * TEN,
          high: result.high * TEN,
          ...(result.se === undefined ? {} : { se: result.se * TEN, df: result.df })
        }
      : result;
  return { people, conversations: rows, ratings: 0, result: scaled };
}

/** The rows of a figure: each trait that was marked after conversations. */
export function rewardedRows(
  answers: AnswersTo<Readonly<Record<string, Query>>>,
  computed: Computed | undefined
): RawRow<RewardedFields>[] {
  const { alone, equal } = computedOf(computed, 'rewarded');
  return judgedTraits.map((trait, i) => {
    const column = saidOf(trait);
    const sums = answers[column]?.[0];
    const said: RawEstimate = {
      ...denominatorsOf(sums),
      result: estimateOfMoments(findMetric(column)!, momentsOf(sums))
    };
    return { ...trait, ...told(alone[i]!), said, equal: told(equal[i]!) };
  });
}
