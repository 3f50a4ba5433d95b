import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaderboard } from '../../../src/lib/charts/models/leaderboard.ts';
import type { Undocumented } from '../../../src/lib/dataset/index.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { differentStandings } from './compare.ts';
import { hostileRelease, type Hostile } from './hostile.ts';
import { RANKING_ERRORS } from './rankings.ts';
import { rankingSelections } from './selections.ts';
import { standingNumbers, type Numbers } from './site.ts';

/** Each measure six times. */
const COUNT = 42;

let hostile: Hostile;
let undocumented: Undocumented;
let answered: { selection: Selection; shown: Map<string, Numbers> }[];

beforeAll(async () => {
  hostile = await hostileRelease();
  const { release, database } = hostile;
  undocumented = database.manifest.undocumented;
  answered = [];
  for (const selection of rankingSelections(COUNT, 527, release, leaderboard.vocabulary, undocumented))
    answered.push({ selection, shown: await standingNumbers(selection, database) });
}, 120_000);

afterAll(() => hostile.close());

describe('what the ranking of models answers', () => {
  it(`equals a recomputation battle by battle, for ${COUNT} selections`, { timeout: 120_000 }, () => {
    let numbers = 0;
    for (const one of answered) {
      const found = differentStandings(one, hostile.release, undocumented);
      expect(found.different, JSON.stringify(one.selection)).toEqual([]);
      numbers += found.compared;
    }
    expect(numbers).toBeGreaterThan(10 * COUNT);
  });

  it.each(RANKING_ERRORS)('differs from one with an error: %s', { timeout: 120_000 }, (planted) => {
    const noticed = answered.filter(
      (one) => differentStandings(one, hostile.release, undocumented, planted).different.length > 0
    );
    expect(noticed.length).toBeGreaterThan(COUNT / 5);
  });
});
