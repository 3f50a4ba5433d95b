import { describe, expect, it } from 'vitest';
import regressions from '../../../data/published/topic_regressions.json';
import type { ConversationRow, Release, SurveyRow } from './release.ts';

/** Topic tilts close to what is published. */
export function topicStatements(release: () => Release): void {
  describe('topics', () => {
    it('every significant published coefficient keeps its sign', () => {
      const wrong = significantCoefficients(release()).filter(
        ({ published, found }) => Math.sign(published) !== Math.sign(found)
      );
      expect(wrong).toEqual([]);
    });
  });
}

/** Least squares of each topic's indicator on the 31 published terms and an intercept, for the significant terms. */
function significantCoefficients({
  conversations,
  people,
  topics
}: Release): { name: string; published: number; found: number }[] {
  const terms = [...new Set(regressions.coefficients.map((one) => one.term))];
  const design = conversations.map((row) => {
    const person = people.get(row.user_id) as SurveyRow;
    const values = {
      gender: person.gender,
      age: person.age,
      region: person.location.special_region,
      ethnicity: person.ethnicity.simplified,
      religion: person.religion.simplified,
      conversation_type: row.conversation_type
    };
    return [
      0,
      ...Object.entries(values)
        .map(([name, level]) => terms.indexOf(name + level) + 1)
        .filter((at) => at > 0)
    ];
  });
  const size = terms.length + 1;
  return [...Array(22).keys()].flatMap((topic) => {
    const system = Array.from({ length: size }, () => new Float64Array(size + 1));
    design.forEach((columns, row) => {
      const hit = topics.get((conversations[row] as ConversationRow).conversation_id) === topic ? 1 : 0;
      for (const one of columns) {
        const equation = system[one] as Float64Array;
        for (const two of columns) equation[two] = (equation[two] ?? 0) + 1;
        equation[size] = (equation[size] ?? 0) + hit;
      }
    });
    const solution = solve(system);
    return regressions.coefficients
      .filter((one) => one.cluster_id === topic && one.sig_99 === 1)
      .map((one) => ({
        name: `${one.topic} ~ ${one.term}`,
        published: one.estimate,
        found: solution[terms.indexOf(one.term) + 1] as number
      }));
  });
}

/** Gaussian elimination with partial pivoting; the last column holds the right-hand side. */
function solve(system: Float64Array[]): number[] {
  const size = system.length;
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot; row < size; row++)
      if (Math.abs(system[row]?.[pivot] ?? 0) > Math.abs(system[best]?.[pivot] ?? 0)) best = row;
    [system[pivot], system[best]] = [system[best] as Float64Array, system[pivot] as Float64Array];
    const lead = system[pivot] as Float64Array;
    for (const row of system) {
      const factor = row === lead ? 0 : (row[pivot] ?? 0) / (lead[pivot] ?? 1);
      if (factor !== 0)
        for (let column = pivot; column <= size; column++)
          row[column] = (row[column] ?? 0) - factor * (lead[column] ?? 0);
    }
  }
  return system.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}
