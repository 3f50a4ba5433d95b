import { boundedMean } from '../../../src/lib/estimate/sums/bounded-mean.ts';
import { mean } from '../../../src/lib/estimate/sums/mean.ts';
import { trial, type Cell, type Kind } from '../kind.ts';
import { asPlanted, momentsOf } from '../person-sums.ts';
import { durations, lengths, meanOf, peopleOf, scores, sliders, type Population, type Rows } from '../population.ts';
import { PEOPLE, ROWS } from '../sizes.ts';

function cell(
  says: string,
  people: number,
  rows: Rows,
  population: Population,
  ends?: readonly [number, number]
): Cell {
  const truth = meanOf(population);
  return {
    says: `${says}, ${rows}`,
    people,
    trial(random, planted) {
      const moments = momentsOf(asPlanted(peopleOf(population, people, rows, random), planted));
      const found = ends ? boundedMean(moments, { lowest: ends[0], highest: ends[1] }) : mean(moments);
      return 'reason' in found ? null : trial(found, truth);
    },
    quick: people === 30 && rows === 'about 49 rows'
  };
}

export const meanOnScale: Kind = {
  name: 'Mean on a scale with ends',
  kernel: 'boundedMean',
  shown: 'sliders, scores and use of the scale, by group and by place',
  why: 'Short where people give one answer each and most of them the highest: few people cannot know of the rare low answers.',
  cells: [
    ...Object.entries(sliders).flatMap(([says, population]) =>
      PEOPLE.flatMap((people) => ROWS.map((rows) => cell(`slider ${says}`, people, rows, population, [0, 100])))
    ),
    ...PEOPLE.flatMap((people) => ROWS.map((rows) => cell('score', people, rows, scores, [1, 100])))
  ]
};

export const plainMean: Kind = {
  name: 'Mean without ends',
  kernel: 'mean',
  shown: 'lengths of replies and messages, turns',
  why: 'Short where each person has one value and a few values are long.',
  cells: PEOPLE.flatMap((people) => ROWS.map((rows) => cell('characters', people, rows, lengths)))
};

export const heavyMean: Kind = {
  name: 'Mean of durations',
  kernel: 'mean',
  shown: 'durations, where a reader asks for the mean instead of the median',
  least: 0,
  why: 'A few durations carry the mean, and a study without them cannot know of them: hence the median is shown first.',
  cells: PEOPLE.flatMap((people) => ROWS.map((rows) => cell('seconds', people, rows, durations)))
};
