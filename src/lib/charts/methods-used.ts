import type { Figure } from './chart.ts';

interface UsedMethod {
  /** As the comment on its code names it. */
  readonly title: string;
  /** Charts by name whose numbers it may make. */
  readonly charts: readonly string[];
  /** Whether it makes those of a figure of theirs, where it does not make all. */
  readonly when?: (figure: Figure) => boolean;
}

const groups = ['by-group', 'two-way', 'value-map'];
const sides = ['comparison', 'difference-map'];
const standings = ['leaderboard', 'models-by-group', 'standings-of-sides', 'robustness', 'robustness-by-group'];
const battles = ['model-standing', 'model-opponents', 'pair', 'pair-matrix', 'profile-models', ...standings];
const tastes = ['whose-taste', 'taste-by-group'];

const median = ({ method, axis }: Figure) => /\bmedian/i.test(`${method} ${axis}`);
const share = ({ scale, axis }: Figure) => scale === 'share' || /percentage points|\bshare\b/i.test(axis);
const mean = (figure: Figure) => !median(figure) && !share(figure);
/** Rankings by one of some methods, as links name them. */
const ranked =
  (...methods: readonly string[]) =>
  ({ selection }: Figure) =>
    methods.includes(selection.params['method'] ?? '');

const used: readonly UsedMethod[] = [
  { title: 'Mean', charts: [...groups, 'distribution', 'score-by-turn', 'reply-marks'], when: mean },
  { title: 'Mean on a scale with ends', charts: [...groups, 'sliders-by-group', 'profile-wishes'], when: mean },
  {
    title: 'Share',
    charts: [...groups, 'shares', 'profile-people', 'profile-topics', 'topic-sizes', 'left-after'],
    when: share
  },
  { title: 'Median', charts: [...groups, 'distribution'], when: median },
  { title: 'Difference of two means', charts: [...sides, 'profile-wishes', 'score-by-turn'], when: mean },
  { title: 'Difference of two shares', charts: [...sides, 'profile-topics'], when: share },
  { title: 'Difference of two medians', charts: sides, when: median },
  { title: 'Within-person difference', charts: ['comparison'] },
  { title: 'Size of a difference', charts: sides },
  { title: 'Test of any difference between groups that share nobody', charts: [...groups, 'shares'] },
  { title: 'Test of any difference between groups that share people', charts: [...groups, 'shares'] },
  { title: 'Over- and under-represented topics', charts: ['topic-tilts'] },
  {
    title: 'Adjustment for several tests (Benjamini–Hochberg)',
    charts: ['topic-tilts', 'pair-matrix', 'comparison', 'set-apart', 'composed']
  },
  { title: 'Share of battles won', charts: ['pair', 'pair-matrix', 'model-opponents'] },
  { title: 'Battles', charts: battles, when: (figure) => !ranked('mean-score', 'mean-z', 'chosen')(figure) },
  { title: 'Mean win rate', charts: battles, when: ranked('win-rate', '') },
  { title: 'Strict win rate (legacy)', charts: standings, when: ranked('strict-win-rate') },
  {
    title: 'Rank centrality',
    charts: ['model-ranking', ...standings],
    when: (figure) => ranked('rank-centrality', 'published-rank-centrality', '')(figure)
  },
  {
    title: 'Rank centrality as published',
    charts: ['model-ranking', ...standings],
    when: (figure) => ranked('rank-centrality', 'published-rank-centrality', '')(figure)
  },
  { title: 'Bradley–Terry', charts: standings, when: ranked('bradley-terry') },
  { title: 'Ranks', charts: [...standings, 'model-standing'] },
  { title: 'Simultaneous intervals (max-t)', charts: standings },
  { title: 'Intervals by resampling participants', charts: standings },
  { title: 'Intervals of rank centrality from simulated battles', charts: ['model-ranking'] },
  { title: 'Use of the scale (expressivity and centrality)', charts: ['scale-use'] },
  { title: 'Scores explained (least squares, clustered by person)', charts: ['scores-explained', 'score-by-length'] },
  { title: 'Variance components (REML)', charts: [...tastes, 'disagreement'] },
  { title: 'Shares of the variance', charts: ['whose-taste'] },
  { title: 'Taste that goes with groups', charts: tastes },
  { title: 'Disagreement about models', charts: ['disagreement'] },
  { title: 'Slope within people', charts: ['rewarded'] },
  { title: 'Orders of groups', charts: ['value-orders'] },
  { title: 'Correlation (clustered by person)', charts: ['correlations'] },
  { title: 'One person among the others', charts: ['sliders-by-group'] },
  { title: 'Representativeness', charts: ['representation'] },
  { title: 'Regression composed by the reader', charts: ['composed'] },
  { title: 'Juries drawn by lot', charts: ['juries'] },
  { title: 'How a jury decides, model by model', charts: ['juries'] },
  { title: 'How a jury decides, pair by pair', charts: ['juries'] },
  { title: 'Welfare of a population under a model', charts: ['juries'] },
  { title: 'Held-out juries', charts: ['juries'] },
  { title: 'Interval of what juries do for people', charts: ['juries'] }
];

/** Methods that make a figure's numbers, by the titles under which the page of methods has them. */
export const methodsOf = (figure: Figure): readonly string[] =>
  used
    .filter(({ charts, when }) => charts.includes(figure.chart) && (when?.(figure) ?? true))
    .map(({ title }) => title);

/** Charts by name that each method makes numbers for, by its title. */
export const chartsByMethod: ReadonlyMap<string, readonly string[]> = new Map(
  used.map(({ title, charts }) => [title, charts])
);
