import {
  findColumn,
  findMetric,
  formatEstimate,
  formatInterval,
  type Metric,
  type NumberColumn
} from '../../dataset/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { FigureColumn, Figure, Spread, Total } from '../chart.ts';
import { countColumns, estimateColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { isMedian, medianAxis } from '../rows/medians.ts';
import { classWords, classesOf, spikesOf, type AnswerClasses } from '../rows/answer-classes.ts';

/** How a row's answers fall. */
export const distributionFields = { fall: 'spreads' } as const;

export type Distribution = typeof distributionFields;

type Group = Total<Distribution>;

export const measuredColumn = (metric: Metric) => findColumn(metric.column)!.column as NumberColumn;

interface ClassShare {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The share of a class; null where there is no such class. */
function classIn(spread: Spread | undefined, from: number): ClassShare | null {
  const at = spread?.from.indexOf(from) ?? -1;
  if (!spread || at < 0) return null;
  return { value: spread.shares[at]!, low: spread.low[at]!, high: spread.high[at]! };
}

/** The share of a value of its own that stands out; null where a row has too few people for it to be told. */
export const spikeIn = ({ estimate, fall }: Group, value: number): ClassShare | null =>
  estimate.shown && estimate.level === 'plain' ? classIn(fall?.finest, value) : null;

/** `12 % (10 % to 14 %)` */
export const writtenShare = (share: ClassShare | null): string =>
  share ? `${formatEstimate(share, 'share')} (${formatInterval(share.low, share.high, 'share')})` : '';

/** Everybody, below the groups. */
export const distributionTotals = ({
  overall,
  selection
}: Pick<Figure<Distribution>, 'overall' | 'selection'>): readonly Group[] =>
  selection.by !== null && overall ? [overall] : [];

const withEverybody = (figure: Figure<Distribution>): readonly Group[] => [
  ...figure.rows,
  ...distributionTotals(figure)
];

/** A class of answers that is told: its name, its words in a figure, and its share in a row. */
interface Told {
  readonly key: string;
  readonly says: string;
  readonly head: (figure: Figure<Distribution>) => string;
  readonly when: (figure: Figure<Distribution>) => boolean;
  readonly of: (row: Group, figure: Figure<Distribution>) => ClassShare | null;
}

const metricColumn = ({ selection }: Pick<Figure, 'selection'>) => measuredColumn(findMetric(selection.metric)!);

/** Most classes that a table has. */
const MOST_CLASSES = 13;

/** The classes that all rows have alike: single values where there are few of them and many people, else the broadest. */
function alike(figure: Figure<Distribution>): { readonly classes: AnswerClasses; readonly of: 'finest' | 'coarse' } {
  const { plain, wide, few } = classesOf(metricColumn(figure));
  const fine = plain.single && wide.single && plain.from.length <= MOST_CLASSES;
  return fine && withEverybody(figure).every(({ estimate }) => !estimate.shown || estimate.level !== 'few')
    ? { classes: plain, of: 'finest' }
    : { classes: few, of: 'coarse' };
}

/** The classes that all rows have alike; those that any row has answers in. */
const broad = Array.from({ length: MOST_CLASSES }, (_, i): Told => {
  const share = ({ fall }: Group, figure: Figure<Distribution>) => {
    const { classes, of } = alike(figure);
    const from = classes.from[i];
    return from === undefined ? null : classIn(fall?.[of], from);
  };
  return {
    key: `class_${i + 1}`,
    says: 'share of the answers in that class',
    head: (figure) => classWords(alike(figure).classes, i, metricColumn(figure)),
    when: (figure) => withEverybody(figure).some((row) => (share(row, figure)?.value ?? 0) > 0),
    of: share
  };
});

/** Single values that stand out on a long scale. */
const single = (['lowest', 'middle', 'highest'] as const).map((key, i): Told => {
  const value = (figure: Figure) => spikesOf(metricColumn(figure))[i];
  return {
    key,
    says: `share of the answers that are the ${key} value`,
    head: (figure) => `Exactly ${value(figure)}`,
    when: (figure) => value(figure) !== undefined,
    of: (row, figure) => spikeIn(row, value(figure)!)
  };
});

const told = [...broad, ...single];

/** A class of answers in the table; files have it in rows of its own, with its interval. */
const classColumn = ({ key, says, head, when, of }: Told): FigureColumn<Distribution> => ({
  key,
  head,
  says,
  when,
  file: false,
  kind: 'share',
  of: (row, figure) => of(row, figure)?.value,
  text: (row, figure) => writtenShare(of(row, figure))
});

/** What is told of each group besides how its answers fall: its mean, or its median where these are shown. */
export function axisOf(selection: Selection): string {
  const metric = findMetric(selection.metric)!;
  return isMedian(selection) ? medianAxis(metric) : metric.axis;
}

/** What a chart of all answers to a number says of each group. */
export const distributionColumns: readonly FigureColumn<Distribution>[] = [
  label,
  ...estimateColumns(({ selection }) => axisOf(selection)),
  ...told.map(classColumn),
  ...countColumns,
  remarkColumn()
];

/** The share of each class in each group that is shown, as rows. */
export function parts(figure: Figure<Distribution>) {
  const classes = told.filter(({ when }) => when(figure));
  const rows = withEverybody(figure).flatMap((row) =>
    classes.flatMap(({ key: name, head, of }): Group[] => {
      const { key, label, missing, estimate } = row;
      const share = of(row, figure);
      if (!share || !estimate.shown) return [];
      const { level, people, conversations, ratings } = estimate;
      return [
        {
          ...{ key: `${key}.${name.replaceAll('_', '-')}`, label: `${label} · ${head(figure)}`, missing },
          estimate: { shown: true, level, people, conversations, ratings, ...share }
        }
      ];
    })
  );
  return { rowsAre: `${figure.rowsAre} and answer`, axis: 'Share of the answers', scale: 'share', rows } as const;
}
