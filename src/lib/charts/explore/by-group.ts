import {
  decapitalise,
  findColumn,
  findMetric,
  formatValue,
  placeOf,
  placePath,
  type Dimension,
  type Undocumented
} from '../../dataset/index.ts';
import type { Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { AnswersTo, DatabaseChart, Estimated, NoFields, Row, Unsaid } from '../chart.ts';
import { groupColumns } from '../columns/row-columns.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { contentOf, groupsOf, hiddenMissing, metricRow, momentsBy, narrowed, withoutMissing } from './metric-rows.ts';
import { overallSentence, silence, spread } from '../words/metric-words.ts';

/** Everybody, and the groups where there are any. */
type Asked = { readonly all: Query; readonly groups?: Query };

function queries(selection: Selection): Asked {
  const { by } = selection;
  const all = momentsBy(selection, []);
  return by === null ? { all } : { all, groups: momentsBy(selection, [by]) };
}

/** Nominal groups by value; few people are never ranked and follow as listed, then what is missing, then the hidden. */
export function arrange(rows: readonly Row[], { by, params }: Selection): readonly Row[] {
  const column = by === null ? null : (findColumn(by)!.column as Dimension);
  if (!column || (column.kind === 'category' && column.ordered) || params.order !== 'value') return rows;
  const rank = ({ estimate, missing }: Row) => (!estimate.shown ? 3 : missing ? 2 : estimate.level === 'few' ? 1 : 0);
  const value = ({ estimate }: Row) => (estimate.shown ? estimate.value : 0);
  return [...rows].sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? value(b) - value(a) : 0));
}

function estimate(answers: AnswersTo<Asked>, selection: Selection, extra: Undocumented): Estimated {
  const metric = findMetric(selection.metric)!;
  const content = contentOf(metric, selection, answers.all[0], extra);
  const { by } = selection;
  if (by === null) return { ...content, rowsAre: 'Group', rows: [content.overall] };
  const sums = new Map((answers.groups ?? []).map((row) => [row.g0!, row]));
  const rows = groupsOf(by, extra).flatMap((group, code) =>
    sums.has(code) ? [metricRow(metric, group, sums.get(code))] : []
  );
  return {
    ...content,
    rowsAre: findColumn(by)!.column.label,
    rows: withoutMissing(rows, selection),
    omitted: hiddenMissing(rows, selection)
  };
}

function describe(figure: Unsaid): string {
  const nothing = silence(figure);
  if (nothing !== null) return nothing;
  const start = overallSentence(figure);
  const { overall, selection } = figure;
  if (selection.by === null || !(overall!.estimate.shown || findMetric(selection.metric)!.relative)) return start;
  return `${start} ${spread(figure, decapitalise(figure.rowsAre))}`;
}

/** Any metric by any dimension, as dots with intervals: Explore's first chart. */
export const byGroup: DatabaseChart<NoFields, Asked> = {
  name: 'by-group',
  label: 'Groups compared',
  vocabulary: exploreVocabulary,
  source: 'database',
  shows: (selection) => exploreForm(selection) === 'by-group',
  needs: [],
  queries,
  estimate,
  arrange,
  describe,
  columns: groupColumns,
  totals: ({ overall, selection }) => (selection.by !== null && overall ? [overall] : []),
  page(row, { selection: { by } }) {
    const place = by === null ? undefined : placeOf(by, row.key);
    return place ? placePath(place) : null;
  },
  plot(plot, figure, width) {
    const all = figure.overall?.estimate;
    const reference =
      all?.shown && figure.selection.by !== null
        ? {
            value: all.value,
            label: `${narrowed(figure.selection) ? 'all of these' : 'everyone'} ${formatValue(all.value, figure.scale)}`
          }
        : null;
    return dotInterval(plot, figure, width, { right: peopleAtRight, reference, published: null });
  }
};
