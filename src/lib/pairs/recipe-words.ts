import { filterWords } from '../charts/words/among.ts';
import {
  CONVERSATION,
  PAIR,
  PERSON,
  findColumn,
  formatCount,
  formatCountOf,
  type Undocumented
} from '../dataset/index.ts';
import { sampleLabels } from '../selection/index.ts';
import type { Step, StepName } from './made-pairs.ts';
import type { Pairing, Recipe } from './recipe.ts';

const turnWords = { opener: 'openers', later: 'later turns', all: 'all turns' } as const;

const pairingWords: Readonly<Record<Pairing, string>> = {
  each: 'the chosen reply with each rejected one',
  random: 'the chosen reply with one rejected one, drawn by chance',
  extremes: 'the best-scored reply with the worst-scored',
  all: 'every two replies to a message'
};

const points = (n: number) => (n === 0 ? 'different scores' : `scores more than ${n} points apart`);

/** What becomes of close pairs. */
function gapWords({ gap, ties }: Recipe): string {
  if (gap === null) return 'whatever the scores';
  if (ties === 'dropped') return points(gap);
  const tied = ties === 'exact' || gap === 0 ? 'equal ones' : 'closer ones';
  return `${points(gap)}, and ${tied} kept as ties`;
}

/** Each filter of a recipe in words; one of replies must let both through. */
export function narrowedWords({ filters }: Recipe, extra: Undocumented): string[] {
  return filters.map((filter) => {
    const words = filterWords(filter, extra);
    return findColumn(filter.column)!.table === 'utterances' ? `both replies ${words}` : words;
  });
}

/**
 * What a step leaves, in words for a reader: `openers: the chosen reply with each rejected one`.
 *
 * @param narrowed what `narrowedWords` gives
 */
export function stepWords(name: StepName, recipe: Recipe, narrowed: readonly string[]): string {
  const { turns, pairing, longest, most, sample } = recipe;
  switch (name) {
    case 'turns':
      return `${turnWords[turns]}: ${pairingWords[pairing]}`;
    case 'filters':
      return [...narrowed, ...(sample === 'all' ? [] : [sampleLabels[sample]])].join('; ');
    case 'empties':
      return 'no empty reply';
    case 'longest':
      return `replies of up to ${formatCount(longest ?? 0)} characters`;
    case 'identical':
      return 'no two replies of the same text';
    case 'gap':
      return gapWords(recipe);
    case 'most':
      return most === 1 ? 'one pair a person' : `at most ${formatCountOf(most ?? 0, PAIR)} a person`;
  }
}

/** How a recipe splits its pairs: `split by person, 80 % train, 10 % validation, 10 % test`; empty where it does not. */
export function splitWords({ split, sizes: [train, validation] }: Recipe): string {
  if (split === 'none') return '';
  const by = { person: 'by person', conversation: 'by conversation within person', time: 'by time' }[split];
  const middle = validation === 0 ? '' : `${validation} % validation, `;
  return `split ${by}, ${train} % train, ${middle}${100 - train - validation} % test`;
}

/** Which steps cut pairs under a recipe, in their order. */
export function recipeSteps(recipe: Recipe): readonly StepName[] {
  const { filters, sample, empties, longest, pairing, gap, most } = recipe;
  const narrow = filters.length > 0 || sample !== 'all';
  return [
    'turns',
    ...(narrow ? (['filters'] as const) : []),
    ...(empties ? [] : (['empties'] as const)),
    ...(longest === null ? [] : (['longest'] as const)),
    ...(pairing === 'extremes' || pairing === 'all' ? (['identical'] as const) : []),
    ...(gap === null ? [] : (['gap'] as const)),
    ...(most === null ? [] : (['most'] as const))
  ];
}

/** How many messages and conversations pairs come from. */
export function sourceWords({ messages, conversations }: Step): string {
  return `${formatCountOf(messages, ['message', 'messages'])} in ${formatCountOf(conversations, CONVERSATION)}`;
}

/** How many pairs there are, from how many messages and conversations, of how many people. */
export function countWords(step: Step): string {
  return `${formatCountOf(step.pairs, PAIR)} from ${sourceWords(step)} of ${formatCountOf(step.people, PERSON)}`;
}

/**
 * A recipe as one line to cite: what was done in which order, the seed, the version of the data, what came of it.
 *
 * @param narrowed what `narrowedWords` gives
 * @param version of the release the pairs are made of
 * @param last what is there after the last step
 */
export function recipeLine(recipe: Recipe, narrowed: readonly string[], version: string, last: Step): string {
  const steps = recipeSteps(recipe).map((name) => stepWords(name, recipe, narrowed));
  const said = [...steps, splitWords(recipe)].filter(Boolean).join('; ');
  return `Preference pairs of PRISM. ${said}; seed ${recipe.seed}; data ${version}: ${countWords(last)}.`;
}
