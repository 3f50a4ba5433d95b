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
import type { Chart, Figure } from '../charts/chart.ts';
import type { Selection } from '../selection/index.ts';
import { CITATION, finish } from './answer.ts';

/**
 * Answers a selection of a chart that shows figures printed by the authors; needs no Database. For the build and tests:
 * all its figures are built ahead.
 *
 * @throws TypeError for a chart that is answered by a Database
 */
export function answerPublished(chart: Chart, selection: Selection): Figure {
  if (chart.source !== 'published') throw new TypeError(`${chart.name} is answered by a database`);
  const files = {
    attributes,
    census,
    conversations,
    countries,
    demographics,
    modelRanking,
    neighbourhoods,
    scores,
    topics,
    welfare,
    winMatrix
  };
  return finish(chart, selection, chart.estimate(files, selection), {
    source: 'published',
    version: 'published',
    text: `Published figures of ${CITATION}`
  });
}
