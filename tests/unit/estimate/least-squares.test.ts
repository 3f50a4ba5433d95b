import { describe, expect, test } from 'vitest';
import { leastSquares } from '../../../src/lib/estimate/regression/least-squares.ts';
import { expectReference, type Planted } from './reference-rows.ts';
import { codesOf, scoreRows, scores, type ScoreRow } from './score-rows.ts';

const terms = ['length', 'list', 'refuses'] as const;

function explained(rows: readonly ScoreRow[], withModels: boolean, people?: number) {
  const { codes, count } = codesOf(rows.map(({ person }) => person));
  const columns: Record<string, number[]> = {};
  for (const term of terms) columns[term] = rows.map((row) => row[term]);
  if (withModels) for (const model of [2, 3, 4, 5, 6]) columns[model] = rows.map((row) => Number(row.model === model));
  return leastSquares({ y: rows.map(({ score }) => score), columns, person: codes, people: people ?? count });
}

describe('least squares against lm and vcovCL of sandwich', () => {
  test.each([
    ['plain', false],
    ['models', true]
  ])('%s', (name, withModels) => {
    const compute = (planted?: Planted) => {
      const rows = scoreRows(planted);
      // People of the survey who never rated are not among the people here.
      const people = planted === 'denominator from the wrong table' ? 60 : undefined;
      const { coefficients, rSquared } = explained(rows, withModels, people);
      const numbers: Record<string, number> = { df: coefficients.length!.df, r_squared: rSquared, rows: rows.length };
      for (const term of terms) {
        const { value, se, low, high } = coefficients[term]!;
        Object.assign(numbers, {
          [`value_${term}`]: value,
          [`se_${term}`]: se,
          [`low_${term}`]: low,
          [`high_${term}`]: high
        });
      }
      return numbers;
    };
    expectReference(compute, scores.least_squares[name]!, 1e-9);
  });
});

describe('least squares', () => {
  const rows = scoreRows();

  test('without a constant gives the means of groups that add up to one', () => {
    const y = rows.map(({ score }) => score);
    const columns = Object.fromEntries(
      ['a', 'b', 'c'].map((side) => [side, rows.map((row) => Number(row.side === side))])
    );
    const { codes, count } = codesOf(rows.map(({ person }) => person));
    const { coefficients } = leastSquares({ y, columns, person: codes, people: count }, { intercept: false });
    for (const side of ['a', 'b', 'c']) {
      const own = rows.filter((row) => row.side === side).map(({ score }) => score);
      expect(coefficients[side]!.value).toBeCloseTo(own.reduce((sum, score) => sum + score, 0) / own.length, 10);
    }
  });

  test('refuses columns that say the same, or nothing, and too few people', () => {
    const y = rows.map(({ score }) => score);
    const { codes, count } = codesOf(rows.map(({ person }) => person));
    const list = rows.map((row) => row.list);
    const over = (columns: Record<string, number[]>, people = count) =>
      leastSquares({ y, columns, person: people === 1 ? codes.map(() => 0) : codes, people });
    expect(() => over({ list, no: list.map((value) => 1 - value) })).toThrow(RangeError);
    expect(() => over({ list, always: list.map(() => 1) })).toThrow(RangeError);
    expect(() => over({ list }, 1)).toThrow(RangeError);
  });
});
