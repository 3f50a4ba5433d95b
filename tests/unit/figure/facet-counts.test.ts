import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { levelKey, levelsOf } from '../../../src/lib/dataset/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { facetCounts } from '../../../src/lib/figure/facet-counts.ts';
import { canonical, type Filter, type Selection } from '../../../src/lib/selection/index.ts';
import { madeRelease, type MadeRelease } from '../database/made-release.ts';
import { selectionOf } from './invented.ts';

let release: MadeRelease;
let database: Database;
beforeAll(async () => {
  release = await madeRelease(120, 4);
  database = await openNode(release.folder);
});
afterAll(async () => {
  await database.close();
  await release.remove();
});

const { vocabulary } = byGroup;
const others: Filter[] = [
  { column: 'age', exclude: true, keys: ['18-24'] },
  { column: 'stated_safety', from: 10, to: null }
];

describe('the people each level would leave', () => {
  it.each([
    ['stated_factuality', 'gender', 'all'],
    ['stated_factuality', 'lm_usecases', 'us'],
    ['conversation_turns', 'topic', 'all'],
    ['score', 'lm_usecases', 'all'],
    ['score', 'model_type', 'balanced']
  ] as const)('of %s by %s in the sample %s are those that the filter leaves', async (metric, column, sample) => {
    const own: Filter = { column, exclude: false, keys: [levelKey(levelsOf(column)[0]!)] };
    const selection: Selection = selectionOf(vocabulary, { metric, sample, by: null, filters: [...others, own] });
    const counts = (await facetCounts([column], selection, database)).get(column)!;
    for (const [code, level] of levelsOf(column, release.manifest.undocumented).entries()) {
      const only = { column, exclude: false, keys: [levelKey(level)] };
      const filters = [...others, ...canonical([only], [], release.manifest.undocumented)];
      const [total] = await database.answer([byGroup.queries({ ...selection, filters }).all]);
      expect(counts.get(code) ?? 0, level.label).toBe(total![0]!.people);
    }
  });

  it('are none for what cannot filter', async () => {
    const selection = selectionOf(vocabulary, { metric: 'stated_safety' });
    const counts = await facetCounts(['topic', 'age'], selection, database);
    expect(counts.get('topic')).toBeNull();
    expect(counts.get('age')!.size).toBeGreaterThan(0);
    expect(await facetCounts(['topic'], selection, database)).toEqual(new Map([['topic', null]]));
  });
});
