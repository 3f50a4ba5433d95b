import { PREFER_NOT_TO_SAY, levelKey, levelsOf, type Level, type Undocumented } from '../../dataset/index.ts';
import type { SliceTask } from '../../estimate/index.ts';
import type { Columns, ColumnsQuery } from '../../query/index.ts';
import { SMALLEST_RANKED, samples, type Sample, type Selection } from '../../selection/index.ts';
import {
  itemsOf,
  measureOf,
  sliceFor,
  standingMeasures,
  standingParams,
  tieOf,
  turnsFor,
  type StandingMeasure
} from './standing-methods.ts';

/** What the ways of looking differ from the ranking in: the first part of their keys, and its heading. */
export const kindsOfWay = {
  by: 'Measure',
  ties: 'Ties',
  sample: 'Sample',
  turns: 'Turns',
  without: 'Without a region'
} as const;

/** Another way of looking at the same ranking. */
export interface Way {
  /** A kind of `kindsOfWay`, a dot, and which one. */
  readonly key: string;
  /** To follow "another is first": "by mean score", "without Africa". */
  readonly label: string;
  readonly selection: Selection;
  /** Code of the region that is left out. */
  readonly without?: number;
}

const flags: Readonly<Record<Exclude<Sample, 'all'>, string>> = {
  balanced: 'utterance_in_balanced_subset',
  us: 'included_in_us_rep',
  uk: 'included_in_uk_rep'
};

const sampleWords: Readonly<Record<Sample, string>> = {
  all: 'among all people',
  balanced: 'in the balanced subset',
  us: 'in the US census sample',
  uk: 'in the UK census sample'
};

export const REGION = 'special_region';

/** What every way may need of a row, besides the item. */
export const wayColumns = [
  'user_id',
  'interaction_id',
  'score',
  'score_z',
  'if_chosen',
  'turn',
  REGION,
  ...Object.values(flags)
];

/** The regions, by code, with enough people for it to matter who is left out. */
export function regionsIn(counts: Iterable<readonly [code: number, people: number]>): ReadonlySet<number> {
  return new Set([...counts].filter(([, people]) => people >= SMALLEST_RANKED).map(([code]) => code));
}

/** The regions of some of the rows, as `regionsIn`. */
function regionsOf(columns: Columns, rows: Int32Array): ReadonlySet<number> {
  const people = new Map<number, Set<number>>();
  for (const row of rows) {
    const code = columns[REGION]![row]!;
    people.set(code, (people.get(code) ?? new Set()).add(columns.user_id![row]!));
  }
  return regionsIn([...people].map(([code, { size }]) => [code, size]));
}

/**
 * Other measures, other ties, other samples, all turns, without each of the regions. Each differs from the ranking in what
 * its label says and in nothing else: other measures are taken in the turns that the ranking itself counts.
 */
export function otherWays(asked: Selection, regions: ReadonlySet<number>, extra: Undocumented): Way[] {
  const measure = measureOf(asked);
  const selection: Selection = { ...asked, turns: turnsFor(measure, asked.turns) };
  const set = (name: string, key: string): Selection => ({
    ...selection,
    params: { ...selection.params, [name]: key }
  });
  const by = (other: StandingMeasure): Way => ({
    key: `by.${other.key}`,
    label: `by ${other.label}${turnsFor(other, selection.turns) === selection.turns ? '' : ', in opening turns'}`,
    selection: set('method', other.key)
  });
  const measures = standingMeasures.filter(({ key, label }) => key !== measure.key && !label.includes('legacy'));
  const ties = standingParams.ties!.choices.filter(({ key }) => key !== String(tieOf(selection)));
  const allTurns =
    turnsFor(measure, 'all') === 'all'
      ? { ...selection, turns: 'all' as const }
      : { ...set('method', 'mean-score'), turns: 'all' as const };
  return [
    ...measures.map(by),
    ...(measure.method === 'mean'
      ? []
      : ties.map(({ key, label }) => ({
          key: `ties.${key}`,
          label: `with ties ${key === '0' ? `at ${label}` : label}`,
          selection: set('ties', key)
        }))),
    ...samples
      .filter((sample) => sample !== selection.sample)
      .map((sample) => ({ key: `sample.${sample}`, label: sampleWords[sample], selection: { ...selection, sample } })),
    ...(selection.turns === 'all'
      ? [{ key: 'turns.opener', label: 'in opening turns only', selection: { ...selection, turns: 'opener' as const } }]
      : [
          {
            key: 'turns.all',
            label: measureOf(allTurns) === measure ? 'in all turns' : 'in all turns, by mean score',
            selection: allTurns
          }
        ]),
    ...levelsOf(REGION, extra).flatMap((level, without): Way[] =>
      !regions.has(without)
        ? []
        : [{ key: `without.${levelKey(level)}`, label: `without ${regionWords(level)}`, selection, without }]
    )
  ];
}

function regionWords({ value, label }: Level): string {
  if (value === PREFER_NOT_TO_SAY.value) return 'those who named no region';
  return /^[A-Z]{2}/.test(label) ? `the ${label}` : label;
}

/**
 * The slice of a way, over columns that hold what `wayColumns` names.
 *
 * @param of positions of the rows it is taken from; all when absent
 */
export function sliceOfWay(
  { selection, without }: Pick<Way, 'selection' | 'without'>,
  columns: Columns,
  of: Iterable<number> = columns.turn!.keys()
): SliceTask & { readonly rows: Int32Array } {
  const measure = measureOf(selection);
  const turns = turnsFor(measure, selection.turns);
  const { sample } = selection;
  const flag = sample === 'all' ? null : columns[flags[sample]]!;
  const within = sample === 'all' ? -1 : levelsOf(flags[sample]).findIndex((level) => level.value === true);
  const kept: number[] = [];
  for (const row of of) {
    const turn = columns.turn![row]!;
    if (turns === 'opener' ? turn > 0 : turns === 'later' && turn === 0) continue;
    if (flag && flag[row] !== within) continue;
    if (without === undefined || columns[REGION]![row] !== without) kept.push(row);
  }
  const rows = Int32Array.from(kept);
  return { ...sliceFor(measure, columns, { tie: tieOf(selection), resampled: false }), rows };
}

/** The rows that every way is taken from, with further columns where a chart needs them. */
export function rowsOfWays(selection: Selection, further: readonly string[] = []): ColumnsQuery {
  const columns = [...new Set([...wayColumns, itemsOf(selection, {}).column, ...further])];
  return { kind: 'columns', table: 'utterances', columns, filters: selection.filters, sample: 'all', turns: 'all' };
}

/** The slice that is asked for, resampled, and one for each other way of looking at it. */
export function slicesOfWays(
  selection: Selection,
  columns: Columns,
  extra: Undocumented,
  of?: Int32Array
): readonly SliceTask[] {
  const asked = sliceOfWay({ selection }, columns, of);
  const ways = otherWays(selection, regionsOf(columns, asked.rows), extra);
  return [{ ...asked, resampled: true }, ...ways.map((way) => sliceOfWay(way, columns, of))];
}
