import { defaultParams, everything, turnChoices, type Selection, type Vocabulary } from '../../selection/index.ts';
import { settingsAhead } from '../changes-ahead.ts';
import { standingParams } from './standing-methods.ts';

const defaults: Selection = { ...everything, by: 'model', params: defaultParams(standingParams) };

/** What a ranking's links may say, of everyone or of two sides: whether they compare says which of its charts shows them. */
export const leaderboardVocabulary: Vocabulary = {
  defaults,
  parts: ['filters', 'compare', 'sample', 'turns', 'minimum'],
  params: standingParams,
  ahead: () => [...settingsAhead(standingParams, defaults.params), ...turnChoices.map((turns) => ({ turns }))]
};
