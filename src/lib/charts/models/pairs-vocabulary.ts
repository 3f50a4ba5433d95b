import { dimensionsOf, levelKey, levelsOf, type Level } from '../../dataset/index.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';

const models = levelsOf('model').map((level: Level) => ({
  key: levelKey(level),
  label: level.label,
  /** Name in the release. */
  released: String(level.value)
}));

/** A model's name that a headline does not break at its hyphens. */
export const unbrokenName = (name: string) => name.replaceAll('-', '\u2011');

/** Default first: the pair that opens when a link names none. */
const startingWith = (label: string) =>
  [...models].sort((a, b) => Number(b.label === label) - Number(a.label === label));

const params: Params = {
  first: { kind: 'choice', label: 'Model', choices: startingWith('gpt-4') },
  second: { kind: 'choice', label: 'Against', choices: startingWith('claude-2') },
  split: {
    kind: 'choice',
    label: 'Split by',
    choices: [
      { key: 'group', label: 'group' },
      { key: 'length', label: 'which reply is longer' }
    ]
  },
  tie: {
    kind: 'choice',
    label: 'A tie is',
    choices: [
      { key: '5', label: 'up to 5 points apart' },
      { key: '0', label: 'the same score' },
      { key: '10', label: 'up to 10 points apart' }
    ]
  },
  show: {
    kind: 'choice',
    label: 'Show',
    choices: [
      { key: 'pair', label: 'one pair' },
      { key: 'all', label: 'all pairs' }
    ]
  }
};

/** What the links of the page of pairs may say: the pair that is open, and which battles count for it and for all pairs. */
export const pairsVocabulary: Vocabulary = {
  defaults: { ...everything, by: 'age', params: defaultParams(params) },
  parts: ['by', 'filters', 'sample', 'minimum'],
  // What differs between the two replies of a battle cannot group battles.
  dimensions: dimensionsOf('conversations'),
  params,
  // A pair is counted from the first file of the ratings as quickly as it could be fetched.
  ahead: () => []
};

/** The selection of the figure of all pairs on a page that shows this one: the same sample and ties, everybody in it. */
export function allPairs({ sample, params }: Selection): Selection {
  const { defaults } = pairsVocabulary;
  return { ...defaults, sample, params: { ...defaults.params, tie: params.tie!, show: 'all' } };
}

/** Points up to which two scores are a tie. */
export const tieOf = (selection: Selection) => Number(selection.params.tie);

/** Path, below the site's base, of the page of the model with this name; null for other names. */
export function modelPage(label: string): string | null {
  const model = models.find((one) => one.label === label);
  return model ? `/models/${model.key}/` : null;
}

export { models as pairModels };
