import { benchesOf } from '../../../src/lib/estimate/juries/benches.ts';
import { computeJuries, type JuriesJudged, type JuriesTask } from '../../../src/lib/estimate/juries/juries-task.ts';
import { JURIES, SPLITS } from '../../../src/lib/estimate/juries/jury-counts.ts';
import { lessThan, meansOf } from '../../../src/lib/estimate/juries/round-means.ts';
import { holdRounds } from '../../../src/lib/estimate/juries/rounds.ts';
import { tastesOf } from '../../../src/lib/estimate/juries/tastes.ts';
import { seeded, type Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { trial, type Cell, type Kind, type Planted, type Trial } from '../kind.ts';

/** A population of two groups of people, of which one alone may sit in the second scheme; the other is served. */
interface Population {
  readonly people: number;
  readonly models: number;
  /** Deviation between models, and of how differently the groups take to them. */
  readonly apart: number;
  readonly groups: number;
  readonly size: number;
  readonly judged: JuriesJudged;
}

const MODELS_SEED = 11;

/** Roughly normal, of mean 0 and variance 1. */
const deviate = (random: Seeded) =>
  Array.from({ length: 12 }, () => random.integer(1000)).reduce((sum, one) => sum + one, 0) / 1000 - 5.994;

/** A study: people meet two in three models, score them by themselves, their group, their taste and by chance. */
function study(
  { people, models, apart, groups, size, judged }: Population,
  random: Seeded,
  planted?: Planted
): JuriesTask {
  const fixed = seeded(MODELS_SEED);
  const ofModel = Array.from({ length: models }, () => apart * deviate(fixed));
  const ofGroup = Array.from({ length: models }, () => groups * deviate(fixed));
  const [person, model, score]: number[][] = [[], [], []];
  for (let who = 0; who < people; who++) {
    const own = 12 * deviate(random);
    for (let m = 0; m < models; m++) {
      if (random.integer(3) === 0) continue;
      const side = who % 2 === 0 ? 1 : -1;
      person!.push(who);
      model!.push(m);
      score!.push(60 + ofModel[m]! + side * ofGroup[m]! + own + 20 * deviate(random));
    }
  }
  // The error: what each person did is taken for the work of two.
  const twice = planted ? 2 : 1;
  const all = Array.from({ length: twice * people }, (_, who) => who);
  const again = (column: readonly number[], more: number) =>
    Float64Array.from(
      { length: twice * column.length },
      (_, i) => column[i % column.length]! + more * Math.floor(i / column.length)
    );
  return {
    ...{ kind: 'juries', seed: random.integer(2 ** 31), judged, rule: 'mean', welfare: 'score' },
    replies: {
      person: Int32Array.from(again(person!, people)),
      model: Int32Array.from(again(model!, 0)),
      score: Int32Array.from(again(score!, 0), Math.round),
      chosen: new Int32Array(twice * score!.length)
    },
    people: twice * people,
    models,
    served: Int32Array.from(all.filter((who) => (who % people) % 2 === 1)),
    pools: [Int32Array.from(all), Int32Array.from(all.filter((who) => (who % people) % 2 === 0))],
    schemes: [0, 1].map((pool) => ({ pool, size, chance: pool })),
    against: 0,
    fewest: 10,
    fewestJurors: 0,
    replace: true
  };
}

/** What is aimed at: the mean of the estimate over many studies of the population, none of which is looked at again. */
const truths = new Map<string, number>();
const STUDIES = 600;

function truthOf(population: Population): number {
  const key = JSON.stringify(population);
  const known = truths.get(key);
  if (known !== undefined) return known;
  let sum = 0;
  for (let i = 0; i < STUDIES; i++) {
    const task = study(population, seeded(900_001 + 7 * i));
    const benches = benchesOf(task, tastesOf(task.replies, task.people, task.models));
    const held = population.judged === 'held-out';
    const rounds = holdRounds(benches, population.judged, {
      ...{ rounds: held ? SPLITS : 1, each: JURIES / (held ? SPLITS : 1) },
      ...{ split: (round: number) => round, again: false }
    });
    const { mean } = lessThan(meansOf(rounds, 1), meansOf(rounds, 0));
    sum += mean.reduce((all, one) => all + one, 0) / mean.length;
  }
  truths.set(key, sum / STUDIES);
  return sum / STUDIES;
}

function differenceOf(population: Population, random: Seeded, planted?: Planted): Trial | null {
  const run = computeJuries(study(population, random, planted));
  let next = run.next();
  while (!next.done) next = run.next();
  const [, scheme] = next.value.schemes;
  if (!scheme || 'reason' in scheme || 'reason' in scheme.difference) return null;
  return trial(scheme.difference, truthOf(population));
}

const cell = (population: Population, says: string, quick = false): Cell => ({
  says,
  people: population.people,
  trial: (random, planted) => differenceOf(population, random, planted),
  ...(quick && { quick })
});

const HALF = { models: 21, size: 100, judged: 'held-out' } as const;

export const juriesApart: Kind = {
  name: 'Difference of what two juries do for people',
  kernel: 'peopleInterval',
  shown: 'whom juries serve',
  runs: 400,
  steps: true,
  cells: [
    cell({ ...HALF, people: 60, models: 4, size: 5, apart: 6, groups: 6 }, 'four models, five seats, held out', true),
    ...[100, 240, 700].flatMap((people) => [
      cell({ ...HALF, people, apart: 6, groups: 0 }, 'groups alike, held out'),
      cell({ ...HALF, people, apart: 6, groups: 4 }, 'groups unlike, held out'),
      cell({ ...HALF, people, apart: 1, groups: 0 }, 'models and groups alike, held out'),
      cell({ ...HALF, people, apart: 6, groups: 4, judged: 'in-sample' }, 'groups unlike, in-sample')
    ])
  ]
};
