import { attributes, decapitalise, findColumn, findMetric, type Scale } from '../../dataset/index.ts';

interface Titled {
  /** Its word in links; unique among tiles. */
  readonly key: string;
  readonly label: string;
}

/** What share of people, of their conversations or of their ratings has each answer to a column; as a map of regions where told. */
export interface SharesTile extends Titled {
  readonly kind: 'shares';
  readonly column: string;
  readonly map?: true;
}

/** The mean of a measure in each group of a column. */
export interface MeansTile extends Titled {
  readonly kind: 'means';
  readonly metric: string;
  readonly column: string;
}

/** The means of several measures, one beside the other. */
export interface MeasuresTile extends Titled {
  readonly kind: 'measures';
  readonly metrics: readonly string[];
}

/** How often each value of a number was given. */
export interface ValuesTile extends Titled {
  readonly kind: 'values';
  readonly column: string;
}

/** One thing that a board shows of a slice of people. */
export type Tile = SharesTile | MeansTile | MeasuresTile | ValuesTile;

const shares = (column: string, more: Partial<SharesTile> = {}): SharesTile => ({
  kind: 'shares',
  key: column,
  label: findColumn(column)!.column.label,
  column,
  ...more
});

const measures = (key: string, label: string, prefix: string): MeasuresTile => ({
  kind: 'measures',
  key,
  label,
  metrics: Object.values(attributes)
    .map((attribute) => `${prefix}_${attribute.key}`)
    .filter((name) => findMetric(name) !== undefined)
});

/** Every tile that a board may have. */
export const tiles: readonly Tile[] = [
  shares('special_region', { label: 'Where people were born', map: true }),
  shares('reside_country'),
  shares('age'),
  shares('gender'),
  shares('education'),
  shares('employment_status'),
  shares('marital_status'),
  shares('english_proficiency'),
  shares('religion'),
  shares('ethnicity'),
  shares('lm_familiarity'),
  shares('lm_frequency_use'),
  shares('lm_usecases'),
  shares('included_in_us_rep'),
  shares('included_in_uk_rep'),
  measures('stated', 'Importance of …', 'stated'),
  measures('performance', 'How well the replies did at …', 'performance'),
  measures('choice', 'What made people choose', 'choice'),
  shares('conversation_type'),
  shares('topic'),
  { kind: 'values', key: 'turns', label: 'Turns of a conversation', column: 'conversation_turns' },
  { kind: 'values', key: 'score', label: 'Scores of opening replies', column: 'score' },
  { kind: 'means', key: 'wins', label: 'Replies beaten, by model', metric: 'win_share', column: 'model' },
  { kind: 'means', key: 'model', label: 'Mean score, by model', metric: 'score', column: 'model' },
  { kind: 'means', key: 'maker', label: 'Replies beaten, by maker', metric: 'win_share', column: 'model_family' },
  shares('if_chosen')
];

/** @throws RangeError when there is no such tile */
export function tileNamed(key: string): Tile {
  const found = tiles.find((tile) => tile.key === key);
  if (!found) throw new RangeError(`No tile ${key}`);
  return found;
}

/** The column whose levels or values are a tile's rows; null where its rows are measures. */
export const tileColumn = (tile: Tile): string | null => (tile.kind === 'measures' ? null : tile.column);

/** What a tile's numbers are, to follow its title: "share of people", "mean, 0–100". */
export function tileAxis(tile: Tile): string {
  if (tile.kind === 'means') return decapitalise(findMetric(tile.metric)!.axis);
  if (tile.kind === 'measures') return decapitalise(findMetric(tile.metrics[0]!)!.axis);
  const of = { participants: 'people', conversations: 'conversations', utterances: 'opening replies' };
  return `share of ${of[findColumn(tile.column)!.table]}`;
}

/** How the values of a tile are written. */
export function scaleOf(tile: Tile): Scale {
  if (tile.kind === 'means') return findMetric(tile.metric)!.scale;
  return tile.kind === 'measures' ? findMetric(tile.metrics[0]!)!.scale : 'share';
}
