import { describe, expect, test } from 'vitest';
import { KeptTables } from '../../../src/lib/estimate/rankings/kept-tables.ts';
import type { MemberCondition } from '../../../src/lib/estimate/rankings/members.ts';
import { pairDifferences, ranks } from '../../../src/lib/estimate/rankings/ranks.ts';
import { resampledSlices } from '../../../src/lib/estimate/rankings/resampled-slices.ts';
import { resampleStandings, type StandingsTask } from '../../../src/lib/estimate/rankings/standings.ts';
import { all, finish, last, made, resampledOf } from './made-standings.ts';

/** The ranks of all items that have a standing, each on 30 people. */
function ranked(values: Float64Array, resampled: Float64Array) {
  const items = [...values.keys()].filter((item) => Number.isFinite(values[item]!));
  return ranks(
    values,
    resampled,
    pairDifferences(
      values,
      resampled,
      items,
      values.map(() => 30)
    )
  );
}

describe('properties', () => {
  test('a noiseless order is recovered, and every rank is certain', () => {
    const slices = resampledOf(made({ people: 40, items: 7, noise: 0 }));
    slices.forEach(({ values, resampled }, k) => {
      if (all[k] === 'bradley-terry') return expect([...values].every(Number.isNaN)).toBe(true);
      const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
      // The published slip need not keep an order.
      if (all[k] !== 'published-rank-centrality') expect(order, all[k]).toEqual([0, 1, 2, 3, 4, 5, 6]);
      if (all[k] === 'mean') {
        expect(ranked(values, resampled).map((rank) => [rank!.rank, rank!.low, rank!.high])).toEqual(
          order.map((_, i) => [i + 1, i + 1, i + 1])
        );
      }
    });
  });
  test('other names of the models change nothing but their places', () => {
    const task = made({ people: 30, items: 6, noise: 20 });
    const to = [3, 0, 5, 1, 4, 2];
    const item = task.replies.item.map((one) => to[one]!);
    const [one, other] = [resampledOf(task), resampledOf({ ...task, replies: { ...task.replies, item } })];
    one.forEach((slice, k) => {
      // Its slip depends on the order of models with equally many wins.
      if (all[k] === 'published-rank-centrality') return;
      slice.values.forEach((value, i) => expect(other[k]!.values[to[i]!]).toBeCloseTo(value, 10));
      slice.resampled.forEach((value, at) => {
        const place = Math.floor(at / 6) * 6 + to[at % 6]!;
        if (Number.isNaN(value)) expect(other[k]!.resampled[place]).toBeNaN();
        else expect(other[k]!.resampled[place]).toBeCloseTo(value, 8);
      });
      const [ours, theirs] = [ranked(slice.values, slice.resampled), ranked(other[k]!.values, other[k]!.resampled)];
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
      columns: { score: turn(task.replies.score) }
    };
    expect(finish(turned)).toEqual(finish(task));
  });
  test('people who are all alike leave nothing to chance', () => {
    for (const { values, resampled } of resampledOf(made({ people: 25, items: 6, noise: 20, alike: true }))) {
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
    const steps = resampledSlices(made({ people: 30, items: 6, noise: 20 }));
    const first = steps.next().value!;
    const all = last(steps);
    expect([first.made, all.made]).toEqual([100, 200]);
    first.slices.forEach(({ standings, resampled }, k) => {
      expect(standings.values).toEqual(all.slices[k]!.standings.values);
      expect(resampled).toHaveLength(100 * 6);
      expect(resampled).toEqual(all.slices[k]!.resampled.slice(0, resampled.length));
    });
  });
  test('what was made before is taken over, and changes nothing', () => {
    const task = made({ people: 30, items: 6, noise: 20 });
    const alone = finish(task);
    const kept = new KeptTables();
    // Given up half-way: the next one goes on from there.
    const steps = resampleStandings(task, kept);
    expect(steps.next().value!.made).toBe(100);
    // Other people, other rows and other methods have tables of their own.
    const few = { ...task, replies: { ...task.replies, person: task.replies.person.map((person) => person % 20) } };
    const fewer = { ...task, slices: task.slices.map((slice) => ({ ...slice, tie: 0 })) };
    for (const other of [few, fewer, task, few, task]) {
      expect(last(resampleStandings(other, kept))).toEqual(finish(other));
    }
    expect(last(steps)).toEqual(alone);
  });
  test('slices are the rows that meet their conditions, and are told apart as if they were alone', () => {
    const task = made({ people: 60, items: 4, noise: 25 });
    const odd = task.replies.person.map((person) => person % 2);
    const of = (where: MemberCondition[]): StandingsTask => ({
      ...task,
      columns: { ...task.columns, odd },
      slices: task.slices.map((slice) => ({ ...slice, where })),
      compared: [0, 1]
    });
    const rows = [...odd.keys()].filter((row) => odd[row] === 1);
    const column = (values: Int32Array) => Int32Array.from(rows, (row) => values[row]!);
    const { person, interaction, item, score } = task.replies;
    const replies = {
      person: column(person),
      interaction: column(interaction),
      item: column(item),
      score: column(score)
    };
    const alone = finish({ ...task, replies, columns: { score: replies.score } });
    const found = finish(of([{ column: 'odd', is: 1 }]));
    expect(found.slices.map(({ values }) => values)).toEqual(alone.slices.map(({ values }) => values));
    expect(found.slices.map(({ people }) => people)).toEqual(alone.slices.map(() => 30));
    expect(finish(of([{ column: 'odd', not: 0 }]))).toEqual(found);
    expect(finish(of([{ column: 'odd', bit: 0, absent: 0 }]))).toEqual(found);
    expect(finish(of([{ column: 'odd', bit: 0, absent: 1 }])).slices[0]!.people).toBe(0);
    expect(found.contrasts).toMatchObject({ tested: 4 });
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
    return { ...task, fewest: 10, replies, columns: { score: replies.score } };
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
    for (const { people, intervals } of finish({ ...none, columns: { score: empty } }).slices) {
      expect([people, intervals.some((one) => 'value' in one)]).toEqual([0, false]);
    }
  });
});
