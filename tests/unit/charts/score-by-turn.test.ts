import { expect, test } from 'vitest';
import { scoreByTurn } from '../../../src/lib/charts/scores/score-by-turn.ts';
import { estimatedOf, ofPublished } from './made-case.ts';

test('a sentence stands where no turn has 100 people', () => {
  const row = (turn: number, value: number) => ({
    ...{ key: String(turn), label: `Turn ${turn}`, turn, missing: false, people: 50, conversations: 0, ratings: 0 },
    result: { value, low: value - 3, high: value + 3 }
  });
  const estimated = estimatedOf([row(0, 58), row(1, 70)], { axis: 'Mean score, 1–100', scale: 'score' });
  const { figure } = ofPublished(scoreByTurn, scoreByTurn.vocabulary.defaults, estimated, {});
  expect(figure.sentence).toContain('Opening replies score 58.0 (55.0 to 61.0) on average');
});
