import type { RawEstimate, RawKinds } from '../../../src/lib/charts/chart.ts';
import type { Interval } from '../../../src/lib/estimate/index.ts';

/** An estimate of so many people who say the value. */
export function estimateOf(value: number, people: number): RawEstimate {
  const width = Math.max(1, value) / 10;
  const result = { value, low: value - width, high: value + width, se: width / 2, df: 8 };
  return { people, conversations: 20, ratings: 90, result };
}

/** What a field of each kind holds of them; nothing for kinds that tell of no answers. */
export function heldIn(kind: keyof RawKinds, value: number, people: number): unknown {
  const estimate = estimateOf(value, people);
  const { result } = estimate;
  const { low, high } = result as Interval;
  const spread = { from: [0], shares: [value], low: [low], high: [high] };
  switch (kind) {
    case 'value':
      return value;
    case 'named':
      return `${value}`;
    case 'interval':
      return { value, low, high };
    case 'estimate':
    case 'beside':
      return estimate;
    case 'outcomes':
      return [{ label: 'x', value, times: 9 }];
    case 'spreads':
      return { plain: spread, wide: spread, few: spread };
    case 'word':
    case 'group':
    case 'count':
      return undefined;
  }
}
