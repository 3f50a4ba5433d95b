import {
  attributes,
  decapitalise,
  findColumn,
  findMetric,
  levelKey,
  levelsOf,
  outcomesWith,
  type Dimension,
  type TableName,
  type Undocumented
} from '../../dataset/index.ts';
import type { Comparison, Selection } from '../../selection/index.ts';

/** Something in which two groups of people may differ, and how that is said. */
export interface ApartItem {
  /** Unique among items: the measure, and the level of what it is measured of. */
  readonly key: string;
  readonly metric: string;
  /** The model whose replies are measured, by its code; all of them when absent. */
  readonly model?: number;
  readonly label: string;
  /** What who is higher does, and who is lower, to follow "They" and a group: "give more weight to factuality". */
  readonly more: string;
  readonly less: string;
}

const ofAttributes = (prefix: string, say: (label: string) => Pick<ApartItem, 'more' | 'less'>): ApartItem[] =>
  Object.values(attributes).flatMap(({ key, label }) => {
    const metric = findMetric(`${prefix}_${key}`);
    return metric ? [{ key: metric.name, metric: metric.name, label: metric.label, ...say(label) }] : [];
  });

const ofLevels = (column: string, say: (label: string) => Pick<ApartItem, 'more' | 'less'>): ApartItem[] => {
  const found = findColumn(column)!.column as Dimension;
  return found.levels.map((level) => {
    const name = `${column}.${levelKey(level)}`;
    return { key: name, metric: name, label: `${found.label}: ${level.label}`, ...say(level.label) };
  });
};

const fixed: readonly ApartItem[] = [
  ...ofAttributes('stated', (label) => ({
    more: `give more weight to ${label}`,
    less: `give less weight to ${label}`
  })),
  ...ofLevels('topic', (label) => ({
    more: `bring up “${label}” more often`,
    less: `bring up “${label}” less often`
  })),
  ...ofLevels('conversation_type', (label) => ({
    more: `hold more ${decapitalise(label)} conversations`,
    less: `hold fewer ${decapitalise(label)} conversations`
  })),
  {
    ...{ key: 'score', metric: 'score', label: 'Score' },
    ...{ more: 'score replies higher', less: 'score replies lower' }
  },
  ...ofAttributes('performance', (label) => ({
    more: `rate the replies higher for ${label}`,
    less: `rate the replies lower for ${label}`
  })),
  ...ofAttributes('choice', (label) => ({
    more: `choose replies more for their ${label}`,
    less: `choose replies less for their ${label}`
  }))
];

/** The measure that models are compared by: each person's own use of the scale is taken out of it. */
export const BY_MODEL = 'win_share';

/** Everything in which two groups are compared: what they want, talk about and prefer, and how they score. */
export function apartItems(extra: Undocumented): readonly ApartItem[] {
  const models = levelsOf('model', extra).map((level, model): ApartItem => ({
    key: `${BY_MODEL}.${levelKey(level)}`,
    metric: BY_MODEL,
    model,
    label: `Replies beaten by ${level.label}`,
    more: `like ${level.label} better`,
    less: `like ${level.label} less`
  }));
  return [...fixed, ...models];
}

/** The sides that are compared: of a comparison, or a slice and everyone else; null where there is no slice. */
export function sidesApart({ compare, filters }: Selection): Comparison | null {
  if (compare) return compare;
  return filters.length === 0 ? null : { a: filters, b: null };
}

const rowsOf = ({ metric }: ApartItem): TableName => findMetric(metric)!.table;

/**
 * Whether a difference would only repeat what the sides are made of: the same column or judgement, or rows of the same kind
 * as those that people are in a side for having.
 */
export function definesSides(item: ApartItem, { a, b }: Comparison): boolean {
  const { column } = findMetric(item.metric)!;
  return [...a, ...(b ?? [])].some(
    (filter) =>
      outcomesWith(column).includes(filter.column) ||
      (filter.has === true && findColumn(filter.column)!.table === rowsOf(item))
  );
}

/** What items are about, in words for what was left out, by the table of their rows. */
export const aboutRows: Readonly<Record<TableName, string>> = {
  participants: 'what they want',
  conversations: 'what they talk about and say of their conversations',
  utterances: 'how they score and which models they like'
};
