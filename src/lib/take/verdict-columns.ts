import type { Figure, Total } from '../charts/chart.ts';
import { lineColumn, word, type LineColumn } from './line-column.ts';

type Told = Exclude<NonNullable<Figure['judged']>, { says: 'cannot' }>;

/** A number of the verdict on each line of a group; totals and answers by class are not what was tested. */
const told = (of: (judged: Told, row: Total) => number | undefined): LineColumn['of'] => {
  return (row, { figure: { judged, rows } }) =>
    judged && judged.says !== 'cannot' && rows.includes(row as Figure['rows'][number]) ? of(judged, row) : null;
};

/** How a row differs from all the others, or the first of two from the second; undefined where that is not said of it. */
const standout = ({ named }: Told, { key }: Total) => named.find((one) => one.key === key);

const p = lineColumn.bind(null, 'p');
const difference = lineColumn.bind(null, 'difference');

/** What the test of a figure's groups says, for charts whose groups are tested; empty until it is known. */
export const verdictColumns: readonly LineColumn[] = [
  word(
    'verdict',
    'what the test of all groups lets one say: `none` of them differ, a `trend`, `unclear` which differ, those `named` differ from the others, or it `cannot` be tested',
    (row, { figure }) => (figure.rows.includes(row as Figure['rows'][number]) ? figure.judged?.says : null)
  ),
  p(
    'verdict_p',
    'p of that test; empty where it cannot be made',
    told((judged) => judged.p)
  ),
  difference(
    'verdict_gap',
    'the largest gap between two groups that cannot be ruled out, in the unit of `estimate`',
    told(({ gap }) => gap)
  ),
  p(
    'trend_p',
    'p of the test whether groups rise or fall in their order; empty where `verdict` is no trend',
    told(({ trend }) => trend?.p)
  ),
  difference(
    'trend_slope',
    'by how much they rise from one group to the next, in the unit of `estimate`',
    told(({ trend }) => trend?.slope)
  ),
  difference(
    'apart',
    'by how much a named group differs from all the others together, or the first of two from the second',
    told((judged, row) => standout(judged, row)?.difference)
  ),
  difference(
    'apart_low',
    'lower end of the interval of `apart`',
    told((judged, row) => standout(judged, row)?.low)
  ),
  difference(
    'apart_high',
    'upper end of the interval of `apart`',
    told((judged, row) => standout(judged, row)?.high)
  )
];
