import { describe, expect, it } from 'vitest';
import { namedRecipes, recipeLine, recipeOf, recipeVocabulary, selectionOf } from '../../../src/lib/pairs/index.ts';
import { format, parse } from '../../../src/lib/selection/index.ts';

/** Links that have been given out. They must go on meaning the same: keep the old words working instead of changing these. */
const links = {
  atlas: '',
  'p-rlhf': 'gap=any&empty=kept&longest=2400&turns=all&v=1',
  synthesizeme: 'gap=any&empty=kept&split=conversation&turns=all&v=1',
  lore: 'gap=any&empty=kept&split=conversation&sizes=50-0-50&seed=123&num_completed_conversations.from=6&turns=all&v=1',
  icai: 'pairing=random&gap=any&empty=kept&split=none&v=1',
  wimhf: 'pairing=random&gap=0&longest=1500&turns=all&v=1',
  dempo: 'sample=us&v=1',
  'personalized-judge': 'pairing=random&gap=9&ties=within&empty=kept&split=none&v=1',
  'within-model': 'pairing=all&gap=0&empty=kept&turns=later&v=1'
};

describe('named recipes', () => {
  it.each(Object.entries(links))('%s has the link it was given out with', (key, link) => {
    const recipe = namedRecipes.find((one) => one.key === key)!;
    expect(format(selectionOf(recipe), recipeVocabulary).toString()).toBe(link);
    const { selection, dropped } = parse(new URLSearchParams(link), recipeVocabulary);
    expect(selection).toEqual(selectionOf(recipe));
    expect(dropped).toEqual([]);
  });

  it('are all there, ours being the default', () => {
    expect(namedRecipes.map(({ key }) => key)).toEqual(Object.keys(links));
    expect(selectionOf(namedRecipes[0]!)).toEqual(recipeVocabulary.defaults);
    expect(recipeOf(recipeVocabulary.defaults)).toEqual({
      turns: 'opener',
      pairing: 'each',
      gap: 5,
      ties: 'dropped',
      empties: false,
      longest: null,
      most: null,
      seed: 1,
      split: 'person',
      sizes: [80, 10],
      filters: [],
      sample: 'all'
    });
  });

  it('have words of links from which nothing may go', () => {
    const words = Object.entries(recipeVocabulary.params).map(
      ([name, { choices }]) => `${name}=${choices.map(({ key }) => key).join(' ')}`
    );
    expect(words).toMatchInlineSnapshot(`
      [
        "pairing=each random extremes all",
        "gap=5 0 2 4 9 10 20 any",
        "ties=dropped exact within",
        "empty=dropped kept",
        "longest=any 500 1000 1500 2400",
        "most=any 1 3 5 10 20 50",
        "split=person conversation time none",
        "sizes=80-10-10 80-0-20 50-0-50 90-0-10",
        "seed=1 2 3 4 5 6 7 8 9 10 42 123",
      ]
    `);
  });
});

it('a recipe is cited in one line that tells every step', () => {
  const last = { name: 'most', pairs: 10, messages: 9, conversations: 8, people: 1 } as const;
  const link = new URLSearchParams(
    'pairing=all&gap=2&ties=within&longest=1500&most=3&model=gpt-4&sample=uk&turns=all&v=1'
  );
  const recipe = recipeOf(parse(link, recipeVocabulary).selection);
  expect(recipeLine(recipe, ['both replies Model: gpt-4'], 'abc', last)).toBe(
    'Preference pairs of PRISM. all turns: every two replies to a message; both replies Model: gpt-4; the UK census sample; ' +
      'no empty reply; replies of up to 1,500 characters; no two replies of the same text; scores more than 2 points apart, ' +
      'and closer ones kept as ties; at most 3 pairs a person; split by person, 80 % train, ' +
      '10 % validation, 10 % test; seed 1; data abc: 10 pairs from 9 messages in 8 conversations of 1 person.'
  );
});
