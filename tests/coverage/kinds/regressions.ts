import { explain } from '../../../src/lib/estimate/regression/explained-task.ts';
import { seeded, type Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { boundedMean } from '../../../src/lib/estimate/sums/bounded-mean.ts';
import { useOfScale } from '../../../src/lib/estimate/sums/use-of-scale.ts';
import { trial, type Kind, type Planted } from '../kind.ts';
import { momentsOf } from '../person-sums.ts';
import { repliesOf, type Study } from '../study.ts';

const study: Study = { models: 6, liking: [9, 4, 4, 0, -5, -12] };
const SIZES = [30, 100, 400] as const;

/** A reply's own marks: a slope of 2 points for each unit of length, 3 for a list; some people write for longer replies. */
const SLOPE = 2;
const LIST = 3;

interface Marked {
  readonly y: Int32Array;
  readonly person: Int32Array;
  readonly people: number;
  readonly model: Int32Array;
  readonly columns: Readonly<Record<'length' | 'list', Float64Array>>;
}

function marked(people: number, random: Seeded, planted?: Planted): Marked {
  const { person, item, score } = repliesOf(study, people, random, planted);
  const length = new Float64Array(score.length);
  const list = new Float64Array(score.length);
  let taste = 0;
  const y = score.map((value, row) => {
    // How long replies to somebody are, and how they like long ones, are their own.
    if (row === 0 || person[row] !== person[row - 1]) taste = random.integer(5) - 2;
    length[row] = 5 + taste + random.integer(7);
    list[row] = random.integer(4) === 0 ? 1 : 0;
    return value + SLOPE * length[row]! + Math.round(taste * (length[row]! - 5 - taste - 3)) + LIST * list[row]!;
  });
  return { y, person, people: planted ? people * 6 : people, model: item, columns: { length, list } };
}

const indicators = (model: Int32Array, from: number) =>
  Object.fromEntries(
    Array.from({ length: study.models - from }, (_, i) => [
      `model ${i + from}`,
      Float64Array.from(model, (one) => (one === i + from ? 1 : 0))
    ])
  );

export const coefficients: Kind = {
  name: 'Coefficient of least squares',
  kernel: 'leastSquares',
  shown: 'what goes with a score, with the models’ averages in or taken out',
  cells: SIZES.flatMap((people) =>
    (['length', 'list'] as const).map((name) => ({
      says: `${name}, models taken out`,
      people,
      trial(random, planted) {
        const { y, person, people: many, model, columns } = marked(people, random, planted);
        const task = { kind: 'explained', y, person, people: many, intercept: true, counts: {} } as const;
        const { found } = explain({ ...task, columns: { ...columns, ...indicators(model, 1) } });
        return 'reason' in found ? null : trial(found.coefficients[name]!, name === 'length' ? SLOPE : LIST);
      },
      quick: people === 30
    }))
  )
};

export const lengthClasses: Kind = {
  name: 'Mean score by length',
  kernel: 'leastSquares',
  shown: 'score by length of the reply',
  cells: SIZES.map((people) => ({
    says: 'one of three classes of length',
    people,
    trial(random, planted) {
      const { y, person, people: many, columns } = marked(people, random, planted);
      const of = Array.from(columns.length, (length) => (length < 7 ? 0 : length < 10 ? 1 : 2));
      const classes = [0, 1, 2].map((one) => [`class ${one}`, Float64Array.from(of, (own) => (own === one ? 1 : 0))]);
      const task = { kind: 'explained', y, person, people: many, intercept: false, counts: {} } as const;
      const { found } = explain({ ...task, columns: Object.fromEntries(classes) });
      return 'reason' in found ? null : trial(found.coefficients['class 1']!, middleClass());
    },
    quick: people === 30
  }))
};

/** The mean score of replies of the middle class, over all that somebody's taste and a reply's length can be. */
function middleClass(): number {
  let [sum, count] = [0, 0];
  for (let taste = -2; taste <= 2; taste++) {
    for (let part = 0; part < 7; part++) {
      const length = 5 + taste + part;
      if (length < 7 || length >= 10) continue;
      sum += SLOPE * length + taste * (part - 3);
      count++;
    }
  }
  return 60 + LIST / 4 + sum / count;
}

const USES = ['range', 'deviation', 'mean', 'middle'] as const;
type Use = (typeof USES)[number];

/** In hundredths of a point, as they are stored. The scores of these studies have no ends of their own. */
const ENDS = {
  range: { lowest: 0, highest: 20_000 },
  deviation: { lowest: 0, highest: 15_000 },
  mean: { lowest: -5000, highest: 17_000 },
  middle: { lowest: 0, highest: 12_000 }
} as const;

const usesOf = (use: Use, people: number, random: Seeded, planted?: Planted) =>
  useOfScale(repliesOf(study, people, random, planted), use).map(({ value }) => [Math.round(100 * value)]);

/** Nearly endlessly many people: their mean is off by less than a tenth of the standard error of 400. */
const MANY = 40_000;
const known = new Map<Use, number>();

function useOfMany(use: Use): number {
  const found = known.get(use) ?? momentsOfMany(use);
  known.set(use, found);
  return found;
}

function momentsOfMany(use: Use): number {
  let [sum, count] = [0, 0];
  for (let part = 0; part < 10; part++) {
    for (const [value] of usesOf(use, MANY / 10, seeded(part))) {
      sum += value!;
      count++;
    }
  }
  return sum / count / 100;
}

export const usesOfScale: Kind = {
  name: 'Use of the scale',
  kernel: 'useOfScale, boundedMean',
  shown: 'range, spread and middle of people’s scores, by group',
  cells: SIZES.flatMap((people) =>
    USES.map((use) => ({
      says: use,
      people,
      trial(random) {
        const found = boundedMean(momentsOf(usesOf(use, people, random)), ENDS[use], 100);
        return 'reason' in found ? null : trial(found, useOfMany(use));
      }
    }))
  )
};
