import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelsVocabulary } from '../../../src/lib/charts/models/models-vocabulary.ts';
import type { Filter, Selection } from '../../../src/lib/selection/index.ts';
import { recomputeHeld } from './held-orders.ts';
import { hostileRelease, type Hostile } from './hostile.ts';
import type { RankingError } from './rankings.ts';
import { heldNumbers } from './site.ts';

let hostile: Hostile;
const { defaults } = modelsVocabulary;
const asked = (across: string): Selection => ({ ...defaults, params: { ...defaults.params, across } });
const only = (column: string, key: string): Filter => ({ column, exclude: false, keys: [key] });
/** Groups by what they are one of, with the filters that leave them alone. */
const groups = [
  ['gender', 'Female', [only('gender', 'female')]],
  ['conversation_type', 'Unguided', [only('conversation_type', 'unguided')]],
  ['gender', 'all together', []]
] as const satisfies [string, string, Filter[]][];

const method = (key: string): Partial<Selection> => ({ params: { ...defaults.params, method: key } });
/** What each way changes of the selection, by its key. */
const ways: Readonly<Record<string, (filters: readonly Filter[]) => Partial<Selection>>> = {
  'by.mean-score': () => method('mean-score'),
  'by.standardised': () => method('standardised'),
  'by.bradley-terry': () => method('bradley-terry'),
  'ties.0': () => ({ params: { ...defaults.params, ties: '0' } }),
  'sample.balanced': () => ({ sample: 'balanced' }),
  'turns.all': () => ({ ...method('mean-score'), turns: 'all' }),
  'without.us': (filters) => ({ filters: [...filters, { column: 'special_region', exclude: true, keys: ['us'] }] })
};

/** Ways in which each reply counts; in the others those beside no other do not. */
const inNoBattle = /^by\.(mean-score|standardised)$|^turns/;

/** The ways, group by group, in which the site differs from what is recomputed, and how many it judged. */
async function different(planted?: RankingError) {
  const { release, database } = hostile;
  const found: string[] = [];
  let judged = 0;
  for (const [across, group, filters] of groups) {
    const shown = await heldNumbers(asked(across), group, database);
    const base = { ...asked(across), filters };
    for (const [key, change] of Object.entries(ways)) {
      const { undocumented } = database.manifest;
      const own = recomputeHeld(release, base, { ...base, ...change(filters) }, undocumented, planted);
      const site = shown.get(key);
      const alike =
        site === undefined
          ? key.startsWith('without.') && own.fewer < 30
          : (inNoBattle.test(key) ? site.people === own.people : site.people <= own.people) &&
            site.first === own.first &&
            (site.first === undefined || (site.pairs === own.pairs && site.turned === own.turned));
      if (site?.first !== undefined) judged++;
      if (!alike) found.push(`${group} ${key}: ${JSON.stringify(site)} shown, ${JSON.stringify(own)} recomputed`);
    }
  }
  return { found, judged };
}

describe('whether an order holds', () => {
  beforeAll(async () => {
    hostile = await hostileRelease();
  }, 120_000);
  afterAll(() => hostile.close());

  it('is what two rankings recomputed battle by battle say', { timeout: 60_000 }, async () => {
    const { found, judged } = await different();
    expect(found).toEqual([]);
    expect(judged).toBeGreaterThan(15);
  });

  it.each(['filter dropped', 'ties won by nobody'] as const)(
    'differs from one with an error: %s',
    { timeout: 60_000 },
    async (planted) => expect((await different(planted)).found.length).toBeGreaterThan(1)
  );
});
