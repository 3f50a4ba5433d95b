import {
  formatCount,
  formatDifference,
  formatDifferenceInterval,
  formatInterval,
  formatValue
} from '../../dataset/index.ts';
import type { FigureColumn, Total } from '../chart.ts';
import { countColumn, estimateColumn, intervalColumns, label, remarkColumn } from '../columns/row-columns.ts';

/** What a scheme of juries has besides its mean: who sits, the spread of its juries, the other way to judge it. */
export const juryFields = {
  seats: 'count',
  sitting: 'count',
  difference: 'interval',
  lower: 'value',
  upper: 'value',
  worst: 'value',
  inSample: 'value',
  heldOut: 'value',
  winners: 'outcomes'
} as const;

export type JuryFields = typeof juryFields;
type JuryRow = Total<JuryFields>;

/** Models named of a row at most. */
const MOST_NAMED = 4;

/** The models that won most often, with how often, in words. */
export function winnersWords({ winners = [] }: JuryRow): string {
  const often = [...winners].sort((a, b) => b.times - a.times);
  const named = often.slice(0, MOST_NAMED).map((one) => `${one.label} ${formatCount(one.times)}`);
  const rest = often.slice(MOST_NAMED).reduce((sum, { times }) => sum + times, 0);
  return [...named, ...(rest > 0 ? [`others ${formatCount(rest)}`] : [])].join(', ');
}

const spread = (
  key: 'lower' | 'upper' | 'worst',
  head: string | undefined,
  says: string
): FigureColumn<JuryFields> => ({
  ...{ key, says, kind: 'value' },
  ...(head === undefined ? {} : { head }),
  of: (row) => row[key]
});

export const juryColumns: readonly FigureColumn<JuryFields>[] = [
  label,
  estimateColumn('Mean welfare', ({ value }, scale) => formatValue(value, scale)),
  ...intervalColumns('95 % interval, people drawn again'),
  {
    ...{ key: 'difference', head: 'Less that of 100 of everyone', kind: 'difference' },
    says: 'mean welfare less that of juries of 100 of everyone, held over the same people',
    of: ({ difference }) => difference?.value,
    text: ({ difference }, { scale }) =>
      difference === undefined
        ? ''
        : `${formatDifference(difference.value, scale)} (${formatDifferenceInterval(difference.low, difference.high, scale)})`
  },
  {
    ...{ key: 'difference_low', says: 'lower end of the interval of that difference', kind: 'difference' },
    of: ({ difference }) => difference?.low
  },
  {
    ...{ key: 'difference_high', says: 'upper end of the interval of that difference', kind: 'difference' },
    of: ({ difference }) => difference?.high
  },
  {
    ...spread('lower', 'Middle half of the juries', 'lower quartile of welfare over the juries: spread, no interval'),
    text: ({ lower, upper }, { scale }) =>
      lower === undefined || upper === undefined ? '' : formatInterval(lower, upper, scale)
  },
  spread('upper', undefined, 'upper quartile of welfare over the juries'),
  spread('worst', 'Worst tenth', 'mean welfare over the tenth of the juries that serve worst'),
  {
    ...{ key: 'held_out', head: 'Held out', kind: 'value' },
    says: 'mean welfare where jurors are of one random half and those served of the other',
    of: ({ heldOut }) => heldOut
  },
  {
    ...{ key: 'in_sample', head: 'In-sample', kind: 'value' },
    says: 'mean welfare where jurors are served themselves, as published',
    of: ({ inSample }) => inSample
  },
  {
    ...{ key: 'winners', head: 'Chosen by how many juries', kind: 'word' },
    says: 'models by how many of the juries chose them, most often first',
    of: winnersWords
  },
  { key: 'seats', says: 'seats of a jury', kind: 'count', of: ({ seats }) => seats },
  {
    key: 'sitting',
    head: 'May sit',
    says: 'people the jurors are drawn from',
    kind: 'count',
    of: ({ sitting }) => sitting
  },
  countColumn('people', 'Served', 'people whose welfare counts'),
  remarkColumn()
];
