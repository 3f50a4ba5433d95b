import attributes from '../../../data/published/attributes.json' with { type: 'json' };
import census from '../../../data/published/census.json' with { type: 'json' };
import conversations from '../../../data/published/conversations.json' with { type: 'json' };
import countries from '../../../data/published/countries.json' with { type: 'json' };
import demographics from '../../../data/published/demographics.json' with { type: 'json' };
import modelRanking from '../../../data/published/model_ranking.json' with { type: 'json' };
import neighbourhoods from '../../../data/published/local_neighbourhoods.json' with { type: 'json' };
import scores from '../../../data/published/scores.json' with { type: 'json' };
import welfare from '../../../data/published/welfare.json' with { type: 'json' };
import topics from '../../../data/published/topics.json' with { type: 'json' };
import winMatrix from '../../../data/published/pairwise_win_matrix.json' with { type: 'json' };
import type { PublishedFiles } from '../../../src/lib/charts/published-files.ts';

/** The figures printed by the authors that charts show. */
export const publishedFiles: PublishedFiles = {
  attributes,
  census,
  conversations,
  countries,
  demographics,
  modelRanking,
  neighbourhoods,
  scores,
  welfare,
  topics,
  winMatrix
};
