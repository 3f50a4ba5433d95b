import { formatCount, formatPercent, formatValue } from '../../dataset/index.ts';
import { representativeness } from '../../estimate/index.ts';
import { defaultParams, everything, type Params, type Selection } from '../../selection/index.ts';
import type { Estimated, FigureColumn, PublishedChart, RawRow, Unsaid } from '../chart.ts';
import { estimateColumn, label, remarkColumn } from '../columns/row-columns.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import type { PublishedFiles } from '../published-files.ts';
import { isShown } from '../rows/ranked.ts';
import { censusCells, censusParams, censusPlaces } from './census-cells.ts';

const params: Params = { place: censusParams.place };

/** The index of representativeness by age, and the lowest that chance shows. */
const constants = { index: 'value', low: 'value' } as const;

type Constants = typeof constants;
type Country = 'uk' | 'us';

const placeOf = ({ params }: Pick<Selection, 'params'>) => censusPlaces.find(({ key }) => key === params.place)!;

function estimate({ census }: PublishedFiles, selection: Selection): Estimated<Record<never, never>, Constants> {
  const place = placeOf(selection);
  const country: Country = place.key;
  const { age } = census.balanced_before_rebalancing_pct[country];
  const people = census.balanced_before_rebalancing_pct.n[country];
  const cells = censusCells(country, 'age');
  const shareOf = (label: string) => age[label.replace('–', '-') as keyof typeof age] / 100;
  const rows = cells.map(({ key, label, percent }): RawRow => {
    const value = shareOf(label);
    return {
      ...{ key, label, missing: false, people, conversations: 0, ratings: 0, published: percent / 100 },
      // Published without an interval.
      result: { value, low: value, high: value }
    };
  });
  const counts = cells.map(({ label }) => Math.round(shareOf(label) * people));
  const found = representativeness(
    counts,
    cells.map(({ percent }) => percent),
    2024
  )!;
  return {
    kicker: 'Who took part · published, real',
    axis: `Share of people recruited in ${place.label}, before rebalancing`,
    scale: 'share',
    rowsAre: 'Age',
    rows,
    overall: null,
    unit: null,
    denominators: { people, conversations: 0, ratings: 0 },
    numbers: `${formatCount(people)} people`,
    constants: { index: found.index, low: found.chance.low },
    method: 'counts, published without intervals',
    notes: [
      `People of the balanced subset recruited in ${place.label} who said they are male or female and gave their ethnicity, beside ${place.census}, adults only. The index is made here of the published shares.`,
      'Both countries were recruited as “representative samples” of the platform: quotas by age, gender and ethnicity among its members, who had volunteered.'
    ]
  };
}

function describe({ rows, constants, selection }: Unsaid<Record<never, never>, Constants>): string {
  const shown = rows.filter(isShown);
  const old = shown.find(({ key }) => key === '65-plus')!;
  return `Of them ${formatPercent(old.estimate.value, 0)} are 65 or older; of the adults of ${placeOf(selection).label}, ${formatValue(old.published!, 'share')}. By age the index of representativeness is ${formatPercent(constants!.index!, 0)}; in 39 of 40 samples of so many people drawn at random it would be ${formatPercent(constants!.low!, 0)} or more.`;
}

const columns: readonly FigureColumn[] = [
  label,
  estimateColumn('Share of people'),
  {
    key: 'census',
    head: 'Census',
    says: 'share of adults in the census',
    kind: 'share',
    of: ({ published }) => published,
    text: ({ published }) => (published === undefined ? '' : formatPercent(published, 1))
  },
  remarkColumn(({ estimate }) => (estimate.shown ? 'published without an interval' : estimate.reason))
];

/** The published ages of the people recruited in two countries, beside their censuses. */
export const publishedRepresentation: PublishedChart<Record<never, never>, Constants> = {
  name: 'published-representation',
  label: 'People beside the census, published',
  rowsCalled: 'ages',
  vocabulary: { defaults: { ...everything, params: defaultParams(params) }, parts: [], params },
  source: 'published',
  needs: [],
  constants,
  columns,
  estimate,
  question: (selection) => `Are the people recruited in ${placeOf(selection).label} like its adults?`,
  headline: ({ rows, selection }) => {
    const old = rows.find(({ key }) => key === '65-plus');
    return old?.estimate.shown
      ? `Older people are missing: ${formatPercent(old.estimate.value, 0)} of those recruited in ${placeOf(selection).label} are 65 or over, ${formatPercent(old.published!, 0)} of its adults`
      : null;
  },
  describe,
  key: () => [
    { mark: 'value', label: 'people recruited' },
    { mark: 'published', label: 'the census' }
  ],
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, {
      right: {
        head: 'share',
        of: ({ estimate }) => (estimate.shown ? formatPercent(estimate.value, 0) : '')
      },
      reference: null,
      published: 'the census'
    })
};
