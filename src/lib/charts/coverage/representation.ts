import {
  PERSON,
  formatCount,
  formatCountOf,
  formatDifference,
  formatInterval,
  formatPercent,
  formatValue,
  levelKey,
  levelsOf
} from '../../dataset/index.ts';
import { representativeness, share } from '../../estimate/index.ts';
import type { Query } from '../../query/index.ts';
import {
  defaultParams,
  everything,
  type Params,
  type Sample,
  type Selection,
  type Vocabulary
} from '../../selection/index.ts';
import type { DatabaseChart, FigureColumn, RawRow, Unsaid } from '../chart.ts';
import { countColumn, estimateColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import { isFirm } from '../rows/ranked.ts';
import { censusCells, censusColumns, censusParams, censusPlaces } from './census-cells.ts';

/** Everybody has a value of it, so that it counts people. */
const COUNTED = 'survey_only.had-conversations';
/** The same samples for every figure. */
const SEED = 2024;

const params: Params = {
  ...censusParams,
  who: {
    kind: 'choice',
    label: 'Who',
    choices: [
      { key: 'all', label: 'all recruited there' },
      { key: 'balanced', label: 'those in the balanced subset' },
      { key: 'rebalanced', label: 'those rebalanced to the census' }
    ]
  }
};

const vocabulary: Vocabulary = {
  defaults: { ...everything, params: defaultParams(params) },
  parts: ['minimum'],
  params,
  ahead: () => []
};

/** How much of the census's make-up these people have, and what so many drawn at random show. */
const constants = { index: 'value', low: 'value', middle: 'value', high: 'value' } as const;

type Constants = typeof constants;
/** How many people of a cell; the census's share of it. */
const fields = { inside: 'value' } as const;
type Fields = typeof fields;
type Asked = { readonly cells: Query };

const placeOf = ({ params }: Selection) => censusPlaces.find(({ key }) => key === params.place)!;

const sampleOf = ({ params }: Selection): Sample =>
  params.who === 'balanced' ? 'balanced' : params.who === 'rebalanced' ? (params.place as Sample) : 'all';

const whose = (selection: Selection) => {
  const { label } = placeOf(selection);
  return {
    all: `the people recruited in ${label}`,
    balanced: `the people recruited in ${label} who are in the balanced subset`,
    rebalanced: `the people of ${label} rebalanced to the census`
  }[selection.params.who as 'all' | 'balanced' | 'rebalanced'];
};

const estimate: DatabaseChart<Fields, Asked, Constants>['estimate'] = (answers, selection, extra) => {
  const { cells: column } = selection.params;
  const codes = new Map(levelsOf(column!, extra).map((level, code) => [levelKey(level), code]));
  const peopleAt = new Map(answers.cells.map(({ g0, people }) => [g0!, people!]));
  const cells = censusCells(selection.params.place!, column!);
  const counts = cells.map(({ levels }) =>
    levels.reduce((sum, level) => sum + (peopleAt.get(codes.get(level) ?? -1) ?? 0), 0)
  );
  const people = counts.reduce((sum, count) => sum + count, 0);
  const all = answers.cells.reduce((sum, row) => sum + row.people!, 0);
  const total = cells.reduce((sum, { percent }) => sum + percent, 0);
  const found = representativeness(
    counts,
    cells.map(({ percent }) => percent),
    SEED
  );
  const rows = cells.map(({ key, label, percent }, i): RawRow<Fields> => {
    const y = counts[i]!;
    return {
      ...{ key, label, missing: false, people, conversations: 0, ratings: 0 },
      published: percent / total,
      inside: y,
      result: share({ people, conversations: 0, ratings: 0, x: people, xx: people, y, xy: y, yy: y })
    };
  });
  const place = placeOf(selection);
  return {
    kicker: 'Who took part, and who is missing',
    axis: 'Share of people',
    scale: 'share',
    rowsAre: censusColumns.find(({ key }) => key === column)!.label.replace(/^./, (first) => first.toUpperCase()),
    rows,
    overall: null,
    unit: 'participants',
    denominators: { people, conversations: 0, ratings: 0 },
    numbers: formatCountOf(people, PERSON),
    ...(found ? { constants: { index: found.index, ...found.chance } } : {}),
    method: '95 % intervals of shares; the census taken as known',
    notes: [
      `Beside the shares stands ${place.census}, adults only.${place.key === 'us' ? ' The table PRISM used adds Hispanic people of any race to the totals by race, so that they count twice; its shares are made to add up to one.' : ''}`,
      ...(all > people
        ? [
            `${formatCountOf(all - people, PERSON)} gave an answer that the census has no cell for, and ${all - people === 1 ? 'is' : 'are'} left out.`
          ]
        : []),
      'The index is one less the share of people who would have to be in another cell. It knows nothing but these cells: whoever joins a panel, speaks English and has an hour for a survey is unlike others in ways no census asks about.',
      'No weights are published. Intervals say what chance does to these people’s shares; who volunteers is no chance.'
    ]
  };
};

function describe({ rows, constants, selection, denominators }: Unsaid<Fields, Constants>): string {
  if (constants?.index === undefined) {
    return denominators.people === 0
      ? 'Nobody was recruited there in this release.'
      : `Only ${formatCountOf(denominators.people, PERSON)}: too few to set beside a census.`;
  }
  const { index, low, middle, high } = constants;
  const off = rows
    .filter(isFirm)
    .filter(({ estimate, published }) => published! < estimate.low || published! > estimate.high);
  const [far] = [...off].sort(
    (a, b) => Math.abs(b.estimate.value - b.published!) - Math.abs(a.estimate.value - a.published!)
  );
  const index100 = formatPercent(index, 0);
  const gap =
    far === undefined
      ? 'No cell’s interval leaves its census share out.'
      : `Furthest from the census are people in “${far.label}”: ${formatValue(far.estimate.value, 'share')} (${formatInterval(far.estimate.low, far.estimate.high, 'share')}) against ${formatValue(far.published!, 'share')}.`;
  return `The index of representativeness of ${whose(selection)} is ${index100}; so many people drawn at random would show ${formatPercent(middle!, 0)} (${formatPercent(low!, 0)} to ${formatPercent(high!, 0)} in 95 of 100 draws). ${gap}`;
}

const columns: readonly FigureColumn<Fields>[] = [
  label,
  ...estimateColumns('Share of people'),
  {
    key: 'census',
    head: 'Census',
    says: 'share of adults in the census, the cells adding up to one',
    kind: 'share',
    of: ({ published }) => published,
    text: ({ published }) => (published === undefined ? '' : formatPercent(published, 1))
  },
  {
    key: 'gap',
    head: 'Gap, points',
    says: 'share of people less share in the census, in percentage points',
    kind: 'points',
    of: ({ estimate, published }) =>
      estimate.shown && published !== undefined ? (estimate.value - published) * 100 : null,
    text: ({ estimate, published }) =>
      estimate.shown && published !== undefined ? formatDifference(estimate.value - published, 'share') : ''
  },
  {
    key: 'inside',
    head: 'People in it',
    says: 'people in the cell; empty where its share is hidden',
    kind: 'count',
    of: ({ inside }) => inside
  },
  countColumn('people', 'Of people', 'people in any of the cells'),
  remarkColumn()
];

/** The people recruited in a country beside its census, and how representative they are of what it counts. */
export const representation: DatabaseChart<Fields, Asked, Constants> = {
  name: 'representation',
  label: 'People beside the census',
  rowsCalled: 'cells',
  vocabulary,
  source: 'database',
  needs: [],
  fields,
  constants,
  columns,
  queries: (selection) => ({
    cells: {
      kind: 'moments',
      metric: COUNTED,
      by: [selection.params.cells!],
      filters: [{ column: 'study_locale', exclude: false, keys: [placeOf(selection).level] }],
      sample: sampleOf(selection),
      turns: selection.turns
    }
  }),
  estimate,
  question: (selection) =>
    `How like the adults of ${placeOf(selection).label} are ${whose(selection)}, by ${selection.params.cells}?`,
  headline: ({ constants, selection }) => {
    if (constants?.index === undefined) return null;
    const cells = selection.params.cells!;
    return constants.index < constants.low!
      ? `By ${cells} they are less like the adults of ${placeOf(selection).label} than so many drawn at random`
      : `By ${cells} they are as like the adults of ${placeOf(selection).label} as so many drawn at random`;
  },
  describe,
  key: () => [
    { mark: 'value', label: 'these people, with interval' },
    { mark: 'published', label: 'the census' }
  ],
  plot: (plot, figure, width) =>
    dotInterval<Fields>(plot, figure, width, {
      right: { head: 'people', of: ({ inside }) => (inside === undefined ? '' : formatCount(inside)) },
      reference: null,
      published: 'the census'
    })
};
