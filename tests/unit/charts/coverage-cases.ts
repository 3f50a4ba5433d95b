import { leftAfter } from '../../../src/lib/charts/coverage/left-after.ts';
import type { LeftFields } from '../../../src/lib/charts/coverage/left-columns.ts';
import { publishedRepresentation } from '../../../src/lib/charts/coverage/published-representation.ts';
import { representation } from '../../../src/lib/charts/coverage/representation.ts';
import type { RawRow } from '../../../src/lib/charts/chart.ts';
import { groupsOf } from '../../../src/lib/charts/rows/metric-rows.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { answerPublished } from '../../../src/lib/figure/answer-published.ts';
import { invented } from '../figure/invented.ts';
import { estimatedOf, ofPublished, type Case } from './made-case.ts';

/** The published ages of people recruited in the UK, beside its census. */
export function representationPublished(): Case {
  const { defaults } = publishedRepresentation.vocabulary;
  return { chart: publishedRepresentation, figure: answerPublished(publishedRepresentation, defaults), assets: {} };
}

/** Ages of people beside a census. */
export async function peopleBesideTheCensus(): Promise<Case> {
  const people = { '18-24': 60, '25-34': 90, '35-44': 70, '45-54': 60, '55-64': 50, '65-plus': 12 };
  const cells = Object.fromEntries(Object.entries(people).map(([key, n]) => [key, { people: n, value: 1 }]));
  const database = invented(cells, { people: 342, value: 1 });
  return {
    chart: representation,
    figure: await answer(representation, representation.vocabulary.defaults, database),
    assets: {}
  };
}

/** Who is left by a threshold: more, fewer, as many, few and hidden. */
export function leftBySix(): Case {
  const rows = groupsOf('age', {}).map((group, i): RawRow<LeftFields> => {
    const value = [6, -4, 0.5, 1, -2, 3, 0][i]!;
    const people = [300, 250, 180, 60, 18, 150, 2][i]!;
    return {
      ...group,
      ...{ people, conversations: 0, ratings: 0, sides: { a: people, b: people, both: 0 }, stay: people },
      result: { value, low: value - 3, high: value + 3 },
      ...(Math.abs(value) > 3 ? { picked: { value, low: value - 4, high: value + 4 } } : {})
    };
  });
  const constants = { tested: 5, left: 1288, dropped: 108 };
  const words = { axis: 'Difference in percentage points', scale: 'score', constants } as const;
  return ofPublished(leftAfter, leftAfter.vocabulary.defaults, estimatedOf(rows, words), {});
}
