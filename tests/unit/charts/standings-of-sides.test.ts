import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/lib/charts/chart.ts';
import { standingsByGroup } from '../../../src/lib/charts/models/standings-by-group.ts';
import { standingsOfSides } from '../../../src/lib/charts/models/standings-of-sides.ts';
import { sidesHeadline } from '../../../src/lib/charts/models/sides-words.ts';
import { sidesDiffer, type SidesFields } from '../../../src/lib/charts/models/sides-standings.ts';
import type { SidesConstants } from '../../../src/lib/charts/models/sides-words.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { Comparison } from '../../../src/lib/selection/index.ts';
import { inventedReplies } from '../figure/invented-replies.ts';
import { selectionOf } from '../figure/invented.ts';

const database = inventedReplies(50);
const gender = (key: string) => [{ column: 'gender', exclude: false, keys: [key] }];
const ranked = (compare: Comparison) =>
  answer(standingsOfSides, selectionOf(standingsOfSides.vocabulary, { compare }), database);

describe('models ranked by two groups', () => {
  let figure: Figure<SidesFields, SidesConstants>;

  beforeAll(async () => {
    figure = await ranked({ a: gender('female'), b: gender('male') });
  });

  it('stand with either side as in the ranking of that group, of which each resample is the same', async () => {
    const params = { ...standingsByGroup.vocabulary.defaults.params, across: 'gender' };
    const grouped = await answer(standingsByGroup, selectionOf(standingsByGroup.vocabulary, { params }), database);
    const shown = figure.rows.filter(({ estimate }) => estimate.shown);
    expect(shown).toHaveLength(7);
    for (const row of shown) {
      const of = (group: string) => grouped.rows.find((one) => one.item === row.label && one.group === group)!;
      for (const [group, level, rank, high, firsts] of [
        [of('Female'), row.levelA!, row.rankA, row.rankHighA, row.firstsA],
        [of('Male'), row.levelB!, row.rankB, row.rankHighB, row.firstsB]
      ] as const) {
        expect(group.estimate).toMatchObject({ value: Number(level.value.toPrecision(5)) });
        expect([group.rank, group.rankHigh, group.firsts]).toEqual([rank, high, firsts]);
      }
      expect(row.estimate).toMatchObject({ value: row.levelA!.value - row.levelB!.value });
    }
  });

  it('share a thousand first places between the models of a side', () => {
    for (const side of ['firstsA', 'firstsB'] as const) {
      const all = figure.rows.reduce((sum, row) => sum + (row[side] ?? 0), 0);
      expect(all).toBeCloseTo(1000, 6);
    }
  });

  it('are set against everyone who is not on side A when there is no side B', async () => {
    const { rows, denominators } = await ranked({ a: gender('female'), b: null });
    const written = await ranked({
      a: gender('female'),
      b: [{ column: 'gender', exclude: true, keys: ['female'] }]
    });
    expect(rows).toEqual(written.rows);
    expect(denominators.people).toBe(120);
  });

  it('are the same with the sides swapped, but for the sign', async () => {
    const swapped = await ranked({ a: gender('male'), b: gender('female') });
    for (const row of figure.rows) {
      const other = swapped.rows.find(({ key }) => key === row.key)!;
      if (!row.estimate.shown || !other.estimate.shown) continue;
      expect(other.estimate.value).toBeCloseTo(-row.estimate.value, 12);
      expect(other.estimate.low).toBeCloseTo(-row.estimate.high, 12);
    }
  });

  it('show nothing of a model that nine people saw', async () => {
    const rare = figure.rows.find(({ estimate }) => !estimate.shown)!;
    expect(Object.keys(rare).sort()).toEqual(['estimate', 'key', 'label', 'missing', 'sides']);
  });

  it('are named in the headline only where the difference leaves out none', () => {
    const found = figure.rows.filter(sidesDiffer);
    const headline = sidesHeadline(figure)!;
    if (found.length === 0) expect(headline).toMatch(/^We cannot tell women and men apart/);
    for (const { label } of figure.rows) {
      if (headline.includes(`${label} `)) expect(found.map((row) => row.label)).toContain(label);
    }
  });
});
