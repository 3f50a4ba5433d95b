import { describe, expect, it } from 'vitest';
import { againstTheOthers, type DisjointGroup } from '../../../src/lib/charts/rows/against-the-others.ts';
import { benjaminiHochberg } from '../../../src/lib/estimate/index.ts';

/** People with one row each, of these values. */
function group(key: string, values: readonly number[], missing = false): DisjointGroup {
  const sum = (of: (value: number) => number) => values.reduce((total, value) => total + of(value), 0);
  const [people, y] = [values.length, sum((value) => value)];
  return {
    key,
    missing,
    sums: { people, conversations: people, ratings: people, x: people, y, xx: people, xy: y, yy: sum((v) => v * v) }
  };
}

const values = (n: number, centre: number) => Array.from({ length: n }, (_, i) => centre + ((i * 7) % 11) - 5);

/** The Welch test of two samples, by its normal approximation: near enough at these sizes to order and compare. */
function apart(one: readonly number[], other: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
  const variance = (all: readonly number[]) =>
    all.reduce((sum, value) => sum + (value - mean(all)) ** 2, 0) / (all.length - 1) / all.length;
  return Math.abs(mean(one) - mean(other)) / Math.sqrt(variance(one) + variance(other));
}

describe('groups against the others', () => {
  const [a, b, c, d] = [values(80, 50), values(60, 53), values(45, 50), values(12, 90)];

  it('are tested from 30 people on, the missing never', () => {
    const found = againstTheOthers([[group('a', a), group('b', b), group('c', c, true), group('d', d)]], 1);
    expect([...found.keys()]).toEqual(['a', 'b']);
  });

  it('count everybody else, missing and small groups too', () => {
    const without = againstTheOthers([[group('a', a), group('b', b), group('c', c)]], 1);
    const withMissing = againstTheOthers([[group('a', a), group('b', b), group('c', c), group('d', d, true)]], 1);
    expect(withMissing.get('a')).not.toBeCloseTo(without.get('a')!, 3);
  });

  it('order as the distances of the samples do', () => {
    const found = againstTheOthers([[group('a', a), group('b', b), group('c', c)]], 1);
    const distance = { a: apart(a, [...b, ...c]), b: apart(b, [...a, ...c]), c: apart(c, [...a, ...b]) };
    const byDistance = Object.entries(distance).sort((one, other) => other[1] - one[1]);
    const byP = [...found].sort((one, other) => one[1] - other[1]);
    expect(byP[0]![0]).toBe(byDistance[0]![0]);
    expect(found.get('b')!).toBeLessThan(0.05);
  });

  it('ask one question of two groups, and are one family over all lists', () => {
    const two = [group('one', a), group('two', b)];
    const alone = againstTheOthers([two], 1);
    expect(alone.get('one')).toBe(alone.get('two'));
    const p = alone.get('one')!;
    const more = againstTheOthers([two, [group('x', c), group('y', values(45, 50))]], 1);
    expect(more.size).toBe(4);
    expect(more.get('one')).toBeCloseTo(benjaminiHochberg([p, more.get('x')!])[0]!, 12);
  });

  it('do not depend on the unit', () => {
    const lists = [[group('a', a), group('b', b)]];
    expect(againstTheOthers(lists, 840).get('a')).toBeCloseTo(againstTheOthers(lists, 1).get('a')!, 12);
  });
});
