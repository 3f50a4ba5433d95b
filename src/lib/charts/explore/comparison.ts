import { findColumn, type Undocumented, decapitalise } from '../../dataset/index.ts';
import type { Selection } from '../../selection/index.ts';
import { arrange } from './arrange.ts';
import type { DatabaseChart, Estimated, RawRow } from '../chart.ts';
import { compared, comparedContent } from './comparison-content.ts';
import { comparisonColumns, comparedTotals, withOverall } from './comparison-columns.ts';
import {
  comparedRow,
  comparisonFields,
  holds,
  metricOf,
  overallDifference,
  sidesQueries,
  sumsByScale,
  totalOf,
  type ComparisonFields,
  type SidesAnswers,
  type SidesAsked
} from './comparison-rows.ts';
import {
  medianQueries,
  sidesMedians,
  withMedians,
  type MediansAnswers,
  type MediansAsked
} from './comparison-medians.ts';
import { describe, question } from './comparison-words.ts';
import { differencePlot } from '../forms/difference-plot.ts';
import { dumbbell } from '../forms/dumbbell.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { comparesMedians, medianAxis } from '../rows/medians.ts';
import { groupsOf } from '../rows/metric-rows.ts';
import { comparisonHeadline } from './comparison-headline.ts';

type Asked = SidesAsked & MediansAsked;

function estimate(
  answers: SidesAnswers & MediansAnswers,
  asked: Selection,
  extra: Undocumented
): Estimated<ComparisonFields> {
  const selection = compared(asked);
  const { by } = selection;
  const { all, groups } = sumsByScale(selection, answers);
  const medians = comparesMedians(selection) ? sidesMedians(answers) : null;
  const shown = (row: RawRow<ComparisonFields>, code?: number) =>
    medians ? withMedians(row, metricOf(selection), medians, code) : row;
  const means = overallDifference(selection, all);
  const overall = means && shown(means);
  const listed =
    by === null
      ? overall
        ? [overall]
        : []
      : groupsOf(by, extra).flatMap((group, code) =>
          groups.has(code) ? [shown(comparedRow(selection, group, groups.get(code)!), code)] : []
        );
  const rowsAre = by === null ? 'Group' : findColumn(by)!.column.label;
  // Where all together are the same by construction, their sums still count who is there.
  return comparedContent(selection, totalOf(selection, answers), { overall, listed, rowsAre }, extra);
}

/**
 * A against B, or against everyone else, by any dimension: both sides on the scale of what is measured, or, where asked
 * for, their differences about a line of none.
 */
export const comparison: DatabaseChart<ComparisonFields, Asked> = {
  name: 'comparison',
  label: 'Two sides compared',
  vocabulary: exploreVocabulary,
  shows: (selection) => exploreForm(selection) === 'comparison',
  source: 'database',
  needs: [],
  fields: comparisonFields,
  columns: comparisonColumns,
  queries(asked) {
    const selection = compared(asked);
    const sums = sidesQueries(selection);
    return comparesMedians(selection) ? { ...sums, ...medianQueries(selection) } : sums;
  },
  estimate,
  arrange,
  question(asked, extra) {
    const by = asked.by === null ? null : decapitalise(findColumn(asked.by)!.column.label);
    return question(compared(asked), by, extra);
  },
  headline: comparisonHeadline,
  describe,
  totals: comparedTotals,
  plot(plot, figure, width) {
    const { selection } = figure;
    const rows = withOverall(figure);
    if (selection.params.sides === 'differences') return differencePlot(plot, { ...figure, rows }, width);
    const metric = metricOf(selection);
    const axis = comparesMedians(selection) ? medianAxis(metric) : metric.axis;
    return dumbbell(plot, { ...figure, axis, rows }, width, (row) => holds(row, selection));
  }
};
