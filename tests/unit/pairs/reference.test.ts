import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { idLines, makePairs, passingRows, ratedReplies, type Recipe } from '../../../src/lib/pairs/index.ts';
import { recipeSteps } from '../../../src/lib/pairs/index.ts';
import reference from '../../reference/fixtures/pairs.json' with { type: 'json' };

/** The number of an id: 12 of `ut12`. */
const numberOf = (id: string) => Number(/\d+$/.exec(id)![0]);

type Row = (typeof reference.rows)[number];
const rows = [...reference.rows].sort((a, b) => numberOf(a.utterance_id) - numberOf(b.utterance_id));
const column = (value: (row: Row) => number) => Int32Array.from(rows, value);

/** The rows of the fixture as the database gives them. */
const columns = {
  utterance_id: column((row) => numberOf(row.utterance_id)),
  interaction_id: column((row) => numberOf(row.interaction_id)),
  conversation_id: column((row) => numberOf(row.conversation_id)),
  user_id: column((row) => numberOf(row.user_id)),
  turn: column((row) => row.turn),
  score: column((row) => row.score),
  if_chosen: column((row) => (row.if_chosen ? 0 : 1)),
  response_length: column((row) => [...row.model_response].length),
  empty_response: column((row) => (row.model_response === 'EMPTY STRING' ? 1 : 0)),
  conversation_generated_datetime: column((row) => row.time)
};

const replies = ratedReplies(columns);
const passing = passingRows(replies, { utterance_id: Int32Array.from(reference.passing, numberOf) });

/** What our code makes of a recipe, as the fixture says it. */
function made(recipe: Recipe, narrowed: boolean) {
  const pairs = makePairs(replies, recipe, narrowed ? passing : null);
  const steps = pairs.steps.map((step) => [step.name, step.pairs, step.messages, step.conversations, step.people]);
  const file = createHash('sha256')
    .update([...idLines(replies, recipe, pairs)].join(''))
    .digest('hex');
  return { steps, file: file.slice(0, 16) };
}

const everybody = { filters: [], sample: 'all' } as const;
const cases = reference.cases.map(({ recipe: { narrowed, ...recipe }, ...expected }) => ({
  recipe: { ...recipe, ...everybody } as unknown as Recipe,
  narrowed,
  expected
}));

describe('pairs', () => {
  it('are those that Python makes of the same rows, step by step and to the byte', () => {
    expect(cases.length).toBeGreaterThan(300);
    for (const { recipe, narrowed, expected } of cases) {
      expect(made(recipe, narrowed), JSON.stringify(recipe)).toEqual(expected);
    }
  });

  it('differ as soon as anything of a recipe is left out of account', () => {
    const some = cases.filter((_, i) => i % 5 === 0);
    const slips: Partial<Recipe>[] = [
      { turns: 'all' },
      { empties: true },
      { longest: null },
      { gap: 0 },
      { ties: 'within' },
      { most: null },
      { seed: 2 },
      { split: 'person' },
      { sizes: [90, 10] }
    ];
    for (const slip of slips) {
      const wrong = some.filter(({ recipe, narrowed, expected }) => {
        return JSON.stringify(made({ ...recipe, ...slip }, narrowed)) !== JSON.stringify(expected);
      });
      expect(wrong.length, JSON.stringify(slip)).toBeGreaterThan(4);
    }
    expect(some.filter(({ recipe, expected }) => made(recipe, false).file !== expected.file).length).toBeGreaterThan(
      20
    );
  });

  it('go through the steps that are told beforehand, each leaving no more messages than the one before', () => {
    for (const { recipe, narrowed } of cases) {
      const { steps } = makePairs(replies, recipe, narrowed ? passing : null);
      const told = recipeSteps(narrowed ? { ...recipe, sample: 'us' } : recipe);
      expect(steps.map(({ name }) => name)).toEqual(told);
      for (const [i, step] of steps.entries()) {
        if (i > 0) expect(step.messages).toBeLessThanOrEqual(steps[i - 1]!.messages);
        expect(step.people).toBeLessThanOrEqual(step.conversations);
        expect(step.conversations).toBeLessThanOrEqual(step.messages);
        expect(step.messages).toBeLessThanOrEqual(step.pairs);
      }
    }
  });
});
