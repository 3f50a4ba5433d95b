import { seeded, type Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { ballotsOf, type JuryRule } from '../../../src/lib/estimate/juries/ballots.ts';
import { winnerOf } from '../../../src/lib/estimate/juries/hold-juries.ts';
import type { JuriesTask } from '../../../src/lib/estimate/juries/juries-task.ts';
import { tastesOf, type JuryReplies, type Tastes } from '../../../src/lib/estimate/juries/tastes.ts';

/** One rated reply. */
export interface JuryRow {
  readonly person: number;
  readonly model: number;
  readonly score: number;
  readonly chosen: number;
}

export const repliesOf = (rows: readonly JuryRow[]): JuryReplies => ({
  person: Int32Array.from(rows, ({ person }) => person),
  model: Int32Array.from(rows, ({ model }) => model),
  score: Int32Array.from(rows, ({ score }) => score),
  chosen: Int32Array.from(rows, ({ chosen }) => chosen)
});

export const numbers = (n: number) => Int32Array.from({ length: n }, (_, i) => i);

/** What a rule makes of each model, all people sitting, each as often as told; once unless told. */
export function weighed(tastes: Tastes, rule: JuryRule, sitting: ArrayLike<number> = numbers(tastes.people)) {
  const ballots = ballotsOf(tastes, rule, new Uint8Array(tastes.models).fill(1));
  const [sums, values] = [new Float64Array(ballots.cells), new Float64Array(tastes.models)];
  for (let i = 0; i < sitting.length; i++) {
    const [from, to] = [ballots.starts[sitting[i]!]!, ballots.starts[sitting[i]! + 1]!];
    for (let at = from; at < to; at++) sums[ballots.cell[at]!]! += ballots.amount[at]!;
  }
  ballots.weigh(sums, values);
  return { ballots, sums, values: [...values] };
}

/** Models that are level at the top. */
export function best(values: readonly number[]): number[] {
  const most = Math.max(...values);
  return [...values.keys()].filter((m) => values[m]! >= most - 1e-9);
}

/** People who met some of the models and liked some better; scores in steps of five, so that some are level. */
export function randomTastes(random: Seeded, people = 9, models = 4): { rows: JuryRow[]; tastes: Tastes } {
  const rows = Array.from({ length: people }, (_, person) => {
    const met = [...Array(models).keys()].filter(() => random.integer(5) > 0);
    return met.map((model) => ({ person, model, score: 5 * (1 + random.integer(20)), chosen: random.integer(2) }));
  }).flat();
  return { rows, tastes: tastesOf(repliesOf(rows), people, models) };
}

/** A study of people with likings of their own, three models an opener. */
export function studyRows(random: Seeded, people: number, liking: readonly number[], spread = 15): JuryRow[] {
  const around = (reach: number) => (random.uniform() + random.uniform() + random.uniform() - 1.5) * 2 * reach;
  return Array.from({ length: people }, (_, person) => {
    const taste = liking.map((own) => 55 + own + around(spread));
    return Array.from({ length: 4 }, () => {
      const shown = [...liking.keys()].sort(() => 0).filter(() => random.integer(liking.length) < 3);
      const scores = shown.map((model) => Math.min(100, Math.max(1, Math.round(taste[model]! + around(15)))));
      const top = scores.indexOf(Math.max(...scores));
      return shown.map((model, i) => ({ person, model, score: scores[i]!, chosen: Number(i === top) }));
    }).flat();
  }).flat();
}

/** A task of one or more schemes over everyone, or over part of them. */
export function taskOf(
  rows: readonly JuryRow[],
  people: number,
  models: number,
  changes: Partial<JuriesTask> = {}
): JuriesTask {
  return {
    ...{ kind: 'juries', seed: 1, judged: 'held-out', rule: 'mean', welfare: 'score', against: 0 },
    ...{ replies: repliesOf(rows), people, models, served: numbers(people), pools: [numbers(people)] },
    ...{ schemes: [{ pool: 0, size: 10, chance: 1 }], fewest: 1, fewestJurors: 0, replace: true },
    ...changes
  };
}

export { seeded, winnerOf };
