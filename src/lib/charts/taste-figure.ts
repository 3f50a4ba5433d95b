import { findColumn, levelsOf, type Undocumented } from '../dataset/index.ts';
import type { Drawn, Resampling, Scores, VariancesDrawn } from '../estimate/index.ts';
import type { Columns } from '../query/index.ts';
import type { Selection } from '../selection/index.ts';
import { columnOf, dense, isNarrowed } from './scores-vocabulary.ts';

/** Columns that a split of scores is made from. */
export const splitColumns = ['score', 'user_id', 'conversation_id', 'model', 'topic'] as const;

/** People from whom a slice's scores are split at all. */
export const FEWEST_TO_SPLIT = 100;

const SEED = 20240424;

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

export const enoughPeople = ({ person }: Scores) => new Set(person).size >= FEWEST_TO_SPLIT;

/** Most draws where a reader waits. */
const MOST_WAITED_FOR = 30;

/** Draws for a selection: as many as told for the one that is built ahead, few where a reader waits. */
const drawsOf = (selection: Selection, many: number) =>
  isNarrowed(selection) ? Math.min(MOST_WAITED_FOR, many) : many;

export function resamplingOf(selection: Selection, many: number, clusterOf: Int32Array | null): Resampling {
  return { draws: drawsOf(selection, many), seed: SEED, clusterOf };
}

/** How the intervals were made, for so many draws. */
export function resamplingMethod(selection: Selection, many: number): string {
  const draws = drawsOf(selection, many);
  return `95 % intervals from ${draws} resamples of people${draws < many ? ', coarser than on the whole' : ''}, seed ${SEED}`;
}

/** The variances drawn. Throws a TypeError when something else was. */
export function variancesOf(drawn: Drawn | undefined): VariancesDrawn['splits'] {
  if (drawn?.kind !== 'variances') throw new TypeError('No variances were drawn');
  return drawn.splits;
}

/** Labels of a dimension by code. */
export const labelsOf = (name: string, extra: Undocumented) => levelsOf(name, extra).map(({ label }) => label);

export const columnLabel = (name: string) => findColumn(name)!.column.label;
