import { byGroup } from './explore/by-group.ts';
import type { Selection, Vocabulary } from '../selection/index.ts';
import type { Chart } from './chart.ts';
import { comparison } from './explore/comparison.ts';
import { differenceMap } from './explore/difference-map.ts';
import { leaderboard } from './models/leaderboard.ts';
import { modelOpponents } from './models/model-opponents.ts';
import { distribution } from './explore/distribution.ts';
import { modelRankingChart } from './models/model-ranking.ts';
import { profileAbsent } from './places/profile-absent.ts';
import { profileModels } from './places/profile-models.ts';
import { profilePeople } from './places/profile-people.ts';
import { profileTopics } from './places/profile-topics.ts';
import { profileWishes } from './places/profile-wishes.ts';
import { otherRanking } from './models/other-ranking.ts';
import { robustness } from './models/robustness.ts';
import { robustnessByGroup } from './models/robustness-by-group.ts';
import { standingsByGroup } from './models/standings-by-group.ts';
import { shares } from './explore/shares.ts';
import { valueMap } from './explore/value-map.ts';
import { twoWay } from './explore/two-way.ts';
import { modelStanding } from './models/model-standing.ts';
import { pairMatrix } from './models/pair-matrix.ts';
import { pair } from './models/pair.ts';
import { scoreCharts } from './scores/scores-page.ts';
import { whereFrom } from './places/where-from.ts';

export { filterWords, rangeWords } from './words/among.ts';
export { flipWords } from './explore/comparison-words.ts';
export { sideWords } from './words/side-words.ts';
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
