import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import {
  makePairs,
  promised,
  ratedReplies,
  recipeOf,
  recipeVocabulary,
  splitReport,
  type Recipe
} from '../../../src/lib/pairs/index.ts';

const usual = recipeOf(recipeVocabulary.defaults);
const splits = ['person', 'conversation', 'time'] as const;

/** A release of so many people by chance: each 1 to 6 conversations of 1 to 3 messages of 1 to 4 replies. */
function madeUp(people: number, seed: number) {
  const draw = seeded(seed);
  const rows: number[][] = [];
  let [conversation, message] = [0, 0];
  for (let person = 0; person < people; person++) {
    for (let c = draw.integer(6); c >= 0; c--, conversation++) {
      const time = draw.integer(50);
      const turns = 1 + draw.integer(3);
      for (let turn = 0; turn < turns; turn++, message++) {
        const replies = 1 + draw.integer(4);
        for (let reply = 0; reply < replies; reply++) {
          rows.push([
            rows.length,
            message,
            conversation,
            person,
            turn,
            draw.integer(100),
            reply === 0 ? 0 : 1,
            10,
            0,
            time
          ]);
        }
      }
    }
  }
  const column = (i: number) => Int32Array.from(rows, (row) => row[i]!);
  const [utterance_id, interaction_id, conversation_id, user_id, turn, score] = [0, 1, 2, 3, 4, 5].map(column);
  return ratedReplies({
    ...{ utterance_id: utterance_id!, interaction_id: interaction_id!, conversation_id: conversation_id! },
    ...{ user_id: user_id!, turn: turn!, score: score! },
    ...{ if_chosen: column(6), response_length: column(7), empty_response: column(8) },
    conversation_generated_datetime: column(9)
  });
}

describe.each(splits)('a split by %s', (split) => {
  it('shares nothing that it promises not to share, over releases and recipes by chance', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const draw = seeded(seed);
      const replies = madeUp(1 + draw.integer(60), seed);
      const recipe: Recipe = {
        ...usual,
        split,
        seed,
        turns: (['opener', 'later', 'all'] as const)[draw.integer(3)]!,
        pairing: (['each', 'random', 'extremes', 'all'] as const)[draw.integer(4)]!,
        gap: [null, 0, 20][draw.integer(3)]!,
        most: [null, 2][draw.integer(2)]!,
        sizes: (
          [
            [80, 10],
            [50, 0],
            [90, 0]
          ] as const
        )[draw.integer(3)]!
      };
      const made = makePairs(replies, recipe, null);
      const report = splitReport(replies, made, made.parts!);
      for (const name of promised[split]) expect(report.shared[name], `${name}, seed ${seed}`).toBe(0);
      expect(report.parts.reduce((sum, part) => sum + part.pairs, 0)).toBe(made.chosen.length);
      if (recipe.sizes[1] === 0) expect(report.parts.map(({ name }) => name)).not.toContain('validation');
    }
  });

  it('is the same for the same seed, and another for another unless it is by time', () => {
    const replies = madeUp(80, 5);
    const parts = (seed: number) => makePairs(replies, { ...usual, split, seed }, null).parts!.join();
    expect(parts(1)).toBe(parts(1));
    expect(parts(1) === parts(2)).toBe(split === 'time');
  });

  it('has parts of about the sizes asked for', () => {
    const replies = madeUp(3000, 9);
    const made = makePairs(replies, { ...usual, split, gap: null, turns: 'all' }, null);
    const { parts } = splitReport(replies, made, made.parts!);
    const share = (i: number) => parts[i]!.conversations / parts.reduce((sum, part) => sum + part.conversations, 0);
    for (const [i, size] of [0.8, 0.1, 0.1].entries()) expect(Math.abs(share(i) - size)).toBeLessThan(0.05);
  });
});

it('a leak is told when there is one', () => {
  const replies = madeUp(40, 3);
  const made = makePairs(replies, { ...usual, turns: 'all', gap: null }, null);
  const odd = Uint8Array.from(made.chosen, (_, i) => i % 2);
  const { shared } = splitReport(replies, made, odd);
  for (const name of promised.person) expect(shared[name], name).toBeGreaterThan(0);
});

it('a person keeps their part under every recipe of the same seed', () => {
  const replies = madeUp(60, 4);
  const partOf = (recipe: Recipe) => {
    const { chosen, parts } = makePairs(replies, recipe, null);
    return new Map(Array.from(chosen, (row, i) => [replies.person[row]!, parts![i]!]));
  };
  const wide = partOf({ ...usual, turns: 'all', gap: null, pairing: 'all' });
  const narrow = partOf({ ...usual, gap: 20, most: 1 });
  expect(narrow.size).toBeGreaterThan(20);
  for (const [person, part] of narrow) expect(wide.get(person)).toBe(part);
});

it('by time, no conversation of training ended after one of the test', () => {
  const replies = madeUp(100, 6);
  const { chosen, parts } = makePairs(replies, { ...usual, split: 'time', turns: 'all' }, null);
  const times = (part: number) =>
    Array.from(chosen)
      .filter((_, i) => parts![i] === part)
      .map((row) => replies.time[row]!);
  expect(Math.max(...times(0))).toBeLessThanOrEqual(Math.min(...times(1)));
  expect(Math.max(...times(1))).toBeLessThanOrEqual(Math.min(...times(2)));
});
