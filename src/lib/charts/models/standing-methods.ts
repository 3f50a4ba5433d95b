import {
  findColumn,
  levelsOf,
  type Dimension,
  type Level,
  type Scale,
  type Undocumented
} from '../../dataset/index.ts';
import { PUBLISHED_TIE, type MemberCondition, type SliceTask, type StandingMethod } from '../../estimate/index.ts';
import type { Params, Selection, Turns } from '../../selection/index.ts';
import { narrowedTo } from '../words/among.ts';

/** A way of saying how a model stands among the others. */
export interface StandingMeasure {
  readonly key: string;
  /** For the control. */
  readonly label: string;
  readonly method: StandingMethod;
  /** The column that is averaged, for the method `mean`. */
  readonly column?: 'score' | 'score_z' | 'if_chosen';
  readonly scale: Scale;
  readonly axis: string;
  /** Whether it is here to compare with older analyses, and not to conclude from. */
  readonly legacy?: true;
  /** What the reader must know of it. */
  readonly note: string;
  /** The value in a sentence: "wins ‹68 %› against the average opponent". */
  readonly says: (value: string) => string;
  /** The value were all items alike, and its name; null where that depends on the data. */
  readonly even: ((items: number) => number) | null;
}

/** Every measure of standing, the default first. */
export const standingMeasures: readonly StandingMeasure[] = [
  {
    key: 'win-rate',
    label: 'win rate',
    method: 'win-rate',
    scale: 'share',
    axis: 'Mean win rate: share of battles won, averaged over opponents',
    note: 'The win rate counts each opponent once, however often the two met, and a tie as half a win.',
    says: (value) => `wins ${value} against the average opponent`,
    even: () => 0.5
  },
  {
    key: 'rank-centrality',
    label: 'rank centrality',
    method: 'rank-centrality',
    scale: 'strength',
    axis: 'Strength (rank centrality); the strengths add up to 1',
    note: 'Strength: how often one would end at a model by moving, again and again, to another that is preferred to the present one. Each pair of models is divided by its own number of battles.',
    says: (value) => `has a strength of ${value}`,
    even: (items) => 1 / items
  },
  {
    key: 'bradley-terry',
    label: 'Bradley–Terry ability',
    method: 'bradley-terry',
    scale: 'standard',
    axis: 'Bradley–Terry ability; 0 is the average model',
    note: 'Abilities 0.7 apart mean two wins in three battles; a tie is half a win for either.',
    says: (value) => `has a Bradley–Terry ability of ${value}`,
    even: () => 0
  },
  {
    key: 'mean-score',
    label: 'mean score',
    method: 'mean',
    column: 'score',
    scale: 'score',
    axis: 'Mean score, 1–100',
    note: 'Raw scores mix how people use the scale with what they prefer; models were assigned at random in openers, so over all people this evens out.',
    says: (value) => `is scored ${value} on average`,
    even: null
  },
  {
    key: 'standardised',
    label: 'standardised score',
    method: 'mean',
    column: 'score_z',
    scale: 'standard',
    axis: 'Mean standardised score, in standard deviations of a person’s openers',
    note: 'Standardised: how far a score lies from the person’s own average, in their own standard deviations over all their openers, whatever is filtered.',
    says: (value) => `is scored ${value} standard deviations from people’s own average`,
    even: () => 0
  },
  {
    key: 'chosen',
    label: 'share chosen',
    method: 'mean',
    column: 'if_chosen',
    scale: 'share',
    axis: 'Share of opening replies that people chose to go on with',
    note: 'One reply to each opener is chosen, so the share depends on how many were shown beside it: mostly three.',
    says: (value) => `is chosen in ${value} of its openers`,
    even: null
  },
  {
    key: 'strict-win-rate',
    label: 'strict win rate (legacy)',
    legacy: true,
    method: 'strict-win-rate',
    scale: 'share',
    axis: 'Strict win rate (legacy): ties are won by nobody',
    note: 'Legacy: as in the published comparison with another data set, ties stay in the denominator and count for nobody, so models with many ties look weak.',
    says: (value) => `wins ${value} outright against the average opponent`,
    even: null
  },
  {
    key: 'published-rank-centrality',
    label: 'rank centrality as published (legacy)',
    legacy: true,
    method: 'published-rank-centrality',
    scale: 'strength',
    axis: 'Rank centrality as published (legacy, with its slip); adds up to 1',
    note: 'Legacy: computed as in the published code, which divides most cells of the win table by another pair’s total. It is here to compare, not to conclude from.',
    says: (value) => `has a strength of ${value} as the published code computes it`,
    even: (items) => 1 / items
  }
];

const units = {
  model: { column: 'model', label: 'models', one: 'Model' },
  family: { column: 'model_family', label: 'makers', one: 'Maker' },
  access: { column: 'model_provider_type', label: 'kinds of model', one: 'Kind of model' }
} as const;

/** What every ranking lets its reader choose. */
export const standingParams: Params = {
  method: {
    kind: 'choice',
    label: 'Measure',
    choices: standingMeasures.map(({ key, label }) => ({ key, label }))
  },
  unit: {
    kind: 'choice',
    label: 'What is ranked',
    choices: Object.entries(units).map(([key, { label }]) => ({ key, label }))
  },
  ties: {
    kind: 'choice',
    label: 'What counts as a tie',
    choices: [
      { key: String(PUBLISHED_TIE), label: 'within 5 points' },
      { key: '0', label: 'equal scores only' },
      { key: '10', label: 'within 10 points' }
    ]
  }
};

/** The measure a selection asks for. */
export function measureOf({ params }: Selection): StandingMeasure {
  return standingMeasures.find(({ key }) => key === params.method) ?? standingMeasures[0]!;
}

/** What a selection ranks: its column, the items in their own order, and what one is called. */
export function itemsOf({ params }: Selection, extra: Undocumented) {
  const { column, label, one } = units[params.unit as keyof typeof units] ?? units.model;
  const items: readonly Level[] = levelsOf(column, extra);
  return { column, label, one, items, missingFrom: (findColumn(column)!.column as Dimension).levels.length };
}

/** Score points up to which two replies are tied. */
export const tieOfMethod = ({ params }: Selection) => Number(params.ties ?? PUBLISHED_TIE);

/** Battles are of openers: later turns set a model against itself, and half of their replies are chosen. */
export function turnsFor(measure: StandingMeasure, turns: Turns): Turns {
  return measure.column === 'score' || measure.column === 'score_z' ? turns : 'opener';
}

/** Among whom something is ranked, to end a question with; empty for everyone. */
export function amongRanked(selection: Selection, extra: Undocumented): string {
  return narrowedTo({ ...selection, turns: turnsFor(measureOf(selection), selection.turns) }, 'utterances', extra);
}

/** The columns a measure is computed from. */
export const columnsOfMethod = ({ column = 'score' }: StandingMeasure) => [
  'user_id',
  'interaction_id',
  ...new Set(['score', column])
];

/** A measure over the rows that meet all conditions, as a slice of a task whose columns hold what `columnsFor` names. */
export function sliceFor(measure: StandingMeasure, tie: number, where: readonly MemberCondition[] = []): SliceTask {
  const { method, column = 'score' } = measure;
  const described = findColumn(column)!.column;
  const is = codeOfYes(column);
  return {
    where,
    method,
    tie,
    ...(method !== 'mean' ? {} : { value: is < 0 ? { column } : { column, is } }),
    perUnit: described.kind === 'number' ? described.perUnit : 1
  };
}

/** The code that means yes in a column of yes and no; −1 in a column of numbers. */
export function codeOfYes(column: string): number {
  if (findColumn(column)!.column.kind === 'number') return -1;
  return levelsOf(column).findIndex(({ value }) => value === true);
}
