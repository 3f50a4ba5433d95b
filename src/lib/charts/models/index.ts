import type { Chart } from '../chart.ts';
import { leaderboard } from './leaderboard.ts';
import { modelRankingChart } from './model-ranking.ts';
import { otherRanking } from './other-ranking.ts';
import { robustness } from './robustness.ts';
import { robustnessByGroup } from './robustness-by-group.ts';
import { standingsByGroup } from './standings-by-group.ts';
import { standingsOfSides } from './standings-of-sides.ts';

export { modelTurns, modelsVocabulary } from './models-vocabulary.ts';

/** The figures of the Models page, by what the page calls them. */
export const modelsCharts = {
  published: modelRankingChart,
  ranking: leaderboard,
  robust: robustness,
  groups: standingsByGroup,
  robustGroups: robustnessByGroup,
  elsewhere: otherRanking
} as const satisfies Readonly<Record<string, Chart>>;

/** What the page's first ranking is shown as: of everyone, or of two sides. */
export const rankingCharts: readonly Chart[] = [leaderboard, standingsOfSides];
