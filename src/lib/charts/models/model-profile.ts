import { levelsOf, levelKey } from '../../dataset/index.ts';
import { everything, isRange, type Selection, type Vocabulary } from '../../selection/index.ts';
import { pairModels } from './pairs-vocabulary.ts';

/** What the links of a model's own figures may say: the filter that names it. */
export const modelVocabulary = (): Vocabulary => ({
  defaults: ofModel({ ...everything, metric: 'win_share' }, levelKey(levelsOf('model')[0]!)),
  parts: ['filters'],
  params: {}
});

/** A selection of one model's replies. */
export function ofModel(selection: Selection, key: string): Selection {
  return { ...selection, filters: [{ column: 'model', keys: [key], exclude: false }] };
}

/** The one model that a selection is about: its code and its name. */
export function modelOf({ filters }: Selection): { code: number; label: string } {
  const filter = filters.find(({ column }) => column === 'model');
  const key = filter && !isRange(filter) ? filter.keys[0] : undefined;
  const code = Math.max(
    0,
    pairModels.findIndex((model) => model.key === key)
  );
  return { code, label: pairModels[code]!.label };
}
