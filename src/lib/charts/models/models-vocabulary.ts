import type { Selection, Vocabulary } from '../../selection/index.ts';
import { standingsByGroup } from './standings-by-group.ts';

/** What the links of the Models page may say: its figures share one link, and each reads its own part of it. */
export const modelsVocabulary: Vocabulary = standingsByGroup.vocabulary;

/** Three turns of the page’s question, each a change of the default view. */
export const modelTurns: readonly { readonly words: string; readonly change: Partial<Selection> }[] = [
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
