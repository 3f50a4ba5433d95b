import { describe, expect, it } from 'vitest';
import { disclose, discloseContent } from '../../../src/lib/figure/disclose.ts';
import type { Estimated, NoFields, RawRow } from '../../../src/lib/charts/chart.ts';
import { estimatedOf } from '../charts/made-case.ts';

const row = (people: number, changes: Partial<RawRow> = {}): RawRow => ({
  key: 'a',
  label: 'A',
  missing: false,
  people,
  conversations: 2 * people,
  ratings: 8 * people,
  result: { value: 77.7, low: 70.1, high: 85.3, se: 3.9, df: 8 },
  ...changes
});

describe('the threshold rule', () => {
  it('keeps the further numbers of a row with its estimate, and drops them with it', () => {
    const fields = { wins: 'value' } as const;
    const seen = (people: number, minimum: number, changes: Partial<RawRow> = {}) =>
      disclose({ ...row(people, changes), wins: 31 }, minimum, fields).wins;
    expect(seen(10, 10)).toBe(31);
    expect(seen(9, 10)).toBeUndefined();
    expect(seen(40, 41)).toBeUndefined();
    expect(seen(40, 10, { result: { reason: 'no values' } })).toBeUndefined();
  });

  it('lets a chart’s own fields through by their kind, and none that the chart does not name', () => {
    const fields = {
      name: 'word',
      group: 'group',
      met: 'count',
      rank: 'value',
      within: 'estimate',
      turned: 'beside',
      fall: 'spreads'
    } as const;
    const raw = (people: number, others = people) => {
      const { key, label, missing, ...estimate } = row(others);
      const spread = (from: number[]) => ({ from, shares: [0.777], low: [0.701], high: [0.853] });
      const own = {
        ...{ name: 'gpt-4', group: { key, label, missing }, met: 9, rank: 77.7, within: estimate, turned: estimate },
        fall: { plain: spread([1]), wide: spread([2]), few: spread([3]) },
        unnamed: 77.7
      };
      return { ...row(people), ...own };
    };
    const seen = disclose(raw(40), 10, fields);
    expect(Object.keys(seen).sort()).toEqual([...Object.keys(fields), 'estimate', 'key', 'label', 'missing'].sort());
    expect([seen.name, seen.met, seen.rank]).toEqual(['gpt-4', 9, 77.7]);
    expect(seen.within).toEqual(seen.estimate);
    expect(seen.fall).toMatchObject({ finest: { from: [2] }, coarse: { from: [3] } });
    const hidden = disclose(raw(9), 10, fields);
    expect(Object.keys(hidden).sort()).toEqual([
      'estimate',
      'group',
      'key',
      'label',
      'met',
      'missing',
      'name',
      'within'
    ]);
    expect(JSON.stringify(hidden)).not.toMatch(/77\.7|0\.7/);
    // Another estimate is judged by its own people; one that stands beside the row's goes with it.
    const other = disclose(raw(9, 300), 10, fields);
    expect(other.within).toMatchObject({ shown: true, value: 77.7, level: 'plain' });
    expect(other).not.toHaveProperty('turned');
    expect(disclose(raw(300, 9), 10, fields).turned).toMatchObject({ shown: false, people: 9 });
  });

  it.each([
    [10, 'few'],
    [29, 'few'],
    [30, 'wide'],
    [99, 'wide'],
    [100, 'plain'],
    [8011, 'plain']
  ])('shows %i people as %s', (people, level) => {
    expect(disclose(row(people), 10)).toEqual({
      key: 'a',
      label: 'A',
      missing: false,
      estimate: {
        shown: true,
        value: 77.7,
        low: 70.1,
        high: 85.3,
        se: 3.9,
        df: 8,
        level,
        people,
        conversations: 2 * people,
        ratings: 8 * people
      }
    });
  });

  it.each([
    [0, 'too few to show (0 people)'],
    [1, 'too few to show (1 person)'],
    [9, 'too few to show (9 people)']
  ])('hides %i people and keeps no value, not even a published one', (people, reason) => {
    expect(disclose(row(people, { published: 77.7 }), 10)).toEqual({
      key: 'a',
      label: 'A',
      missing: false,
      estimate: { shown: false, people, conversations: 2 * people, ratings: 8 * people, reason }
    });
  });

  it('keeps a published value beside a shown one', () => {
    expect(disclose(row(10, { published: 77.1 }), 10).published).toBe(77.1);
  });

  it.each([
    [29, 30, false],
    [30, 30, true],
    [999, 1000, false],
    [1000, 1000, true]
  ])('with %i people and a minimum raised to %i, shown is %s', (people, minimum, shown) => {
    expect(disclose(row(people), minimum).estimate.shown).toBe(shown);
  });

  it.each([0, 1, 9, -5, NaN])('is not lowered by a minimum of %d', (minimum) => {
    expect(disclose(row(9), minimum).estimate.shown).toBe(false);
    expect(disclose(row(10), minimum).estimate.shown).toBe(true);
  });

  it('hides a number of people that is none', () => {
    expect(disclose(row(NaN), 10).estimate.shown).toBe(false);
  });

  it('gives the reason where nothing could be estimated, and that of too few first', () => {
    const result = { reason: 'everybody has the same value' };
    expect(disclose(row(50, { result }), 10).estimate).toMatchObject({ shown: false, reason: result.reason });
    expect(disclose(row(9, { result }), 10).estimate).toMatchObject({ reason: 'too few to show (9 people)' });
  });
});

describe('what is seen of a figure besides its rows', () => {
  const constants = { tested: 'count', explained: 'value', average: 'estimate' } as const;
  const estimated = (people: number, ofAverage = people): Estimated<NoFields, typeof constants> => {
    const { result, conversations, ratings } = row(ofAverage);
    const all = {
      ...estimatedOf([], { denominators: { people, conversations, ratings }, compared: { a: side, b: side } }),
      constants: { tested: 4, explained: 77.7, average: { people: ofAverage, conversations, ratings, result } }
    };
    return { ...all, unnamed: 77.7 } as typeof all;
  };
  const side = { words: 'women', short: 'women', unnamed: 77.7 };

  it('is what is named, and no more', () => {
    const seen = discloseContent(estimated(40), 10, { constants });
    expect(seen.constants).toMatchObject({ tested: 4, explained: 77.7, average: { shown: true, value: 77.7 } });
    expect(seen).not.toHaveProperty('unnamed');
    expect(seen.compared).toEqual({ a: { words: 'women', short: 'women' }, b: { words: 'women', short: 'women' } });
    expect(discloseContent(estimated(40), 10, {}).constants).toEqual({});
  });

  it('goes with its people: all of the figure, or its own', () => {
    for (const few of [
      discloseContent(estimated(9), 10, { constants }),
      discloseContent(estimated(40), 41, { constants })
    ]) {
      expect(JSON.stringify(few)).not.toMatch('77.7');
      expect(few.constants).toMatchObject({ tested: 4, average: { shown: false } });
    }
    expect(discloseContent(estimated(40, 9), 10, { constants }).constants).toMatchObject({
      explained: 77.7,
      average: { shown: false }
    });
  });
});
