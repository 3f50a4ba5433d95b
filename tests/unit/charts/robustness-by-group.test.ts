import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/lib/charts/columns/table.ts';
import type { Figure } from '../../../src/lib/charts/chart.ts';
import { heldGroups, type GroupHeldFields } from '../../../src/lib/charts/models/held-groups.ts';
import { robustness } from '../../../src/lib/charts/models/robustness.ts';
import { robustnessByGroup } from '../../../src/lib/charts/models/robustness-by-group.ts';
import { standingsByGroup } from '../../../src/lib/charts/models/standings-by-group.ts';
import { TOGETHER } from '../../../src/lib/charts/models/standings-across.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { Filter, Selection } from '../../../src/lib/selection/index.ts';
import { inventedReplies } from '../figure/invented-replies.ts';

const { defaults } = robustnessByGroup.vocabulary;
const by = (across: string, changes: Partial<Selection> = {}): Selection => ({
  ...defaults,
  params: { ...defaults.params, across },
  ...changes
});

let database: Database;
const held = (selection: Selection) => answer(robustnessByGroup, selection, database);
beforeAll(async () => {
  database = await openNode('static/data');
});
afterAll(() => database.close());

/** A row but for some of its fields. */
const without = (row: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** A group's rows by way, under the names they have alone. */
const rowsOf = ({ rows }: Figure<GroupHeldFields>, group: string) =>
  rows
    .filter((row) => row.group === group)
    .map((row) => ({ ...without(row, 'group', 'way'), key: wayOf(row.key), label: row.way, missing: false }));

const wayOf = (key: string) => key.slice(key.indexOf('.') + 1);

const filter = (column: string, key: string): Filter => ({ column, exclude: false, keys: [key] });

describe('orders in groups', () => {
  it.each([
    ['age', {}],
    ['special_region', { sample: 'balanced' }],
    ['conversation_type', { filters: [filter('gender', 'female')] }]
  ] satisfies [string, Partial<Selection>][])(
    'by %s: all together are those of the ranking itself',
    { timeout: 30_000 },
    async (across, changes) => {
      const selection = by(across, changes);
      const [together, alone] = [await held(selection), await answer(robustness, selection, database)];
      expect(rowsOf(together, 'all together')).toEqual(alone.rows);
      const [own, asked] = [together, alone].map(({ margins }) => margins!.firsts[0]!);
      expect({ ...own, key: asked!.key, label: asked!.label }).toEqual(asked);
    }
  );

  it('are those of the ranking of the group alone, but for what its own resamples tell apart', async () => {
    const figure = await held(by('special_region'));
    for (const [key, label] of [
      ['africa', 'Africa'],
      ['us', 'US']
    ] as const) {
      const alone = await answer(
        robustness,
        by('special_region', { filters: [filter('special_region', key)] }),
        database
      );
      const plain = (row: object) => without(row, 'apart', 'turned');
      expect(rowsOf(figure, label).map(plain)).toEqual(alone.rows.map(plain));
    }
  });

  it.each(['age', 'special_region', 'lm_familiarity'])('by %s are of the groups that are ranked', async (across) => {
    const [figure, ranking] = [await held(by(across)), await answer(standingsByGroup, by(across), database)];
    const ranked = ranking.rows.filter(({ place }) => place !== undefined);
    expect(heldGroups(figure).map(({ label }) => label)).toEqual([...new Set(ranked.map(({ group }) => group))]);
  });

  it('leave out no region from a group that is one, and none that few of a group are from', async () => {
    const regions = await held(by('special_region'));
    const groups = heldGroups(regions);
    expect(groups.length).toBeGreaterThan(5);
    for (const { label, rows } of groups) {
      const without = rows.filter(({ kind }) => kind === 'without');
      expect(without.length === 0).toBe(label !== TOGETHER);
    }
    const ages = heldGroups(await held(by('age')));
    const leftOut = ages.flatMap(({ people, rows }) =>
      rows.filter(({ kind }) => kind === 'without').map(({ estimate }) => people - estimate.people)
    );
    expect(leftOut.length).toBeGreaterThan(0);
    for (const people of leftOut) expect(people).toBeGreaterThanOrEqual(30);
  });

  it('are not judged on fewer than 30 people, and say so in the table, the key and the sentence', async () => {
    const figure = await held(by('age'));
    const unjudged = figure.rows.filter(({ estimate }) => !estimate.shown);
    expect(unjudged.length).toBeGreaterThan(0);
    for (const row of figure.rows) {
      expect(row.estimate.people).toBeGreaterThan(0);
      expect(row.estimate.shown && row.estimate.people < 30).toBe(false);
      if (!row.estimate.shown) expect([row.first, row.pairs, row.apart, row.turned]).toEqual(Array(4).fill(undefined));
    }
    const remarks = tableOf(robustnessByGroup, figure).rows.map((row) => row.at(-1)!);
    expect(remarks.filter((remark) => /^too few/.test(remark))).toHaveLength(unjudged.length);
    expect(robustnessByGroup.key!(figure).map(({ mark }) => mark)).toContain('unjudged');
    const inGroups = figure.rows.filter(({ group }) => group !== TOGETHER);
    const few = inGroups.filter(({ estimate }) => !estimate.shown).length;
    expect(figure.sentence).toMatch(
      new RegExp(`In ${few} of ${inGroups.length} cases too few people are left to judge\\.$`)
    );
  });

  it('fit in a file, whichever usual grouping', { timeout: 60_000 }, async () => {
    for (const selection of robustnessByGroup.vocabulary.ahead!()) {
      if (!selection.params) continue;
      const figure = await held({ ...defaults, ...selection });
      expect(brotliCompressSync(JSON.stringify(figure)).length, figure.link).toBeLessThan(5_000);
    }
  });
});

describe('the sentence of orders in groups', () => {
  const invented = (changes: Partial<Selection>) => answer(robustnessByGroup, by('age', changes), inventedReplies(50));

  it('says where the first stays, where it does least, and where pairs swap places', async () => {
    const { sentence } = await invented({});
    expect(sentence).toMatchInlineSnapshot(
      `"In all 3 groups the first model stays first in all other ways of ranking: 18–24 (zephyr-7b-beta), 25–34 (zephyr-7b-beta) and 35–44 (zephyr-7b-beta). Some models that are clearly ordered in a group swap places in 18–24 and 35–44, most in 18–24 by share chosen (2 pairs). In 9 of 30 cases too few people are left to judge."`
    );
  });

  it('says when nothing can be ranked', async () => {
    const { sentence, rows } = await invented({ minimum: 200 });
    expect(rows).toEqual([]);
    expect(sentence).toBe('With 120 people, no group has enough people for its models to be ranked.');
  });
});
