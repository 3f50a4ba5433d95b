export { benjaminiHochberg } from './adjust.ts';
export { battleShare, type BattleShare } from './battle-share.ts';
export { differenceOfMeans, differenceOfShares, withinPersonDifference } from './difference.ts';
export { standardDeviationWithin, type Spread } from './effect.ts';
export { CONFIDENCE, NOBODY_SHARED, REASONS } from './estimate.ts';
export type { Contrast, CrossMoments, Estimate, Interval, Moments, Sums, Unestimated } from './estimate.ts';
export { leastSquares, type LeastSquares, type Regressed } from './least-squares.ts';
export { PUBLISHED_TIE, directed, outcome, type Battles } from './battles.ts';
export { bradleyTerry } from './bradley-terry.ts';
export { drawHere, drawnOf, type Draw, type Drawn, type Task } from './draws.ts';
export type { ExplainedDrawn } from './explained-task.ts';
export { mean } from './mean.ts';
export { publishedRankCentrality, rankCentrality, type WinMatrix } from './rank-centrality.ts';
export { firsts, pairDifferences, ranks, type PairDifference, type Rank } from './ranks.ts';
export { DRAWS, FIRST_DRAWS } from './resample.ts';
export { only, separable, splitByOpener, splitByPerson, type Scores } from './score-split.ts';
export { seeded, type Seeded } from './seeded.ts';
export { share } from './share.ts';
export {
  SIMULATED_BATTLES_LABEL,
  simulatedBattleIntervals,
  type SimulatedBattles,
  type SimulatedInterval
} from './simulated-battles.ts';
export { useOfScale, type Use } from './use-of-scale.ts';
export type { GroupedDrawn } from './grouped-task.ts';
export {
  resampledInterval,
  varianceComponents,
  type Resampling,
  type VarianceComponents
} from './variance-components.ts';
export { disagreementOf, shareOfPart, tasteOfGroups } from './taste-shares.ts';
export { middle, simultaneous, type Difference } from './simultaneous.ts';
export { standingInterval } from './standing-interval.ts';
export type {
  RatedReplies,
  SliceStandings,
  SliceTask,
  StandingMethod,
  StandingsDrawn,
  StandingsTask
} from './standings.ts';
export type { Split, VariancesDrawn, VariancesTask } from './variances-task.ts';
export { strictWinRate, winRate } from './win-rate.ts';
