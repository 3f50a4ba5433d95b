import ranking from '../../../data/published/model_ranking.json' with { type: 'json' };
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
const juries = welfare.results.base.uk.rating.uk_nonmale.schemes;

const jury = ({ mean, p5, p95 }: { mean: number; p5: number; p95: number }) =>
  `${formatValue(mean, 'score')} (nine in ten draws: ${formatInterval(p5, p95, 'score')})`;

/** The doors on the home page; every number is published. */
export const cases: readonly Case[] = [
  {
    name: 'Dialogue diversity',
    question: 'Who talks about what?',
    finding: `Asked to talk about values, people open on relationships in ${formatValue(relationships.estimate, 'share')} more of their conversations than when free to choose. Of ${formatCount(regressions.n_identity_coefficients)} published coefficients for who people are, ${formatCount(regressions.n_identity_significant)} pass p < 0.01; their errors are not clustered by person.`,
    link: '/explore/?metric=topic.managing-relationships&by=conversation_type&v=1',
    linkText: 'Explore topics by type of conversation'
  },
  {
    name: 'Preference diversity',
    question: 'Who prefers whom?',
    finding: `In ${formatCount(ranking.battles.n)} battles of opening replies the scores differ by more than 5 points in ${formatValue(1 - ranking.battles.share_tie, 'share')}. In the rest the two replies are within 5 points and count as a tie.`,
    link: '/explore/?metric=score&by=model&v=1',
    linkText: 'Explore scores by model'
  },
  {
    name: 'Welfare outcomes',
    question: 'Who is served when a few people choose?',
    finding: `When 100 people of the rebalanced UK sample choose a model, everyone who is not a man rates it ${jury(juries.uk_rep_100)} on average; when 100 men choose, ${jury(juries.uk_male_100)}. The range is the spread over 1,000 simulated juries.`,
    link: '/explore/?metric=score&by=gender&sample=uk&v=1',
    linkText: 'Explore scores by gender in the UK sample'
  }
];
