import { expect, it } from 'vitest';
import type { ReleaseFileName } from '../../../src/lib/release/files.ts';
import { readRelease } from '../../../src/lib/release/read.ts';
import { ReleaseError } from '../../../src/lib/release/report.ts';
import { handmade } from './handmade.ts';
import { inMemoryFiles, written } from './write.ts';

const ROUNDS = 80;

/** A generator of whole numbers below a bound, the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it('meets any change of a few bytes with a report or with a release, never with another error', async () => {
  const whole = written(handmade(12));
  const names = Object.keys(whole) as ReleaseFileName[];
  const below = numbers(7);
  const pieces = [
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    'null',
    'NaN',
    '\n',
    '\\',
    '0',
    '-1',
    '1e999',
    '\u0000',
    '{}',
    'true',
    '""'
  ];
  let refused = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const name = names[below(names.length)]!;
    const text = whole[name]!;
    const at = below(text.length);
    const piece = pieces[below(pieces.length)]!;
    const changed = text.slice(0, at) + piece + text.slice(at + below(4));
    try {
      await readRelease(inMemoryFiles({ ...whole, [name]: changed }), () => undefined);
    } catch (error) {
      expect(error, `round ${round}: ${name} at ${at} with ${JSON.stringify(piece)}`).toBeInstanceOf(ReleaseError);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(ROUNDS / 4);
}, 30_000);
