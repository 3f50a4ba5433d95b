import type attributes from '../../../data/published/attributes.json';
import type census from '../../../data/published/census.json';
import type conversations from '../../../data/published/conversations.json';
import type countries from '../../../data/published/countries.json';
import type demographics from '../../../data/published/demographics.json';
import type modelRanking from '../../../data/published/model_ranking.json';
import type neighbourhoods from '../../../data/published/local_neighbourhoods.json';
import type scores from '../../../data/published/scores.json';
import type welfare from '../../../data/published/welfare.json';
import type topics from '../../../data/published/topics.json';
import type winMatrix from '../../../data/published/pairwise_win_matrix.json';

/** Figures printed by the authors that charts show; read at build time only, so that no page carries them. */
export interface PublishedFiles {
  readonly attributes: typeof attributes;
  readonly census: typeof census;
  readonly conversations: typeof conversations;
  readonly countries: typeof countries;
  readonly demographics: typeof demographics;
  readonly modelRanking: typeof modelRanking;
  readonly neighbourhoods: typeof neighbourhoods;
  readonly scores: typeof scores;
  readonly welfare: typeof welfare;
  readonly topics: typeof topics;
  readonly winMatrix: typeof winMatrix;
}
