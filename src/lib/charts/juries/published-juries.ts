import { capitalise, formatCount, formatInterval, formatValue } from '../../dataset/index.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import type { FigureColumn, Estimated, PublishedChart, Row, RawRow, Unsaid } from '../chart.ts';
import { estimateColumn, intervalColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import type { PublishedFiles } from '../published-files.ts';
import { isShown } from '../rows/ranked.ts';
import { presetOf, publishedParams, servedPresets } from './juries-vocabulary.ts';
import { SEATS, contrastOf, schemeKey, labelOf, pools } from './jury-schemes.ts';

/** The outcomes of a scheme as published: five of their quantiles, and the mean where gaps were filled in. */
const fields = { lower: 'value', upper: 'value', imputed: 'value', dominated: 'word' } as const;
type Fields = typeof fields;
type Files = PublishedFiles['welfare'];
type Country = keyof Files['results']['base'];

interface Scheme {
  readonly mean: number;
  readonly p5: number;
  readonly p25: number;
  readonly p75: number;
  readonly p95: number;
  readonly fosd_by_rep_100: boolean | null;
}

/** What was published: the two census samples, four populations, two measures. */
const params = {
  ...publishedParams,
  from: {
    ...publishedParams.from,
    choices: publishedParams.from.choices.filter(({ key }) => key === 'uk' || key === 'us')
  }
} as const satisfies Params;

const vocabulary: Vocabulary = {
  defaults: { ...everything, params: defaultParams(params) },
  parts: [],
  params
};

const countryOf = ({ params }: Selection): Country => (params.from === 'us' ? 'us' : 'uk');

/** What of a page's selection the published figure shows: the UK sample where none of its own was published. */
export function publishedOf({ params: chosen }: Selection): Selection {
  const { served, welfare } = { ...vocabulary.defaults.params, ...chosen };
  return {
    ...vocabulary.defaults,
    params: { from: chosen.from === 'us' ? 'us' : 'uk', served: served!, welfare: welfare! }
  };
}
const countryNames: Readonly<Record<Country, string>> = { uk: 'UK', us: 'US' };

const suffixes: Readonly<Record<string, string>> = {
  'not-men': '_nonmale',
  everyone: '',
  'not-white': '_nonwhite',
  'under-45': '_below_45'
};

/** Published names of schemes, and the groups they are drawn from. */
const drawnFrom: Readonly<Record<string, string>> = {
  rep: 'everyone',
  male: 'men',
  white: 'white',
  above_45: 'over-45'
};

function schemesIn(
  { results }: Files,
  way: 'base' | 'imputed',
  selection: Selection
): Readonly<Record<string, Scheme>> {
  const country = countryOf(selection);
  const measure = selection.params.welfare === 'chosen' ? 'choice' : 'rating';
  const of = results[way][country][measure] as Readonly<Record<string, { schemes: Readonly<Record<string, Scheme>> }>>;
  return of[country + suffixes[selection.params.served!]!]!.schemes;
}

function estimate({ welfare, census }: PublishedFiles, selection: Selection): Estimated<Fields> {
  const [base, imputed] = [schemesIn(welfare, 'base', selection), schemesIn(welfare, 'imputed', selection)];
  const country = countryOf(selection);
  const people = census.rebalanced_sample[country];
  const served = presetOf(servedPresets, selection, 'served').label;
  const rows = Object.entries(base).map(([name, scheme]): RawRow<Fields> => {
    const [, group, size] = /^.._(.*)_(\d+)$/.exec(name)!;
    const drawn = { pool: pools.find(({ key }) => key === drawnFrom[group!])!, size: Number(size) };
    const { mean, p5, p25, p75, p95, fosd_by_rep_100: dominated } = scheme;
    return {
      ...{ key: schemeKey(drawn), label: labelOf(drawn), missing: false },
      ...{ people, conversations: 0, ratings: 0, lower: p25, upper: p75, imputed: imputed[name]!.mean },
      dominated: dominated === null ? '' : dominated ? 'yes' : 'no',
      result: { value: mean, low: p5, high: p95 }
    };
  });
  const score = selection.params.welfare !== 'chosen';
  return {
    kicker: 'Welfare outcomes · published, real',
    axis: score
      ? `Mean score of the chosen model among ${served}, 1–100; mean and nine in ten juries`
      : `Share of times that ${served} chose the chosen model; mean and nine in ten juries`,
    scale: score ? 'score' : 'share',
    rowsAre: 'Who sits',
    rows,
    overall: null,
    unit: null,
    denominators: { people, conversations: 0, ratings: 0 },
    numbers: `${formatCount(people)} people of the ${countryNames[country]} census sample · ${formatCount(welfare.draws)} juries a scheme`,
    method: 'dots are means, bars nine in ten of the juries; no interval is published',
    notes: [
      'Each jury gives the model with its own highest mean to everybody; a jury’s outcome is what the people named make of that model.',
      'Bars show how juries differ by the luck of who is drawn. How far these numbers would move with other people is not published.',
      'Jurors are drawn with replacement from the census sample and are served themselves, so that larger juries come nearer to the best model by construction.',
      'Only five quantiles of the 1,000 outcomes are published, which take at most 21 values; no shape is drawn from them.',
      'How many people are in the groups served and drawn from is not published; the number is that of the whole sample.',
      'Published for the US and the UK census samples only.'
    ]
  };
}

function headline({ rows, selection, scale }: Unsaid<Fields>): string | null {
  const found = (key: string) => rows.filter(isShown).find((row) => row.key === key);
  const [all, one] = [found(`everyone-${SEATS}`), found(schemeKey(contrastOf(selection)))];
  if (!all || !one) return null;
  const served = capitalise(presetOf(servedPresets, selection, 'served').label);
  const verb = scale === 'score' ? 'score the choice' : 'would choose the choice';
  const value = ({ estimate }: typeof all) => formatValue(estimate.value, scale);
  const after = scale === 'score' ? '' : ' of cases';
  return `${served} ${verb} of ${all.label} ${scale === 'score' ? '' : 'in '}${value(all)}${after}, of ${one.label} ${value(one)}`;
}

function describe({ rows, selection, scale }: Unsaid<Fields>): string {
  const found = (key: string) => rows.filter(isShown).find((row) => row.key === key);
  const [all, one] = [found(`everyone-${SEATS}`), found(schemeKey(contrastOf(selection)))];
  if (!all || !one) return 'The published outcomes are not to be had.';
  const value = (row: Row<Fields> & typeof all) =>
    `${formatValue(row.estimate.value, scale)} (nine in ten juries: ${formatInterval(row.estimate.low, row.estimate.high, scale)})`;
  const served = presetOf(servedPresets, selection, 'served').label;
  const verb = scale === 'score' ? 'score the model they choose' : 'choose that model in';
  const after = scale === 'score' ? ' on average' : ' of cases';
  return `Where ${all.label} of the ${countryNames[countryOf(selection)]} census sample choose, ${served} ${verb} ${value(all)}${after}; where ${one.label} choose, ${value(one)}. Published without intervals, and the same people choose and are served.`;
}

const columns: readonly FigureColumn<Fields>[] = [
  label,
  estimateColumn('Mean welfare'),
  ...intervalColumns('Nine in ten juries').map((column) => ({
    ...column,
    says: `${column.key === 'low' ? '5th' : '95th'} percentile of the juries: no interval is published`
  })),
  {
    ...{ key: 'lower', head: 'Middle half of the juries', kind: 'value', says: 'lower quartile of the juries' },
    of: ({ lower }) => lower,
    text: ({ lower, upper }, { scale }) =>
      lower === undefined || upper === undefined ? '' : formatInterval(lower, upper, scale)
  },
  { key: 'upper', kind: 'value', says: 'upper quartile of the juries', of: ({ upper }) => upper },
  {
    ...{ key: 'imputed', head: 'Mean, gaps filled in', kind: 'value' },
    says: 'mean welfare where what people would have made of models they never met was filled in by regression',
    of: ({ imputed }) => imputed
  },
  {
    ...{ key: 'dominated', head: '100 of everyone at least as good throughout', kind: 'word' },
    says: 'whether the sorted outcomes of juries of 100 of everyone are all at least as high, as published',
    of: ({ dominated }) => dominated
  },
  remarkColumn(({ estimate }) => (estimate.shown ? 'published without an interval' : estimate.reason))
];

/** The published outcomes of juries, for each sample, population and measure. */
export const publishedJuries: PublishedChart<Fields> = {
  name: 'published-juries',
  label: 'Who is served by which jury, published',
  vocabulary,
  source: 'published',
  needs: [],
  fields,
  columns,
  estimate,
  question: (selection) =>
    `When a few people choose a model for all, how well are ${presetOf(servedPresets, selection, 'served').label} served?`,
  headline,
  describe,
  plot: (plot, figure, width) =>
    dotInterval<Fields>(plot, figure, width, {
      right: { head: 'mean', of: ({ estimate }) => (estimate.shown ? formatValue(estimate.value, figure.scale) : '') },
      reference: null,
      published: null
    })
};
