import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildData } from '../../../data/build.ts';
import { checkShipped } from '../../../data/check/index.ts';
import { openShipped } from '../../../data/check/open-shipped.ts';
import { converse } from '../../../data/twin/conversations/conversations.ts';
import { grown, OutOfReach, stream } from '../../../data/twin/random.ts';
import { makePeople } from '../../../data/twin/survey/people.ts';

describe('the twin of any seed', () => {
  // Seeds whose first draws meet no: order of topics, order of known ids, number of conversations, census sample.
  it.each([1, 4, 7, 21])('is made: %i', { timeout: 120_000 }, (seed) => {
    const { people, conversations } = grown(seed, () => converse(makePeople()));
    expect([people.length, conversations.length]).toEqual([1500, 8011]);
    expect(conversations[0]!.turns).toBe(5);
  });

  it('meets every published count', { timeout: 180_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'prism-seed-'));
    try {
      const { source, version } = await buildData({ to: join(folder, 'data'), seed: 2 ** 31 + 5 }, () => undefined);
      expect(source).toBe('twin');
      const { sound, outcomes } = checkShipped(await openShipped(join(folder, 'data')));
      expect(outcomes.filter(({ exact, verdict }) => exact && verdict === 'differs')).toEqual([]);
      expect([sound, version.length]).toEqual([true, 10]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('growing', () => {
  it('draws anew until what is drawn will do, and the same each time', () => {
    const firstAbove = (least: number) =>
      grown(3, () => {
        const drawn = stream('test').unit();
        if (drawn < least) throw new OutOfReach('too low');
        return drawn;
      });
    expect(firstAbove(0)).toBeLessThan(0.9);
    expect(firstAbove(0.9)).toBeGreaterThan(0.9);
    expect(firstAbove(0.9)).toBe(firstAbove(0.9));
  });

  it('gives up where nothing will do, and passes other errors on at once', () => {
    let tries = 0;
    const never = () => {
      tries++;
      throw new OutOfReach('never');
    };
    expect(() => grown(1, never)).toThrow(OutOfReach);
    expect(tries).toBe(40);
    const broken = () => {
      tries++;
      throw new TypeError('broken');
    };
    expect(() => grown(1, broken)).toThrow(TypeError);
    expect(tries).toBe(41);
  });
});
