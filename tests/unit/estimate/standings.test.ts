import { describe, expect, test } from 'vitest';
import { computeHere, type Computed } from '../../../src/lib/estimate/task.ts';
import { pairDifferences, ranks } from '../../../src/lib/estimate/rankings/ranks.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { standingInterval } from '../../../src/lib/estimate/rankings/standing-interval.ts';
import {
  resampleStandings,
  type SliceStandings,
  type StandingMethod,
  type StandingsComputed,
  type StandingsTask
} from '../../../src/lib/estimate/rankings/standings.ts';
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
    items: 5,
    replies: {
      person: column(planted === 'clusters ignored' ? rows.interaction : rows.person),
      interaction: column(rows.interaction),
      item: column(rows.model),
      score
    },
    slices: [{ method, value: score, tie: planted === 'ties dropped' ? -1 : 5, resampled: true }]
  };
}

function finish(task: StandingsTask): StandingsComputed {
  const steps = resampleStandings(task);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
const sliceOf = (task: StandingsTask): SliceStandings => finish(task).slices[0]!;

const STANDING_RESAMPLES = 4000;
const methods = ['mean', 'win-rate', 'strict-win-rate', 'rank-centrality'] as const;

describe.each(methods)('R gives the same: %s', (method) => {
  const expected = reference.standings[method];

  /*
   * Monte Carlo error of an interval's end from B draws: √(p(1 − p)/B) / density there, which for a normal distribution
   * at p = 0.025 is 0.1561/0.0584 = 2.67 sd/√B. Ours and R's are independent; four such errors are never met by chance
   * in these few comparisons.
   */
  const end = 4 * 2.67 * Math.sqrt(1 / STANDING_RESAMPLES + 1 / reference.draws);
  const misses = (slice: SliceStandings) =>
    expected.value.flatMap((value, i) => {
      const found = standingInterval(slice, i);
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
    const { values, resampled } = sliceOf(taskOf(method, STANDING_RESAMPLES));
    const found = pairDifferences(values, resampled, [0, 1, 2, 3, 4]);
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

const all: readonly StandingMethod[] = [...methods, 'published-rank-centrality', 'bradley-terry'];

/** Replies made up: `people` persons, four messages each, three or four of `items` models; `noise` 0 for an order all agree on. */
function made(options: {
  people: number;
  items: number;
  noise: number;
  alike?: boolean;
  seed?: number;
}): StandingsTask {
  const { people, items, noise, alike = false, seed = 3 } = options;
  const random = seeded(seed);
  const rows: number[][] = [];
  const messages: { shown: number[]; noise: number[] }[] = [];
  for (let person = 0; person < people; person++) {
    for (let message = 0; message < items; message++) {
      const again = alike && person > 0 ? messages[message]! : null;
      // Neighbours in a ring, so that all meet all.
      const shown =
        again?.shown ?? Array.from({ length: 3 }, (_, k) => (message + k * (1 + random.integer(2))) % items);
      const own = again?.noise ?? shown.map(() => random.integer(2 * noise + 1) - noise);
      messages[message] = { shown, noise: own };
      new Set(shown).forEach((item) =>
        rows.push([person, person * items + message, item, 50 - 6 * item + own[shown.indexOf(item)]!])
      );
    }
  }
  const column = (k: number) => Int32Array.from(rows, (row) => row[k]!);
  return {
    kind: 'standings',
    seed: 1,
    resamples: 200,
    fewest: 1,
    items,
    replies: { person: column(0), interaction: column(1), item: column(2), score: column(3) },
    slices: all.map((method) => ({ method, value: column(3), tie: 5, resampled: true }))
  };
}

describe('properties', () => {
  test('a noiseless order is recovered, and every rank is certain', () => {
    const { slices } = finish(made({ people: 40, items: 7, noise: 0 }));
    slices.forEach(({ values, resampled }, k) => {
      if (all[k] === 'bradley-terry') return expect([...values].every(Number.isNaN)).toBe(true);
      const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
      // The published slip need not keep an order.
      if (all[k] !== 'published-rank-centrality') expect(order, all[k]).toEqual([0, 1, 2, 3, 4, 5, 6]);
      if (all[k] === 'mean') {
        expect(ranks(values, resampled).map((rank) => [rank!.rank, rank!.low, rank!.high])).toEqual(
          order.map((_, i) => [i + 1, i + 1, i + 1])
        );
      }
    });
  });
  test('other names of the models change nothing but their places', () => {
    const task = made({ people: 30, items: 6, noise: 20 });
    const to = [3, 0, 5, 1, 4, 2];
    const item = task.replies.item.map((one) => to[one]!);
    const [one, other] = [finish(task), finish({ ...task, replies: { ...task.replies, item } })];
    one.slices.forEach((slice, k) => {
      // Its slip depends on the order of models with equally many wins.
      if (all[k] === 'published-rank-centrality') return;
      slice.values.forEach((value, i) => expect(other.slices[k]!.values[to[i]!]).toBeCloseTo(value, 10));
      slice.resampled.forEach((value, at) => {
        const place = Math.floor(at / 6) * 6 + to[at % 6]!;
        if (Number.isNaN(value)) expect(other.slices[k]!.resampled[place]).toBeNaN();
        else expect(other.slices[k]!.resampled[place]).toBeCloseTo(value, 8);
      });
      const [ours, theirs] = [
        ranks(slice.values, slice.resampled),
        ranks(other.slices[k]!.values, other.slices[k]!.resampled)
      ];
      ours.forEach((rank, i) => expect(theirs[to[i]!]).toEqual(rank));
    });
  });
  test('neither does another order of the rows, or other numbers of the people in the same order', () => {
    const task = made({ people: 30, items: 6, noise: 20 });
    const n = task.replies.person.length;
    const turn = (column: Int32Array) => column.map((_, i) => column[(i * 7 + 3) % n]!);
    expect(n % 7).not.toBe(0);
    const turned: StandingsTask = {
      ...task,
      replies: {
        person: turn(task.replies.person).map((person) => person * 5 + 2),
        interaction: turn(task.replies.interaction),
        item: turn(task.replies.item),
        score: turn(task.replies.score)
      },
      slices: task.slices.map((slice) => ({ ...slice, value: turn(slice.value!) }))
    };
    expect(finish(turned)).toEqual(finish(task));
  });
  test('people who are all alike leave nothing to chance', () => {
    for (const { values, resampled } of finish(made({ people: 25, items: 6, noise: 20, alike: true })).slices) {
      resampled.forEach((value, at) => {
        if (!Number.isNaN(values[at % 6]!)) expect(value).toBeCloseTo(values[at % 6]!, 10);
      });
    }
  });
  test('the win rates of all models have mean one half when all met all', () => {
    const { values } = finish(made({ people: 60, items: 4, noise: 25 })).slices[1]!;
    expect(values.reduce((sum, value) => sum + value, 0) / 4).toBeCloseTo(0.5, 12);
  });
  test('the first resamples are the first of all, and values are there from the start', () => {
    const steps = resampleStandings(made({ people: 30, items: 6, noise: 20 }));
    const first = steps.next().value as StandingsComputed;
    let last = steps.next();
    while (!last.done) last = steps.next();
    expect([first.made, last.value!.made, last.value!.total]).toEqual([100, 200, 200]);
    first.slices.forEach((slice, k) => {
      expect(slice.values).toEqual(last.value!.slices[k]!.values);
      expect(slice.resampled).toEqual(last.value!.slices[k]!.resampled.slice(0, slice.resampled.length));
    });
  });
});

describe('too few people', () => {
  const task = made({ people: 30, items: 6, noise: 20 });
  // The last model is rated by nine people only, who like it best.
  const rare = task.replies.item.map((item, row) => (item === 5 && task.replies.person[row]! >= 9 ? -1 : item));
  const spoilt = (score: number): StandingsTask => {
    const replies = {
      ...task.replies,
      item: rare,
      score: task.replies.score.map((own, row) => (rare[row] === 5 ? score : own))
    };
    return { ...task, fewest: 10, replies, slices: task.slices.map((slice) => ({ ...slice, value: replies.score })) };
  };
  test('leave a model out of everybody’s battles: its scores change nothing', () => {
    const [one, other] = [finish(spoilt(99)), finish(spoilt(1))];
    expect(one).toEqual(other);
    for (const { values, of } of one.slices) {
      expect(values[5]).toBeNaN();
      expect(of.people[5]).toBeLessThan(10);
      expect(of.wins[5]! + of.losses[5]! + of.ties[5]!).toBe(0);
    }
  });
  test('or all of them', () => {
    for (const { values, people, battles } of finish({ ...task, fewest: 31 }).slices) {
      expect([people, battles, [...values].every(Number.isNaN)]).toEqual([0, 0, true]);
    }
    const empty = new Int32Array(0);
    const none = { ...task, replies: { person: empty, interaction: empty, item: empty, score: empty } };
    for (const { people, resampled } of finish({ ...none, slices: task.slices.map((s) => ({ ...s, value: empty })) })
      .slices) {
      expect([people, resampled.length]).toEqual([0, 0]);
    }
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
