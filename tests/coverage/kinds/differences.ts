import {
  NOBODY_SHARED,
  type Contrast,
  type CrossMoments,
  type Moments,
  type Unestimated
} from '../../../src/lib/estimate/estimate.ts';
import type { Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import {
  differenceOfMeans,
  differenceOfShares,
  withinPersonDifference
} from '../../../src/lib/estimate/sums/difference.ts';
import { trial, type Cell, type Kind, type Planted } from '../kind.ts';
import { asPlanted, crossMomentsOf, momentsOf } from '../person-sums.ts';
import { alikeWithin, meanOf, peopleOf, scores, sliders, yesOrNo, type Population, type Rows } from '../population.ts';
import { PEOPLE, ROWS, SHARES } from '../sizes.ts';
import { bothSides } from '../two-sides.ts';

type Difference = (a: Moments, b: Moments, cross: CrossMoments) => Contrast | Unestimated;

/** Two groups that share nobody. */
function apart(
  says: string,
  difference: Difference,
  people: number,
  others: number,
  rows: Rows,
  [a, b]: readonly [Population, Population]
): Cell {
  const truth = meanOf(a) - meanOf(b);
  const side = (population: Population, count: number, random: Seeded, planted?: Planted) =>
    momentsOf(asPlanted(peopleOf(population, count, rows, random), planted));
  return {
    says: `${says}, against ${others}, ${rows}`,
    people,
    trial(random, planted) {
      const found = difference(side(a, people, random, planted), side(b, others, random, planted), NOBODY_SHARED);
      return 'reason' in found ? null : trial(found, truth);
    },
    quick: people === 30 && others === 400 && rows === 'about 49 rows'
  };
}

/** The same people on both sides, with some rows on either; not everybody has rows on both. */
function shared(says: string, difference: Difference, people: number, population: Population, shift: number): Cell {
  return {
    says: `${says}, the same people on both sides, about six rows`,
    people,
    trial(random, planted) {
      const [a, b] = bothSides(population, people, shift, random).map((side) => asPlanted(side, planted));
      const cross = planted ? NOBODY_SHARED : crossMomentsOf(a!, b!);
      const found = difference(momentsOf(a!), momentsOf(b!), cross);
      return 'reason' in found ? null : trial(found, shift);
    },
    quick: people === 30
  };
}

const others = (people: number) => (people === 400 ? [400] : [people, 400]);
const ceiling = [sliders['at the ceiling'], sliders['in the middle']] as const;

export const meanDifferences: Kind = {
  name: 'Difference of means',
  kernel: 'differenceOfMeans',
  shown: 'two groups compared; a group against all others',
  why: 'Short where one side has few people, most of whom give the highest answer: its interval is as long on either side.',
  cells: PEOPLE.flatMap((people) => [
    ...others(people).flatMap((many) =>
      ROWS.flatMap((rows) => [
        apart('scores', differenceOfMeans, people, many, rows, [scores, scores]),
        apart('sliders, one at the ceiling', differenceOfMeans, people, many, rows, ceiling)
      ])
    ),
    shared('answers alike within persons', differenceOfMeans, people, alikeWithin, 8)
  ])
};

export const shareDifferences: Kind = {
  name: 'Difference of shares',
  kernel: 'differenceOfShares',
  shown: 'two groups compared; a group against all others',
  steps: true,
  cells: PEOPLE.flatMap((people) =>
    others(people).flatMap((many) =>
      ROWS.flatMap((rows) =>
        SHARES.map((about) => {
          const population = yesOrNo(about);
          return apart(`both about ${about * 100} %`, differenceOfShares, people, many, rows, [population, population]);
        })
      )
    )
  )
};

export const withinPersons: Kind = {
  name: 'Difference within persons',
  kernel: 'withinPersonDifference',
  shown: 'people compared with themselves: two models, two topics',
  cells: PEOPLE.map((people) =>
    shared(
      'answers alike within persons',
      (a, b, cross) => (cross.people > 0 ? withinPersonDifference(cross, 'mean') : differenceOfMeans(a, b, cross)),
      people,
      scores,
      8
    )
  )
};
