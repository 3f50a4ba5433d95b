import { findColumn, type Undocumented } from '../../dataset/index.ts';
import type { Answer } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import { arrange } from './by-group.ts';
import type { ListedChart, Estimated } from '../chart.ts';
import { compared, comparedContent } from './comparison-content.ts';
import { comparedRow, overallDifference, sidesQueries, sumsByScale } from './comparison-rows.ts';
import { describe, table, withOverall } from './comparison-words.ts';
import { differencePlot } from '../forms/difference-plot.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { groupsOf } from './metric-rows.ts';

function estimate(answers: readonly Answer[], asked: Selection, extra: Undocumented): Estimated {
  const selection = compared(asked);
  const { by } = selection;
  const { all, groups } = sumsByScale(selection, answers);
  const overall = overallDifference(selection, all);
  const listed =
    by === null
      ? overall
        ? [overall]
        : []
      : groupsOf(by, extra).flatMap((group, code) =>
          groups.has(code) ? [comparedRow(selection, group, groups.get(code)!)] : []
        );
  // Where all together are the same by construction, its first answer still counts who is there.
  const total = answers[0]?.[0] ?? {};
  const rowsAre = by === null ? 'Group' : findColumn(by)!.column.label;
  return comparedContent(selection, total, { overall, listed, rowsAre }, extra);
}

/** A against B, or against everyone else, by any dimension: differences with intervals about a line of no difference. */
export const comparison: ListedChart = {
  name: 'comparison',
  label: 'Two sides compared',
  vocabulary: exploreVocabulary,
  shows: (selection) => exploreForm(selection) === 'comparison',
  source: 'database',
  needs: [],
  queries: (selection) => sidesQueries(compared(selection)),
  estimate,
  arrange,
  describe,
  table,
  plot: (plot, figure, width) => differencePlot(plot, { ...figure, rows: withOverall(figure) }, width)
};
