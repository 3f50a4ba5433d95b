import { unitOf } from '../words/unit-words.ts';
import {
  formatDifference,
  formatDifferenceInterval,
  formatInterval,
  formatList,
  formatValue
} from '../../dataset/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { FigureColumn, Figure, Row, Total } from '../chart.ts';
import {
  countColumns,
  errorColumns,
  estimateColumn,
  intervalColumns,
  label,
  remarkColumn
} from '../columns/row-columns.ts';
import type { ComparedSide } from '../rows/sides.ts';
import { remark } from '../words/metric-words.ts';
import { estimandOf, metricOf, type ComparisonFields } from './comparison-rows.ts';
import { SCALE_WORDS, flips, inGroups, pOf, writtenDifference } from './comparison-words.ts';

type Difference = Total<ComparisonFields>;
type Compared = Pick<Figure<ComparisonFields>, 'rows' | 'overall' | 'selection'>;

/** All groups together, below the groups. */
export const comparedTotals = ({ overall, selection }: Compared): readonly Difference[] =>
  inGroups(selection) && overall !== null ? [overall] : [];

/** The rows as they are drawn: all groups together first. */
export const withOverall = (figure: Compared): readonly (Row<ComparisonFields> | Difference)[] => [
  ...comparedTotals(figure),
  ...figure.rows
];

/** The difference that is not the one estimated. */
const otherOf = (row: Difference, { selection }: { readonly selection: Selection }) =>
  row[estimandOf(selection) === 'within' ? 'between' : 'within'];

const other =
  (name: 'value' | 'low' | 'high' | 'people') =>
  (row: Difference, figure: Compared): number | null => {
    const found = otherOf(row, figure);
    return found?.shown ? found[name] : null;
  };

const asksForTests = ({ selection }: { readonly selection: Selection }) => selection.params.tests === 'shown';

/** A p-value; only where the reader asks for them. */
const pColumn = (key: 'p' | 'p_adjusted', head: string, says: string): FigureColumn<ComparisonFields> => ({
  key,
  head,
  says,
  when: asksForTests,
  kind: 'p',
  of: (row, figure) => (asksForTests(figure) ? pOf(row, key === 'p' ? 'p' : 'adjusted') : null)
});

/** A side's own level and its interval, which the table writes together. */
function sideValues(side: ComparedSide): readonly FigureColumn<ComparisonFields>[] {
  const level = (row: Difference) => row[side === 'a' ? 'levelA' : 'levelB'];
  return [
    {
      key: `estimate_${side}`,
      head: ({ compared }) => `${side.toUpperCase()}: ${compared![side].short}`,
      says: `the value of side ${side} itself, on the scale of the difference`,
      word: `side-${side}`,
      kind: 'value',
      of: (row) => row[side],
      text(row, { scale }) {
        const ends = level(row);
        if (row[side] === undefined) return '';
        return `${formatValue(row[side], scale)}${ends ? ` (${formatInterval(ends.low, ends.high, scale)})` : ''}`;
      }
    },
    { key: `low_${side}`, says: 'lower end of its interval', kind: 'value', of: (row) => level(row)?.low },
    { key: `high_${side}`, says: 'upper end of its interval', kind: 'value', of: (row) => level(row)?.high }
  ];
}

const sideName = (side: ComparedSide): FigureColumn<ComparisonFields> => ({
  key: `side_${side}`,
  says: `who or what is on side ${side}`,
  kind: 'word',
  of: (_, { compared }) => compared?.[side].words
});

const sidePeople = (side: ComparedSide | 'both', head: string): FigureColumn<ComparisonFields> => ({
  key: `people_${side}`,
  head,
  says: side === 'both' ? 'people on both sides' : `people on side ${side}`,
  kind: 'count',
  of: ({ sides }) => sides?.[side] ?? 0
});

/** What only files count: the people, conversations and ratings on either side. */
const onEitherSide = countColumns.map((column): FigureColumn => ({ ...column, head: undefined }));

/** Which scales would lead to another conclusion than the one shown. */
function remarks(row: Difference): string {
  const others = flips(row).map((scale) => SCALE_WORDS[scale]);
  return [remark(row), others.length > 0 ? `other conclusion on ${formatList(others)}` : ''].filter(Boolean).join('; ');
}

/** What a comparison says of each row: side a less side b. */
export const comparisonColumns: readonly FigureColumn<ComparisonFields>[] = [
  label,
  ...sideValues('a'),
  ...sideValues('b'),
  estimateColumn(
    ({ selection }) => `Difference, ${unitOf(metricOf(selection))}`,
    ({ value }, scale) => formatDifference(value, scale),
    'side a less side b, `between` the sides or `within` the people on both as `difference` says; of shares a share'
  ),
  ...intervalColumns(undefined, ({ low, high }, scale) => formatDifferenceInterval(low, high, scale)),
  ...errorColumns,
  {
    key: 'difference',
    says: 'whether `estimate` is the difference `between` the sides or `within` the people on both',
    kind: 'word',
    of: (_, { selection }) => selection.params.estimand
  },
  sideName('a'),
  sideName('b'),
  {
    key: 'other_difference',
    head: ({ selection }) => (estimandOf(selection) === 'within' ? 'Between sides' : 'Within people'),
    says: 'the difference, between or within, that `estimate` is not',
    word: 'other',
    when: (figure) => [...figure.rows, ...comparedTotals(figure)].some((row) => otherOf(row, figure)),
    kind: 'difference',
    of: other('value'),
    text: (row, figure) => {
      const found = otherOf(row, figure);
      return found?.shown ? writtenDifference(found, figure.scale) : '';
    }
  },
  { key: 'other_low', says: 'lower end of its interval', kind: 'difference', of: other('low') },
  { key: 'other_high', says: 'upper end of its interval', kind: 'difference', of: other('high') },
  { key: 'other_people', says: 'people it rests on', kind: 'count', of: other('people') },
  pColumn('p', 'p', 'p-value of the test of no difference, two-sided; only where the reader asks for it'),
  pColumn(
    'p_adjusted',
    'p, adjusted',
    'the same adjusted for all groups tested (Benjamini–Hochberg); only with 30 people or more on each side'
  ),
  sidePeople('a', 'People, A'),
  sidePeople('b', 'People, B'),
  sidePeople('both', 'On both'),
  ...onEitherSide,
  remarkColumn(remarks)
];
