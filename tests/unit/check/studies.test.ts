import { describe, expect, it } from 'vitest';
import { fitByLeastSquares } from '../../../data/check/least-squares.ts';
import { checkedTastes, checkedWelfare, winsOf } from '../../../data/check/welfare.ts';
import type { ShippedData } from '../../../data/check/shipped-data.ts';
import { Random } from '../../../data/twin/random.ts';
import { leastSquares as clustered } from '../../../src/lib/estimate/regression/least-squares.ts';

describe('least squares with errors robust to uneven spread', () => {
  it('are those clustered by person when nobody has two rows', () => {
    const random = new Random(1, 'rows');
    const rows = Array.from({ length: 400 }, () => [random.normal(), Number(random.chance(0.2))] as const);
    const y = rows.map(([x, flag]) => 2 + 0.5 * x - 3 * flag + (1 + Math.abs(x)) * random.normal());
    const [fit] = fitByLeastSquares(
      rows.map(([x, flag]) => Float64Array.of(1, x, flag)),
      [y]
    );
    const columns = { x: rows.map(([x]) => x), flag: rows.map(([, flag]) => flag) };
    const other = clustered({ y, columns, person: [...y.keys()], people: y.length }).coefficients;
    for (const [index, name] of ['x', 'flag'].entries()) {
      expect(fit!.coefficients[index + 1]).toBeCloseTo(other[name]!.value, 10);
      expect(fit!.errors[index + 1]).toBeCloseTo(other[name]!.se, 10);
    }
  });

  it('refuse columns that say the same', () => {
    const design = [1, 2, 3, 4].map((x) => Float64Array.of(1, x, 2 * x));
    expect(() => fitByLeastSquares(design, [[1, 2, 3, 5]])).toThrow(RangeError);
  });
});

describe('juries', () => {
  it('are won by the model its members like best, by half of them where one of two sits', () => {
    const pool = [Float64Array.of(10, NaN, NaN), Float64Array.of(NaN, 5, NaN)];
    const [first, second, third] = winsOf(pool, 1, 'rating', new Random(1, 'juries'));
    expect(first! + second!).toBe(4000);
    expect(Math.abs(first! - 2000)).toBeLessThan(150);
    expect(third).toBe(0);
    // Whoever is there too, the model with 10 points wins; all five are the second with probability 1/32.
    const [large, small] = winsOf(pool, 5, 'rating', new Random(1, 'juries'));
    expect(large! + small!).toBe(4000);
    expect(Math.abs(small! - 125)).toBeLessThan(45);
  });

  it('break ties at random', () => {
    const [one, other] = winsOf([Float64Array.of(0.5, 0.5, 0.2)], 3, 'choice', new Random(2, 'ties'));
    expect(Math.abs(one! - other!)).toBeLessThan(300);
    expect(one! + other!).toBe(4000);
  });

  it('are made of openers of the balanced subset and people of the sample', () => {
    const column = (values: readonly number[]) => Int32Array.from(values);
    const data = {
      tables: {
        participants: { user_id: column([4, 7, 9]), included_in_us_rep: column([0, 0, 1]) },
        conversations: {},
        utterances: {
          user_id: column([4, 4, 4, 7, 7, 9, 4, 7]),
          turn: column([0, 0, 0, 0, 0, 0, 1, 0]),
          utterance_in_balanced_subset: column([0, 0, 0, 0, 0, 0, 0, 1]),
          model: column([0, 0, 1, 1, 2, 0, 1, 0]),
          score: column([10, 20, 40, 60, 80, 99, 99, 99]),
          if_chosen: column([1, 1, 0, 0, 1, 0, 0, 0])
        }
      }
    } as unknown as ShippedData;
    const { people, of } = checkedTastes(data, 'us', 'rating');
    expect(people).toEqual([0, 1]);
    expect(of.map((own) => [...own])).toEqual([
      [15, 40, NaN],
      [NaN, 60, 80]
    ]);
    expect(checkedWelfare(of)).toEqual([15, 50, 80]);
    expect(checkedTastes(data, 'us', 'choice').of.map((own) => [...own])).toEqual([
      [0, 1, NaN],
      [NaN, 1, 0]
    ]);
  });
});
