import { formatCount } from '../dataset/index.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../selection/index.ts';
import { pairings, splits, tieRules, type Pairing, type Recipe, type RecipeSplit, type TieRule } from './recipe.ts';

/** Stands for no bound. */
const ANY = 'any';

const pairingLabels: Readonly<Record<Pairing, string>> = {
  each: 'the chosen reply with each rejected one',
  random: 'the chosen reply with one rejected one, drawn by chance',
  extremes: 'the reply with the best score with the one with the worst',
  all: 'every two replies to a message'
};

const tieLabels: Readonly<Record<TieRule, string>> = {
  dropped: 'dropped',
  exact: 'kept as ties where the scores are equal, else dropped',
  within: 'kept as ties'
};

const splitLabels: Readonly<Record<RecipeSplit, string>> = {
  person: 'by person',
  conversation: 'by conversation, within each person',
  time: 'by time, the earliest for training',
  none: 'not at all'
};

/** Per cent for train, validation and test. */
const sizes = ['80-10-10', '80-0-20', '50-0-50', '90-0-10'];
const sizeLabel = (key: string) => {
  const [train, validation, test] = key.split('-');
  return validation === '0'
    ? `${train} % train, ${test} % test`
    : `${train} % train, ${validation} % validation, ${test} % test`;
};

/** Least gaps in points, the default first: a gap over 9 is 10 points or more. */
const gaps = [5, 0, 2, 4, 9, 10, 20];
const lengths = [500, 1000, 1500, 2400];
const mosts = [1, 3, 5, 10, 20, 50];
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 42, 123];

/** What the links of the page of pairs may say besides turns, sample and filters: each part of a recipe, in a few words. */
const params: Params = {
  pairing: {
    kind: 'choice',
    label: 'Pairs are made of',
    choices: pairings.map((key) => ({ key, label: pairingLabels[key] }))
  },
  gap: {
    kind: 'choice',
    label: 'Scores are apart by',
    choices: [
      ...gaps.map((points) => ({ key: String(points), label: `more than ${points} points` })),
      { key: ANY, label: 'any number of points' }
    ]
  },
  ties: {
    kind: 'choice',
    label: 'Closer pairs are',
    choices: tieRules.map((key) => ({ key, label: tieLabels[key] }))
  },
  empty: {
    kind: 'choice',
    label: 'Empty replies are',
    choices: [
      { key: 'dropped', label: 'left out' },
      { key: 'kept', label: 'kept' }
    ]
  },
  longest: {
    kind: 'choice',
    label: 'Replies have',
    choices: [
      { key: ANY, label: 'any length' },
      ...lengths.map((n) => ({ key: String(n), label: `up to ${formatCount(n)} characters` }))
    ]
  },
  most: {
    kind: 'choice',
    label: 'Of each person',
    choices: [
      { key: ANY, label: 'all pairs' },
      ...mosts.map((n) => ({ key: String(n), label: n === 1 ? 'at most one pair' : `at most ${n} pairs` }))
    ]
  },
  split: {
    kind: 'choice',
    label: 'Pairs are split',
    choices: splits.map((key) => ({ key, label: splitLabels[key] }))
  },
  sizes: {
    kind: 'choice',
    label: 'Sizes of the parts',
    choices: sizes.map((key) => ({ key, label: sizeLabel(key) }))
  },
  seed: {
    kind: 'choice',
    label: 'Seed',
    choices: seeds.map((n) => ({ key: String(n), label: String(n) }))
  }
};

/** The vocabulary of the page of pairs and of `npm run pairs`. */
export const recipeVocabulary: Vocabulary = {
  defaults: { ...everything, params: defaultParams(params) },
  parts: ['filters', 'sample', 'turns'],
  params,
  ahead: () => []
};

const bound = (key: string | undefined): number | null => (key === undefined || key === ANY ? null : Number(key));

/** The recipe that a link says. */
export function recipeOf({ turns, filters, sample, params: chosen }: Selection): Recipe {
  const [train = 100, validation = 0] = chosen.sizes!.split('-').map(Number);
  return {
    turns,
    filters,
    sample,
    pairing: chosen.pairing as Pairing,
    gap: bound(chosen.gap),
    ties: chosen.ties as TieRule,
    empties: chosen.empty === 'kept',
    longest: bound(chosen.longest),
    most: bound(chosen.most),
    seed: Number(chosen.seed),
    split: chosen.split as RecipeSplit,
    sizes: [train, validation]
  };
}
