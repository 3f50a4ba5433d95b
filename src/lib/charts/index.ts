import { byGroup } from './by-group.ts';
import type { Selection, Vocabulary } from '../selection/index.ts';
import type { Chart } from './chart.ts';
import { comparison } from './comparison.ts';
import { differenceMap } from './difference-map.ts';
import { leaderboard } from './leaderboard.ts';
import { modelOpponents } from './model-opponents.ts';
import { distribution } from './distribution.ts';
import { modelRankingChart } from './model-ranking.ts';
import { profileAbsent } from './profile-absent.ts';
import { profileModels } from './profile-models.ts';
import { profilePeople } from './profile-people.ts';
import { profileTopics } from './profile-topics.ts';
import { profileWishes } from './profile-wishes.ts';
import { otherRanking } from './other-ranking.ts';
import { robustness } from './robustness.ts';
import { robustnessByGroup } from './robustness-by-group.ts';
import { standingsByGroup } from './standings-by-group.ts';
import { shares } from './shares.ts';
import { valueMap } from './value-map.ts';
import { twoWay } from './two-way.ts';
import { modelStanding } from './model-standing.ts';
import { pairMatrix } from './pair-matrix.ts';
import { pair } from './pair.ts';
import { scoreCharts } from './scores-page.ts';
import { whereFrom } from './where-from.ts';

export { filterWords, rangeWords } from './among.ts';
export { flipWords } from './comparison-words.ts';
export { sideWords } from './side-words.ts';
export type { Assets, Chart, Figure, FigureTable, KeyEntry, KeyMark, Provenance, Row } from './chart.ts';

/** Every chart, the one list that Explore, the prerendered figures and the tests read. */
export const charts: readonly Chart[] = [
  byGroup,
  twoWay,
  comparison,
  differenceMap,
  leaderboard,
  otherRanking,
  robustness,
  standingsByGroup,
  robustnessByGroup,
  distribution,
  shares,
  valueMap,
  modelRankingChart,
  modelStanding,
  modelOpponents,
  pair,
  pairMatrix,
  whereFrom,
  profilePeople,
  profileWishes,
  profileTopics,
  profileModels,
  profileAbsent,
  ...scoreCharts
];

/** @throws RangeError when there is no such chart */
export function chartNamed(name: string): Chart {
  const chart = charts.find((one) => one.name === name);
  if (!chart) throw new RangeError(`No such chart: ${name}`);
  return chart;
}

/** What pages' links may say, each once: several charts may share one. */
export const vocabularies: readonly Vocabulary[] = [...new Set(charts.map(({ vocabulary }) => vocabulary))];

/**
 * The chart that shows a selection of a page.
 *
 * @throws RangeError when none does
 */
export function chartFor(vocabulary: Vocabulary, selection: Selection): Chart {
  const chart = charts.find((one) => one.vocabulary === vocabulary && (one.shows?.(selection) ?? true));
  if (!chart) throw new RangeError('No chart shows this selection');
  return chart;
}
