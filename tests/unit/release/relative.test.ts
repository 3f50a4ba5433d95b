import { describe, expect, it } from 'vitest';
import { groupBy } from '../../../data/check/numbers.ts';
import { FARTHEST, relative } from '../../../src/lib/dataset/utterances/relative.ts';
import { readRelease } from '../../../src/lib/release/read.ts';
import { relativeScore } from '../../../src/lib/release/relative.ts';
import { MISSING, type BuiltColumns } from '../../../src/lib/release/table-builder.ts';
import { handmade } from './handmade.ts';
import { files } from './write.ts';

/** Rows as [person, interaction, turn, score]. */
function scoresOf(rows: readonly (readonly [number, number, number, number])[]): BuiltColumns {
  const at = (place: 0 | 1 | 2 | 3) => Int32Array.from(rows, (row) => row[place]);
  const scored = { user_id: at(0), interaction_id: at(1), turn: at(2), score: at(3) };
  return { score_z: relativeScore('score_z', scored), win_share: relativeScore('win_share', scored) };
}

describe('the standardised score', () => {
  it('is in sample standard deviations of the person’s openers, in later turns too', () => {
    // Openers 10, 20, 30, 40: mean 25, sample standard deviation √(500/3) = 12.90994.
    const { score_z } = scoresOf([
      [1, 0, 0, 10],
      [1, 0, 0, 20],
      [1, 1, 0, 30],
      [1, 1, 0, 40],
      [1, 2, 1, 100],
      [2, 3, 0, 100]
    ]);
    expect([...score_z!]).toEqual([-1161895, -387298, 387298, 1161895, 5809475, 0]);
  });

  it('is 0 where all openers have one score, or there is one or none', () => {
    const { score_z } = scoresOf([
      [1, 0, 0, 50],
      [1, 0, 0, 50],
      [1, 1, 1, 90],
      [2, 2, 0, 70],
      [2, 3, 1, 10],
      [3, 4, 1, 10]
    ]);
    expect([...score_z!]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('a standardised score as it is stored', () => {
  it('is off by less than a millionth of a standard deviation, so that means of it are too', () => {
    for (const scores of [
      [1, 2, 100, 37],
      [50, 50, 51],
      [13, 77, 20, 98, 66, 5]
    ]) {
      const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
      const sd = Math.sqrt(scores.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (scores.length - 1));
      const { score_z } = scoresOf(scores.map((score, i) => [1, i, 0, score]));
      scores.forEach((score, i) =>
        expect(Math.abs(score_z![i]! / relative.score_z.perUnit - (score - mean) / sd)).toBeLessThan(1e-6)
      );
    }
  });

  it('has a farthest value instead of another person’s sign', () => {
    const openers = Array.from({ length: 600 }, (_, i) => [1, i, 0, i === 0 ? 2 : 1] as const);
    const { score_z } = scoresOf([...openers, [1, 600, 1, 100]]);
    expect(score_z!.at(-1)).toBe(FARTHEST);
  });
});

describe('the share of the other replies beaten', () => {
  it('counts an equal score half, within the message, in openers of two or more', () => {
    const { win_share } = scoresOf([
      [1, 0, 0, 10],
      [1, 0, 0, 90],
      [1, 0, 0, 90],
      [1, 0, 0, 100],
      [1, 1, 0, 5],
      [1, 2, 0, 7],
      [1, 2, 0, 7],
      [1, 3, 1, 99],
      [1, 3, 1, 1]
    ]);
    expect([...win_share!]).toEqual([0, 420, 420, 840, MISSING, 420, 420, MISSING, MISSING]);
  });

  it('is the mean rank within the opener, scaled so that the best is 1 and the last 0', () => {
    const scores = [3, 1, 4, 1, 5, 9, 2, 6];
    for (let size = 2; size <= scores.length; size++) {
      const shown = scores.slice(0, size);
      const { win_share } = scoresOf(shown.map((score) => [1, 0, 0, score]));
      const descending = [...shown].sort((a, b) => b - a);
      const rank = (score: number) => (descending.indexOf(score) + descending.lastIndexOf(score)) / 2;
      expect([...win_share!]).toEqual(shown.map((score) => Math.round((1 - rank(score) / (size - 1)) * 840)));
    }
  });
});

it('a release carries both, constant over what they are relative to', async () => {
  const { tables } = await readRelease(files(handmade(60), { shuffled: true }), () => undefined);
  const { user_id, interaction_id, turn, score, score_z, win_share } = tables.utterances as Record<string, Int32Array>;
  expect(Object.keys(tables.utterances).slice(-2)).toEqual(['score_z', 'win_share']);
  const by = (keys: Int32Array) => groupBy(keys, (row) => turn![row] === 0);
  let spread = 0;
  for (const rows of by(user_id!).values()) {
    const z = rows.map((row) => score_z![row]! / 1e6);
    expect(z.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 4);
    if (rows.length < 2 || new Set(rows.map((row) => score![row])).size < 2) continue;
    expect(z.reduce((sum, value) => sum + value ** 2, 0) / (rows.length - 1)).toBeCloseTo(1, 5);
    spread++;
  }
  expect(spread).toBeGreaterThan(20);
  for (const rows of by(interaction_id!).values()) {
    const shares = rows.map((row) => win_share![row]!);
    if (rows.length === 1) expect(shares).toEqual([MISSING]);
    else expect(shares.reduce((sum, value) => sum + value, 0)).toBe(rows.length * 420);
  }
});
