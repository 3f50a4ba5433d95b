import {
  PREFER_NOT_TO_SAY,
  levelKey,
  levelsOf,
  sampleFlag,
  shapesColumn,
  type Level,
  type NamedSample,
  type Undocumented
} from '../../dataset/index.ts';
import type { MemberCondition, RankingTask, SliceTask } from '../../estimate/index.ts';
import type { ColumnsQuery } from '../../query/index.ts';
import { SMALLEST_RANKED, samples, type Sample, type Selection } from '../../selection/index.ts';
import {
  codeOfYes,
  itemsOf,
  measureOf,
  sliceFor,
  standingMeasures,
  standingParams,
  tieOfMethod,
  turnsFor,
  type StandingMeasure
} from './standing-methods.ts';

/** What the ways of looking differ from the ranking in, and its heading. */
export const kindsOfWay = {
  by: 'Measure',
  ties: 'Ties',
  sample: 'Sample',
  turns: 'Turns',
  without: 'Without a region'
} as const;

export type KindOfWay = keyof typeof kindsOfWay;

/** Another way of looking at the same ranking. */
export interface Way {
  readonly key: string;
  readonly kind: KindOfWay;
  /** To follow "another is first": "by mean score", "without Africa". */
  readonly label: string;
  readonly selection: Selection;
  /** Code of the region that is left out. */
  readonly without?: number;
}

const flags: Readonly<Record<NamedSample, string>> = {
  balanced: sampleFlag('balanced', 'utterances'),
  us: sampleFlag('us', 'utterances'),
  uk: sampleFlag('uk', 'utterances')
};

const sampleWords: Readonly<Record<Sample, string>> = {
  all: 'among all people',
  balanced: 'in the balanced subset',
  us: 'in the US census sample',
  uk: 'in the UK census sample'
};

export const REGION = shapesColumn('birth', 'regions');

/** A way’s label without the word that its heading says. */
export const underHeading = (label: string) => label.replace(/^(by|in|among|with ties|without)( the)? /, '');

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
    kind: 'by',
    label: `by ${other.label}${turnsFor(other, selection.turns) === selection.turns ? '' : ', in opening turns'}`,
    selection: set('method', other.key)
  });
  const measures = standingMeasures.filter(({ key, legacy }) => key !== measure.key && !legacy);
  const ties = standingParams.ties!.choices.filter(({ key }) => key !== String(tieOfMethod(selection)));
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
          kind: 'ties' as const,
          label: `with ties ${key === '0' ? `at ${label}` : label}`,
          selection: set('ties', key)
        }))),
    ...samples
      .filter((sample) => sample !== selection.sample)
      .map((sample) => ({
        key: `sample.${sample}`,
        kind: 'sample' as const,
        label: sampleWords[sample],
        selection: { ...selection, sample }
      })),
    ...(selection.turns === 'all'
      ? [
          {
            key: 'turns.opener',
            kind: 'turns' as const,
            label: 'in opening turns only',
            selection: { ...selection, turns: 'opener' as const }
          }
        ]
      : [
          {
            key: 'turns.all',
            kind: 'turns' as const,
            label: measureOf(allTurns) === measure ? 'in all turns' : 'in all turns, by mean score',
            selection: allTurns
          }
        ]),
    ...levelsOf(REGION, extra).flatMap((level, without): Way[] =>
      !regions.has(without)
        ? []
        : [
            {
              key: `without.${levelKey(level)}`,
              kind: 'without',
              label: `without ${regionWords(level)}`,
              selection,
              without
            }
          ]
    )
  ];
}

function regionWords({ value, label }: Level): string {
  if (value === PREFER_NOT_TO_SAY.value) return 'those who named no region';
  return /^[A-Z]{2}/.test(label) ? `the ${label}` : label;
}

/** The slice of a way among rows of all turns and samples, over columns that hold what `wayColumns` names. */
export function sliceOfWay(
  { selection, without }: Pick<Way, 'selection' | 'without'>,
  where: readonly MemberCondition[] = []
): SliceTask {
  const measure = measureOf(selection);
  const turns = turnsFor(measure, selection.turns);
  const { sample } = selection;
  return sliceFor(measure, tieOfMethod(selection), [
    ...where,
    ...(turns === 'all' ? [] : [turns === 'opener' ? { column: 'turn', is: 0 } : { column: 'turn', not: 0 }]),
    ...(sample === 'all' ? [] : [{ column: flags[sample], is: codeOfYes(flags[sample]) }]),
    ...(without === undefined ? [] : [{ column: REGION, not: without }])
  ]);
}

/** The rows that every way is taken from, with further columns where a chart needs them. */
export function rowsOfWays(selection: Selection, further: readonly string[] = []): ColumnsQuery {
  const columns = [...new Set([...wayColumns, itemsOf(selection, {}).column, ...further])];
  return { kind: 'columns', table: 'utterances', columns, filters: selection.filters, sample: 'all', turns: 'all' };
}

/**
 * The ranking that is asked for, with each other way of looking at it.
 *
 * @param regions those that are left out one by one
 * @param where what its rows have in common besides
 */
export function rankingWithWays(
  selection: Selection,
  regions: ReadonlySet<number>,
  extra: Undocumented,
  where: readonly MemberCondition[] = []
): RankingTask {
  const ways = otherWays(selection, regions, extra).map((way) => sliceOfWay(way, where));
  return { ...sliceOfWay({ selection }, where), ways };
}
