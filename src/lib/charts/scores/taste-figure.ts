import { PERSON, formatCount, formatCountOf, formatEstimate, formatInterval } from '../../dataset/index.ts';
import {
  computedOf,
  resampledInterval,
  type Computed,
  type Interval,
  type Scores,
  type Unestimated,
  type VarianceComponents,
  type VariancesComputed
} from '../../estimate/index.ts';
import type { AnswerRow, Columns } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { Denominators, Estimated, Figure } from '../chart.ts';
import { dotInterval, peopleAtRight, type Style } from '../forms/dot-interval.ts';
import { columnOf, dense, nothingLeft } from './scores-vocabulary.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { numbersOf } from '../words/denominators.ts';

/** Columns that a split of scores is made from. */
export const splitColumns = ['score', 'user_id', 'conversation_id', 'model', 'topic'] as const;

/** People from whom a slice's scores are split at all. */
export const FEWEST_TO_SPLIT = 100;

/** Resamples of people behind each interval. */
export const RESAMPLES = 120;

/** One seed for all splits. */
export const SEED = 20240424;

/** Scores with codes from 0. */
export function scoresOf(columns: Columns | undefined): Scores {
  return {
    score: columnOf(columns, 'score'),
    person: dense(columnOf(columns, 'user_id')).codes,
    conversation: dense(columnOf(columns, 'conversation_id')).codes,
    model: dense(columnOf(columns, 'model')).codes,
    topic: dense(columnOf(columns, 'topic')).codes
  };
}

/** Why a slice is not split. */
export const TOO_FEW = { reason: `fewer than ${FEWEST_TO_SPLIT} people, too few to split their scores` };

export const enoughPeople = ({ person }: Scores) => new Set(person).size >= FEWEST_TO_SPLIT;

/** The computed variances, and what all figures of them say alike. */
export function splitFigure(all: AnswerRow | undefined, computed: Computed | undefined) {
  const { splits, made, total } = computedOf(computed, 'variances');
  const denominators = denominatorsOf(all);
  const resamples = made < total ? `the first ${made} of ${total}` : formatCount(total);
  const content = {
    kicker: 'Preference diversity · whose taste?',
    scale: 'share',
    unit: 'utterances',
    denominators,
    numbers: numbersOf(denominators),
    method: `REML; 95 % intervals from ${resamples} resamples of people, seed ${SEED}`
  } as const satisfies Partial<Estimated>;
  return { splits, denominators, content };
}

/** What `share` makes of a split, with its interval, or why it cannot. */
export function shareIn(
  split: VariancesComputed['splits'][number],
  share: (found: VarianceComponents) => (variances: Float64Array) => number
): Interval | Unestimated {
  return 'variances' in split ? resampledInterval(split, share(split), [0, 1]) : split;
}

/** A share in words, with its interval. */
export const inWords = ({ value, low, high }: Interval) =>
  `${formatEstimate({ value, low, high }, 'share')} (${formatInterval(low, high, 'share')})`;

/** What is said of people too few to split their scores; `otherwise` of enough people. */
export function unsplit(denominators: Denominators, { minimum }: Selection, otherwise: string): string {
  const { people } = denominators;
  const least = Math.max(FEWEST_TO_SPLIT, minimum);
  if (people < 10) return nothingLeft(denominators);
  if (people >= least) return otherwise;
  return `Only ${formatCountOf(people, PERSON)} ${people === 1 ? 'is' : 'are'} left: scores are split from ${formatCount(least)} people on.`;
}

/** Dots and intervals with the people at the right. */
export const dots =
  (reference: (figure: Figure) => Style['reference'] = () => null) =>
  (plot: Parameters<typeof dotInterval>[0], figure: Figure, width: number) =>
    dotInterval(plot, figure, width, { right: peopleAtRight, reference: reference(figure), published: null });
