import ranking from '../../../data/published/model_ranking.json' with { type: 'json' };
import winMatrix from '../../../data/published/pairwise_win_matrix.json' with { type: 'json' };
import regressions from '../../../data/published/topic_regressions.json' with { type: 'json' };
import welfare from '../../../data/published/welfare.json' with { type: 'json' };
import { formatCount, formatInterval, formatValue } from '../dataset/index.ts';

/** One of the three cases PRISM's paper makes: a question, a published finding, and where to go on. */
export interface Case {
  readonly name: string;
  readonly question: string;
  readonly finding: string;
  /** Path and search below the site's base. */
  readonly link: string;
  readonly linkText: string;
}

const relationships = regressions.coefficients.find(
  ({ topic, term }) => topic === 'Managing Relationships' && term === 'conversation_typevalues guided'
)!;
const strengths = Object.values(winMatrix.CORRECTED_rank_centrality_alpha1).sort((a, b) => b - a);
const times = (strength: number) => `${formatValue(strength / ranking.uniform_score, 'score')} times`;
const juries = welfare.results.base.uk.rating.uk_nonmale.schemes;

const jury = ({ mean, p5, p95 }: { mean: number; p5: number; p95: number }) =>
  `${formatValue(mean, 'score')} (nine in ten draws: ${formatInterval(p5, p95, 'score')})`;

/** The doors on the home page; every number is published. */
export const cases: readonly Case[] = [
  {
    name: 'Dialogue diversity',
    question: 'Who talks about what?',
    finding: `Asked to talk about values, people open on relationships ${formatCount(Math.round(relationships.estimate * 100))} percentage points more often than when free to choose, other things held equal (published without an interval). Of ${formatCount(regressions.n_identity_coefficients)} published coefficients for who people are, ${formatCount(regressions.n_identity_significant)} pass p < 0.01, where about ${formatCount(Math.round(regressions.n_identity_coefficients / 100))} would by chance; errors are not clustered by person.`,
    link: '/topics/',
    linkText: 'See which groups bring up which topics'
  },
  {
    name: 'Preference diversity',
    question: 'Which models do people prefer?',
    finding: `In ${formatCount(ranking.battles.n)} published battles of opening replies, the strongest of the 21 models has ${times(strengths[0]!)} an equal share of strength and the weakest ${times(strengths.at(-1)!)}; ${formatValue(ranking.battles.share_tie, 'share')} of battles are ties. The ranking above has the intervals.`,
    link: '/explore/?metric=score&by=model&v=1',
    linkText: 'Explore scores by model'
  },
  {
    name: 'Welfare outcomes',
    question: 'Who is served when a few people choose?',
    finding: `When 100 people of the rebalanced UK sample choose a model, the people of the sample who are not men rate it ${jury(juries.uk_rep_100)} on average; when 100 men choose, ${jury(juries.uk_male_100)}. The range is the spread over 1,000 simulated juries.`,
    link: '/juries/',
    linkText: 'Draw juries, and see whom they serve'
  }
];
