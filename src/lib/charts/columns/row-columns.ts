import { formatEstimate, formatInterval, type Scale } from '../../dataset/index.ts';
import type { FigureColumn, Denominators, Figure, NoFields, Total } from '../chart.ts';
import { remark } from '../words/metric-words.ts';

type Head = NonNullable<FigureColumn['head']>;

/** What a row is. Every file has it. */
export const label: FigureColumn = {
  key: 'label',
  head: ({ rowsAre }) => rowsAre,
  says: 'what the line is about, as readers see it',
  word: 'name',
  kind: 'word',
  of: (row) => row.label
};

const estimated =
  (name: 'value' | 'low' | 'high' | 'se' | 'df') =>
  ({ estimate }: Total) =>
    estimate.shown ? estimate[name] : null;

type Shown = Extract<Total['estimate'], { shown: true }>;
type Written = (shown: Shown, scale: Scale) => string;

/** A row's estimate; `head` unless it is what the figure's axis says. */
export const estimateColumn = (
  head: Head = ({ axis }) => axis,
  written: Written = formatEstimate,
  says = 'the estimate, of what `measure` says and on the scale that `scale` says; empty where it is hidden'
): FigureColumn => ({
  key: 'estimate',
  head,
  says,
  word: 'value',
  kind: 'value',
  of: estimated('value'),
  text: ({ estimate }, { scale }) => (estimate.shown ? written(estimate, scale) : 'not shown')
});

/** The ends of a row's interval, which a table writes together under `head`. */
export const intervalColumns = (
  head: Head = '95 % interval',
  written: Written = ({ low, high }, scale) => formatInterval(low, high, scale)
): readonly FigureColumn[] => [
  {
    key: 'low',
    head,
    says: 'lower end of the interval of the estimate, made as `interval` says',
    word: 'interval',
    kind: 'value',
    of: estimated('low'),
    text: ({ estimate }, { scale }) => (estimate.shown ? written(estimate, scale) : '')
  },
  { key: 'high', says: 'upper end of the interval', kind: 'value', of: estimated('high') }
];

/** What an interval that is built from a standard error is built from; only files have it. */
export const errorColumns: readonly FigureColumn[] = [
  {
    key: 'se',
    says: 'standard error of the estimate; empty where the interval is not built from one',
    kind: 'value',
    of: estimated('se')
  },
  {
    key: 'df',
    says: 'degrees of freedom of the t quantile that the interval is built with',
    kind: 'points',
    of: estimated('df')
  }
];

/** A row's estimate with its interval and what that is built from. */
export const estimateColumns = (head?: Head): readonly FigureColumn[] => [
  estimateColumn(head),
  ...intervalColumns(),
  ...errorColumns
];

/** Columns that the table leaves to others. */
export const inFilesOnly = <F>(columns: readonly FigureColumn<F>[]): readonly FigureColumn<F>[] =>
  columns.map((column) => ({ ...column, head: undefined }));

/** How many people, conversations or ratings the estimate rests on. */
export const countColumn = (
  key: keyof Denominators,
  head: string | undefined = undefined,
  says = `${key} the estimate rests on`
): FigureColumn => ({ key, head, says, kind: 'count', of: ({ estimate }) => estimate[key] });

/** Whether a figure's lowest table has conversations, or ratings. Where it has not, they are unknown and not nought. */
const hasConversations = ({ unit }: Pick<Figure, 'unit'>) => unit === 'conversations' || unit === 'utterances';
const hasRatings = ({ unit }: Pick<Figure, 'unit'>) => unit === 'utterances';

/** What a figure of a metric counted besides people; `of` what. */
export const countedColumns = (of = 'the estimate rests on'): readonly FigureColumn[] => [
  {
    key: 'conversations',
    head: 'Conversations',
    says: `conversations ${of}; empty where answers to the survey are counted`,
    when: hasConversations,
    kind: 'count',
    of: ({ estimate }, figure) => (hasConversations(figure) ? estimate.conversations : null)
  },
  {
    key: 'ratings',
    head: 'Ratings',
    says: `ratings ${of}; empty where no ratings are counted`,
    when: hasRatings,
    kind: 'count',
    of: ({ estimate }, figure) => (hasRatings(figure) ? estimate.ratings : null)
  }
];

/** People, and what else a figure of a metric counted. */
export const countColumns: readonly FigureColumn[] = [countColumn('people', 'People'), ...countedColumns()];

/** The authors' value of the same quantity, in a table where any row has one. */
export const publishedColumn: FigureColumn = {
  key: 'published',
  head: 'Published value',
  says: 'the value that the authors published of the same quantity, on the same scale',
  when: ({ rows }) => rows.some((row) => row.published !== undefined),
  kind: 'value',
  of: (row) => row.published
};

/** How far to trust a row, or why its estimate is hidden; `of` where a chart remarks more than all do. */
export const remarkColumn = <F = NoFields>(
  of: (row: Total<F>, figure: Figure<F>) => string = remark
): FigureColumn<F> => ({
  key: 'remark',
  head: 'Remark',
  says: 'how far to trust the estimate, or why it is hidden',
  kind: 'word',
  of
});

/** The columns of a chart that says one estimate of each group and no more. */
export const groupColumns: readonly FigureColumn[] = [label, ...estimateColumns(), ...countColumns, remarkColumn()];
