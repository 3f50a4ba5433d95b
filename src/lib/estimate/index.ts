export { benjaminiHochberg } from './sums/adjust.ts';
export { battleShare, type BattleShare } from './sums/battle-share.ts';
export { boundedMean, type Ends } from './sums/bounded-mean.ts';
export { differenceOfMeans, differenceOfShares, withinPersonDifference } from './sums/difference.ts';
export { standardDeviationWithin, type SumsAround } from './sums/effect.ts';
export { CONFIDENCE, NOBODY_SHARED, REASONS } from './estimate.ts';
export type { Contrast, CrossMoments, Estimate, Interval, Moments, Sums, Unestimated } from './estimate.ts';
export { juryRules, type JuryRule } from './juries/ballots.ts';
export { JURIES, SPLITS } from './juries/jury-counts.ts';
export type { JuriesComputed, JuriesTask, JuriesJudged, SchemeOutcomes } from './juries/juries-task.ts';
export type { Welfare } from './juries/welfare.ts';
export { leastSquares, type LeastSquares, type Regressed } from './regression/least-squares.ts';
export { PUBLISHED_TIE, directed, outcome, type Battles } from './rankings/battles.ts';
export { bradleyTerry } from './rankings/bradley-terry.ts';
export { computeHere, computedOf, type Compute, type Computed, type Task } from './task.ts';
export type { Coefficient, ComposedComputed, ComposedTask, Term } from './regression/composed-task.ts';
export type { ExplainedComputed } from './regression/explained-task.ts';
export { mean } from './sums/mean.ts';
export { median, type Steps } from './sums/median.ts';
export { differenceOfMedians } from './sums/median-difference.ts';
export { publishedRankCentrality, rankCentrality, type WinMatrix } from './rankings/rank-centrality.ts';
export type { Rank } from './rankings/ranks.ts';
export type { MemberCondition } from './rankings/members.ts';
export type { StandingContrast } from './rankings/contrasts.ts';
export type { Held, OrderSizes } from './rankings/orders.ts';
export { STANDING_RESAMPLES, FIRST_STANDING_RESAMPLES } from './resampling/resample.ts';
export { only, separable, splitByOpener, splitByPerson, type Scores } from './variances/score-split.ts';
export { seeded, type Seeded } from './resampling/seeded.ts';
export { share } from './sums/share.ts';
export {
  SIMULATED_BATTLES_LABEL,
  simulatedBattleIntervals,
  type SimulatedBattles,
  type SimulatedInterval
} from './rankings/simulated-battles.ts';
export { useOfScale, type Use } from './sums/use-of-scale.ts';
export type { GroupedComputed } from './sums/grouped-task.ts';
export type {
  RatedReplies,
  Ranking,
  RankingTask,
  SliceCounts,
  SliceStandings,
  SliceTask,
  StandingMethod,
  StandingsComputed,
  StandingsTask
} from './rankings/standings.ts';
export type { CorrelationsTask } from './sliders/correlations-task.ts';
export { nearness, oneAmong, type Nearness } from './sliders/one-among.ts';
export type { OrdersTask } from './sliders/orders-task.ts';
export { representativeness } from './representation/representativeness.ts';
export type { RewardedTask } from './sliders/rewarded-task.ts';
export type { Slope } from './sliders/within-slopes.ts';
export type { Tilt, TiltsComputed, TiltsTask } from './tilts/tilts-task.ts';
export type { Apart } from './verdicts/apart.ts';
export type { PeopleRows } from './verdicts/people-rows.ts';
export { saying, type Saying } from './verdicts/saying.ts';
export { PERMUTATIONS, type VerdictComputed, type VerdictTask } from './verdicts/verdict-task.ts';
export type { Trend, Verdict } from './verdicts/verdict.ts';
export type { Answered, Split, VariancesComputed, VariancesTask } from './variances/variances-task.ts';
export { strictWinRate, winRate } from './rankings/win-rate.ts';
