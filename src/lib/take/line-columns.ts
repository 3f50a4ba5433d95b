import type { Chart } from '../charts/chart.ts';
import { remark } from '../charts/words/metric-words.ts';
import { marked } from '../figure/titles.ts';
import { flag, lineColumn, word, type LineColumn } from './line-column.ts';
import { verdictColumns } from './verdict-columns.ts';

const before: readonly LineColumn[] = [
  word('grouped_by', 'what the line is one of: the grouping of its group', (_, { groupedBy }) => groupedBy),
  word('key', 'name of the row as links and files of data have it', ({ key }) => key),
  word('label', 'what the line is about, as readers see it', ({ label }) => label),
  flag('overall', 'whether the line is everyone together', (row, { overall }) => row === overall),
  flag('missing', 'whether its group gave no answer: preferred not to say, was not asked', ({ missing }) => missing)
];

const after: readonly LineColumn[] = [
  word(
    'level',
    '`few` rests on 10–29 people, `wide` on 30–99, `plain` on 100 or more; `hidden` is not shown',
    ({ estimate }) => (estimate.shown ? estimate.level : 'hidden')
  ),
  word('remark', 'how far to trust the estimate, or why it is hidden', (row, { figure }) =>
    row.estimate.shown && figure.scale === 'count' ? '' : remark(row)
  ),
  word('measure', 'what `estimate` is of', (_, { figure }) => figure.axis),
  word('scale', 'what `estimate` is counted in', (_, { figure }) => figure.scale),
  word('interval', 'how the interval was made', (_, { figure }) => figure.method),
  word('question', 'the question that the figure answers', (_, { figure }) => marked(figure, figure.question)),
  word('source', 'where the numbers come from', (_, { figure }) => figure.provenance.text),
  word('data_version', 'version of the data', (_, { figure }) => figure.provenance.version),
  flag(
    'synthetic',
    'whether no real person stands behind the numbers',
    (_, { figure }) => figure.provenance.source === 'twin'
  ),
  word('link', 'address of the view', (_, { address }) => address)
];

/** The columns of a chart's file: those of every file, and between them what the chart says of its rows. */
export function lineColumns(chart: Chart): readonly LineColumn[] {
  const own = chart.columns
    .filter(({ file }) => file !== false)
    .map((one) => lineColumn(one.kind, one.key, one.says, (row, { figure }) => one.of(row, figure)));
  const told = new Map(own.map((one) => [one.name, one]));
  const shared = (some: readonly LineColumn[]) => some.map((one) => told.get(one.name) ?? one);
  const verdict = chart.source === 'database' && chart.verdict ? verdictColumns : [];
  const named = new Set([...before, ...after].map(({ name }) => name));
  return [...shared(before), ...own.filter(({ name }) => !named.has(name)), ...verdict, ...shared(after)];
}
