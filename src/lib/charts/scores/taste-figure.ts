import { PERSON, formatCount, formatCountOf, formatEstimate, formatInterval, type Scale } from '../../dataset/index.ts';
import {
  computedOf,
  type Computed,
  type Interval,
  type Scores,
  type Unestimated,
  type VariancesComputed
} from '../../estimate/index.ts';
import type { AnswerRow, Columns } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { Denominators, Estimated, Figure } from '../chart.ts';
import { dotInterval, peopleAtRight, type Style } from '../forms/dot-interval.ts';
import { dense } from '../rows/dense.ts';
import { columnOf, nothingLeft } from './scores-vocabulary.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { denominatorWords } from '../words/denominators.ts';

/** Columns that a split of scores is made from. */
export const splitColumns = ['score', 'user_id', 'conversation_id', 'model', 'topic'] as const;

/** People from whom a slice's scores are split at all. */
export const FEWEST_TO_SPLIT = 100;

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

/** What was asked of the splits, and what all figures of them say alike; `interval` says how their intervals are made. */
export function splitFigure(all: AnswerRow | undefined, computed: Computed | undefined, interval: string) {
  const { splits } = computedOf(computed, 'variances');
  const denominators = denominatorsOf(all);
  const content = {
    kicker: 'Preference diversity · whose taste?',
    unit: 'utterances',
    denominators,
    numbers: denominatorWords(denominators),
    method: `REML; 95 % intervals ${interval}`
  } as const satisfies Partial<Estimated>;
  return { splits, denominators, content };
}

/** How intervals of shares of the variance are made. */
export const BY_PEOPLE = 'from people’s own contributions, models and topics as they are';

/** One of the answers to what was asked of a split, or why there is none. */
export function splitAnswer(split: VariancesComputed['splits'][number], name: string): Interval | Unestimated {
  return 'reason' in split ? split : split.answers[name]!;
}

/** An interval in words; one-sided where it does not leave an end of what there can be. */
export function intervalInWords({ low, high }: Pick<Interval, 'low' | 'high'>, scale: Scale): string {
  const [least, most] = [low <= 0, scale === 'share' && high >= 1];
  const both = formatInterval(low, high, scale);
  if (least === most) return both;
  // Either end has the decimals of the whole.
  const [from, to] = both.split(' to ');
  return least ? `at most ${to}` : `from ${from} up`;
}

/** An estimate in words, with its interval; only the interval where that is one-sided. */
export function inWords(estimate: Interval, scale: Scale): string {
  const interval = intervalInWords(estimate, scale);
  return interval.includes(' to ') ? `${formatEstimate(estimate, scale)} (${interval})` : interval;
}

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
  <F extends Figure = Figure>(reference: (figure: F) => Style['reference'] = () => null) =>
  (plot: Parameters<typeof dotInterval>[0], figure: F, width: number) =>
    dotInterval(plot, figure, width, { right: peopleAtRight, reference: reference(figure), published: null });
