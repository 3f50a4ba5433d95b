import { differenceOfMedians } from '../../../src/lib/estimate/sums/median-difference.ts';
import { median } from '../../../src/lib/estimate/sums/median.ts';
import { stepsOf } from '../../../src/lib/estimate/sums/steps.ts';
import { trial, type Kind } from '../kind.ts';
import { asPlanted, type Values } from '../person-sums.ts';
import { durations, medianOf, peopleOf, sliders, type Population } from '../population.ts';
import { PEOPLE, ROWS } from '../sizes.ts';

const steps = (people: Values) =>
  stepsOf({ person: people.flatMap((values, i) => values.map(() => i)), value: people.flat() });

const populations: Readonly<Record<string, Population>> = {
  seconds: durations,
  'slider in the middle': sliders['in the middle'],
  'slider at the ceiling': sliders['at the ceiling'],
  'spiked slider': sliders.spiked
};

export const medians: Kind = {
  name: 'Median',
  kernel: 'median',
  shown: 'durations',
  steps: true,
  cells: Object.entries(populations).flatMap(([says, population]) => {
    const truth = medianOf(population);
    return PEOPLE.flatMap((people) =>
      ROWS.map((rows) => ({
        says: `${says}, ${rows}`,
        people,
        trial(random, planted) {
          const found = median(steps(asPlanted(peopleOf(population, people, rows, random), planted)));
          return 'reason' in found ? null : trial(found, truth);
        },
        quick: population === durations && people === 30 && rows === 'about six rows'
      }))
    );
  })
};

export const medianDifferences: Kind = {
  name: 'Difference of medians',
  kernel: 'differenceOfMedians',
  shown: 'two groups’ durations',
  steps: true,
  cells: PEOPLE.flatMap((people) =>
    ROWS.map((rows) => ({
      says: `seconds, as many on the other side, ${rows}`,
      people,
      trial(random, planted) {
        const side = () => steps(asPlanted(peopleOf(durations, people, rows, random), planted));
        const found = differenceOfMedians(side(), side());
        return 'reason' in found ? null : trial(found, 0);
      },
      quick: people === 30 && rows === 'about six rows'
    }))
  )
};
