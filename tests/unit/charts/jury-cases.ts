import type { Case } from './made-case.ts';
import { estimatedOf, ofPublished } from './made-case.ts';
import { juries } from '../../../src/lib/charts/juries/juries.ts';
import type { JuryFields } from '../../../src/lib/charts/juries/jury-columns.ts';
import type { Estimated, Outcome, RawRow } from '../../../src/lib/charts/chart.ts';

const scheme = (
  key: string,
  label: string,
  people: number,
  [value, half]: readonly [number, number],
  winners: readonly Outcome[]
): RawRow<JuryFields> => ({
  ...{ key, label, missing: false, people, conversations: 0, ratings: 0 },
  ...{ seats: 100, sitting: 243, winners, inSample: value + 1, heldOut: value },
  ...{ lower: value - 3, upper: value + 2, worst: value - 8 },
  ...(key === 'everyone-100' ? {} : { difference: { value: -2.9, low: -5.1, high: -0.7 } }),
  result: { value, low: value - half, high: value + half, se: half / 2 }
});

const won = (label: string, value: number, times: number): Outcome => ({ label, value, times });

/** Juries that choose one model, several near one another, and one far off; on few people, and on too few. */
export function juriesBySize(): Case<JuryFields> {
  const rows = [
    scheme(
      'everyone-10',
      '10 of everyone',
      120,
      [66.1, 3],
      [
        won('command', 71.2, 300),
        won('palm-2', 70.9, 240),
        won('luminous-extended-control', 52.3, 60),
        won('gpt-4', 65, 400)
      ]
    ),
    scheme('everyone-100', '100 of everyone', 120, [70, 2.5], [won('command', 71.2, 820), won('gpt-4', 65, 180)]),
    scheme('men-100', '100 men', 24, [67.1, 5], [won('command', 71.2, 400), won('gpt-4', 65, 600)]),
    scheme('over-45-100', '100 people of 45 and over', 9, [77.7, 5], [won('command', 71.2, 1000)])
  ];
  const { defaults } = juries.vocabulary;
  const words = { axis: 'Mean score of the chosen model among people who are not men, 1–100', scale: 'score' } as const;
  const estimated: Estimated<JuryFields> = {
    ...estimatedOf([], { ...words, rowsAre: 'Who sits' }),
    rows,
    overall: null
  };
  return ofPublished(juries, defaults, estimated, {});
}
