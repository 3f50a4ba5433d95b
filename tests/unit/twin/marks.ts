import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/lib/release/marks.ts';
import type { Release } from './release.ts';

/** Published shares of openers, and coefficients of a regression of opener scores on the marks and the length. */
const PUBLISHED = {
  denies_being_human: { share: 0.11, points: -2.3 },
  refuses: { share: 0.033, points: -9 },
  says_it_is_ai: { share: 0.03, points: -3.6 },
  has_line_break: { share: null, points: -10.8 },
  ends_with_question: { share: null, points: 2.6 },
  has_list: { share: null, points: 7.2 }
} as const;

const CHARACTER = 0.0271;

/** Marks of replies at the published rates, and what they go with. */
export function markStatements(release: () => Release): void {
  describe('marks of replies', () => {
    const names = Object.keys(PUBLISHED) as (keyof typeof PUBLISHED)[];
    const rows = () => {
      const openers = release().utterances.filter(({ turn }) => turn === 0);
      return openers.map(({ score, model_response }) => {
        const marks = marksOf(model_response);
        return [...names.map((name) => Number(marks[name])), [...model_response].length, 1, score];
      });
    };

    it('shares of openers within half a point of the published ones', () => {
      const found = rows();
      names.forEach((name, index) => {
        const { share } = PUBLISHED[name];
        const own = found.reduce((sum, row) => sum + row[index]!, 0) / found.length;
        if (share === null) expect(own, name).toBeGreaterThan(0.05);
        else expect(Math.abs(own - share), name).toBeLessThan(0.005);
      });
    });

    it('coefficients of the published signs, and near the published sizes', () => {
      const found = regression(rows());
      names.forEach((name, index) => {
        const { points } = PUBLISHED[name];
        expect(Math.sign(found[index]!), name).toBe(Math.sign(points));
        expect(Math.abs(found[index]! - points), name).toBeLessThan(3);
      });
      expect(Math.abs(found[names.length]! - CHARACTER)).toBeLessThan(0.01);
    });
  });
}

/** Coefficients of the last column on the others, by Gaussian elimination of the normal equations. */
function regression(rows: readonly (readonly number[])[]): number[] {
  const size = rows[0]!.length - 1;
  const equations = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size + 1 }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0))
  );
  equations.forEach((pivot, i) => {
    for (const other of equations) {
      if (other === pivot) continue;
      const factor = other[i]! / pivot[i]!;
      other.forEach((value, j) => (other[j] = value - factor * pivot[j]!));
    }
  });
  return equations.map((equation, i) => equation[size]! / equation[i]!);
}
