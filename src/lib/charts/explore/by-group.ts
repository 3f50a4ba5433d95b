import {
  decapitalise,
  findColumn,
  findMetric,
  formatValue,
  placeOf,
  placePath,
  type Undocumented
} from '../../dataset/index.ts';
import type { Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { AnswersTo, DatabaseChart, Estimated, NoFields, RawTotal, Unsaid } from '../chart.ts';
import { groupColumns } from '../columns/row-columns.ts';
import { atRight, dotInterval } from '../forms/dot-interval.ts';
import { arrange } from './arrange.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { contentOf, hiddenMissing } from '../words/metric-content.ts';
import { crowdedNote } from '../rows/crowded.ts';
import { byMedian, isMedian, mediansBy, mediansOf } from '../rows/medians.ts';
import { groupsOf, metricRow, narrowed, withoutMissing } from '../rows/metric-rows.ts';
import { momentsBy } from '../rows/moments.ts';
import { wholeScale } from '../rows/whole-scale.ts';
import { groupsJudged, judgedBy } from '../rows/verdicts.ts';
import { verdictHeadline, verdictSentence } from '../words/verdict-words.ts';
import { overallSentence, silence, spread, tooSmall, questionOf } from '../words/metric-words.ts';

/** Everybody, and the groups where there are any. */
type Asked = { readonly all: Query; readonly groups?: Query; readonly middle?: Query; readonly middles?: Query };

function queries(selection: Selection): Asked {
  const { by } = selection;
  const all = momentsBy(selection, []);
  const groups = by === null ? {} : { groups: momentsBy(selection, [by]) };
  if (!isMedian(selection)) return { all, ...groups };
  const middles = by === null ? {} : { middles: mediansBy(selection, [by]) };
  return { all, ...groups, middle: mediansBy(selection, []), ...middles };
}

function estimate(answers: AnswersTo<Asked>, selection: Selection, extra: Undocumented): Estimated {
  const metric = findMetric(selection.metric)!;
  const content = contentOf(metric, selection, answers.all[0], extra, answers.middle);
  const { by } = selection;
  const notesOn = (rows: readonly RawTotal[]) => {
    const crowded = crowdedNote(metric, rows, selection.minimum);
    return crowded === undefined ? content.notes : [crowded, ...content.notes];
  };
  if (by === null) {
    return { ...content, rowsAre: 'Group', rows: [content.overall], notes: notesOn([content.overall]) };
  }
  const medians = answers.middles ? mediansOf(answers.middles) : null;
  const sums = new Map((answers.groups ?? []).map((row) => [row.g0!, row]));
  const rows = groupsOf(by, extra).flatMap((group, code) =>
    sums.has(code) ? [byMedian(metricRow(metric, group, sums.get(code)), metric, medians, sums.get(code))] : []
  );
  return {
    ...content,
    rowsAre: findColumn(by)!.column.label,
    rows: withoutMissing(rows, selection),
    notes: notesOn(withoutMissing(rows, selection)),
    omitted: hiddenMissing(rows, selection)
  };
}

function describe(figure: Unsaid): string {
  const nothing = silence(figure);
  if (nothing !== null) return nothing;
  const start = overallSentence(figure);
  const { overall, selection } = figure;
  if (selection.by === null || !(overall!.estimate.shown || findMetric(selection.metric)!.relative)) return start;
  if (judgedBy(selection) === null) return `${start} ${spread(figure, decapitalise(figure.rowsAre))}`;
  return [start, verdictSentence(figure), tooSmall(figure.rows)].filter(Boolean).join(' ');
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
  verdict: groupsJudged,
  headline: verdictHeadline,
  question: (selection, extra) => questionOf(findMetric(selection.metric)!, selection, extra),
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
    const { metric, params } = figure.selection;
    const whole = params.axis === 'whole' ? wholeScale(findMetric(metric)!) : null;
    return dotInterval(plot, figure, width, { ...atRight(figure, width), reference, published: null, whole });
  }
};
