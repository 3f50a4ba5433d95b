import { levelKey, levelsOf, sampleFlag } from '../../dataset/index.ts';
import type { Filter, Selection, Vocabulary } from '../../selection/index.ts';
import { standingsByGroup } from './standings-by-group.ts';

/**
 * What the links of the Models page may say: its figures share one link, and each reads its own part of it. Two sides are
 * what its first ranking compares.
 */
export const modelsVocabulary: Vocabulary = {
  ...standingsByGroup.vocabulary,
  parts: [...standingsByGroup.vocabulary.parts, 'compare']
};

const ukSample = sampleFlag('uk', 'utterances');
const ofUkSample: Filter = {
  column: ukSample,
  exclude: false,
  keys: levelsOf(ukSample).flatMap((level) => (level.value === true ? [levelKey(level)] : []))
};

/** Turns of the page’s question, each a change of the default view. */
export const modelTurns: readonly { readonly words: string; readonly change: Partial<Selection> }[] = [
  {
    words: 'The UK census sample beside everyone else',
    change: { compare: { a: [ofUkSample], b: null } }
  },
  {
    words: 'Makers: people over 55 beside people under 35',
    change: {
      compare: {
        a: [{ column: 'age', exclude: false, keys: ['55-64', '65-plus'] }],
        b: [{ column: 'age', exclude: false, keys: ['18-24', '25-34'] }]
      },
      params: { ...modelsVocabulary.defaults.params, unit: 'family' }
    }
  },
  {
    words: 'Only conversations about controversy',
    change: { filters: [{ column: 'conversation_type', exclude: false, keys: ['controversy-guided'] }] }
  },
  { words: 'Makers instead of models', change: { params: { ...modelsVocabulary.defaults.params, unit: 'family' } } },
  {
    words: 'The published method, as a strength',
    change: { params: { ...modelsVocabulary.defaults.params, method: 'rank-centrality' } }
  }
];
