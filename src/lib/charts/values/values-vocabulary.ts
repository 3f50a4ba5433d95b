import { dimensionsOf } from '../../dataset/index.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import type { MomentsQuery } from '../../query/index.ts';

/** What is measured where nothing else is said: it says what may be grouped by, which is what belongs to people. */
const METRIC = 'stated_helpfulness';

const dimensions = dimensionsOf('participants');

/** What links to a figure of sliders may say: whose answers, and its own parameters. */
export function slidersVocabulary(
  params: Params,
  grouping: Partial<Pick<Vocabulary, 'alwaysGrouped'>> | null
): Vocabulary {
  const by = grouping?.alwaysGrouped ? 'age' : null;
  const defaults: Selection = { ...everything, metric: METRIC, by, params: defaultParams(params) };
  return {
    defaults,
    parts: grouping === null ? ['filters', 'sample', 'minimum'] : ['by', 'filters', 'sample', 'minimum'],
    ...(grouping === null ? {} : { ...grouping, dimensions }),
    params,
    ahead: () => []
  };
}

/** The query for the sums of a slider, by groups or over all people. */
export const sliderMoments = (
  column: string,
  { filters, sample, turns }: Selection,
  by: readonly string[] = []
): MomentsQuery => ({ kind: 'moments', metric: column, by, filters, sample, turns });
