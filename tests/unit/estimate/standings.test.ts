import { describe, expect, test } from 'vitest';
import { computeHere, type Computed } from '../../../src/lib/estimate/task.ts';
import { pairDifferences } from '../../../src/lib/estimate/rankings/ranks.ts';
import type { Ranking, StandingMethod, StandingsTask } from '../../../src/lib/estimate/rankings/standings.ts';
import { finish, made, methods, resampledOf } from './made-standings.ts';
import { agrees, fixture } from './reference-rows.ts';

interface Reference {
  readonly rows: { person: number[]; interaction: number[]; model: number[]; opener: boolean[]; score: number[] };
  readonly draws: number;
  readonly bradley_terry: { rows: Record<'btm' | 'glm', number[]> };
  readonly standings: Record<
    'mean' | 'win-rate' | 'strict-win-rate' | 'rank-centrality',
    Record<'value' | 'low' | 'high' | 'sd' | 'difference' | 'difference_sd', number[]> & {
      factor: number;
      factor_error: number;
      pairs: [number, number][];
    }
  >;
}
const reference = fixture<Reference>('models');

/** Errors that are easily made between rows and standings. */
type Planted = 'clusters ignored' | 'filter dropped' | 'ties dropped';

function taskOf(method: StandingMethod, resamples: number, planted?: Planted): StandingsTask {
  const { rows } = reference;
  const kept = rows.opener.flatMap((opener, i) => (opener || planted === 'filter dropped' ? [i] : []));
  const column = (values: readonly number[]) => Int32Array.from(kept, (i) => values[i]!);
  const score = column(rows.score);
  return {
    kind: 'standings',
    seed: 7,
    resamples,
    fewest: 1,
    fewestRanked: 1,
    items: 5,
    replies: {
      person: column(planted === 'clusters ignored' ? rows.interaction : rows.person),
      interaction: column(rows.interaction),
      item: column(rows.model),
      score
    },
    columns: { score },
    slices: [{ method, value: { column: 'score' }, tie: planted === 'ties dropped' ? -1 : 5 }]
  };
}

const sliceOf = (task: StandingsTask): Ranking => finish(task).slices[0]!;

const STANDING_RESAMPLES = 4000;
describe.each(methods)('R gives the same: %s', (method) => {
  const expected = reference.standings[method];

  /*
   * Monte Carlo error of an interval's end from B draws: √(p(1 − p)/B) / density there, which for a normal distribution
   * at p = 0.019, as with 30 people, is 0.1365/0.0463 = 2.95 sd/√B. Ours and R's are independent; four such errors are never met by chance
   * in these few comparisons.
   */
  const end = 4 * 2.95 * Math.sqrt(1 / STANDING_RESAMPLES + 1 / reference.draws);
  const misses = ({ intervals }: Ranking) =>
    expected.value.flatMap((value, i) => {
      const found = intervals[i]!;
      if (!('value' in found)) return ['no interval'];
      const off = (one: number, other: number) => Math.abs(one - other) > end * expected.sd[i]!;
      return [
        ...(agrees(found.value, value) ? [] : ['value']),
        ...(off(found.low, expected.low[i]!) ? ['low'] : []),
        ...(off(found.high, expected.high[i]!) ? ['high'] : [])
      ];
    });

  test('values exactly, intervals within Monte Carlo error', () => {
    expect(misses(sliceOf(taskOf(method, STANDING_RESAMPLES)))).toEqual([]);
  });
  test.each(['clusters ignored', 'filter dropped', 'ties dropped'] as const)(
    'a planted error is noticed: %s',
    (planted) => {
      if (method === 'mean' && planted === 'ties dropped') return;
      expect(misses(sliceOf(taskOf(method, STANDING_RESAMPLES, planted)))).not.toEqual([]);
    }
  );
  test('simultaneous intervals of all differences within Monte Carlo error', () => {
    const { values, resampled } = resampledOf(taskOf(method, STANDING_RESAMPLES))[0]!;
    const found = pairDifferences(
      values,
      resampled,
      [0, 1, 2, 3, 4],
      values.map(() => 1e8)
    );
    expect(found.map(({ a, b }) => [a, b])).toEqual(expected.pairs);
    found.forEach(({ value, low, high }, k) => {
      expect(agrees(value, expected.difference[k]!, 1e-9)).toBe(true);
      const sd = expected.difference_sd[k]!;
      const factor = (high - low) / 2 / sd;
      // The factor's own error, and that of a standard deviation: 1/√(2B) of itself.
      const error =
        Math.sqrt(1 / STANDING_RESAMPLES + 1 / reference.draws) *
        (expected.factor_error + expected.factor / Math.SQRT2);
      expect(Math.abs(factor - expected.factor)).toBeLessThan(4 * error);
    });
  });
});

test('Bradley–Terry on the same rows, ties as half a win', () => {
  const { values } = sliceOf(taskOf('bradley-terry', 1));
  const { btm, glm } = reference.bradley_terry.rows;
  values.forEach((value, i) => {
    expect(Math.abs(value - btm[i]!)).toBeLessThan(1e-8);
    expect(Math.abs(value - glm[i]!)).toBeLessThan(1e-8);
  });
});

describe('a task done here', () => {
  const task = made({ people: 30, items: 6, noise: 20 });
  test('tells of the first resamples and returns all', async () => {
    const first: number[] = [];
    const madeOf = (computed: Computed) => (computed.kind === 'standings' ? computed.made : 0);
    expect(madeOf(await computeHere(task, undefined, (computed) => first.push(madeOf(computed))))).toBe(200);
    expect(first).toEqual([100]);
    expect(await computeHere(task)).toEqual(finish(task));
  });
  test('gives up when the signal fires', async () => {
    await expect(computeHere(task, AbortSignal.abort())).rejects.toThrow(/abort/i);
    const stop = new AbortController();
    await expect(computeHere(task, stop.signal, () => stop.abort())).rejects.toThrow(/abort/i);
  });
});
