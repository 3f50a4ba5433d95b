import { share } from '../../../src/lib/estimate/sums/share.ts';
import { trial, type Kind } from '../kind.ts';
import { asPlanted, momentsOf } from '../person-sums.ts';
import { meanOf, peopleOf, yesOrNo } from '../population.ts';
import { PEOPLE, ROWS, SHARES } from '../sizes.ts';

export const shareOfRows: Kind = {
  name: 'Share',
  kernel: 'share',
  shown: 'shares of people, conversations and replies, by group and by place; bars of distributions',
  steps: true,
  cells: SHARES.flatMap((about) => {
    const population = yesOrNo(about);
    const truth = meanOf(population);
    return PEOPLE.flatMap((people) =>
      ROWS.map((rows) => ({
        says: `about ${about * 100} %, ${rows}`,
        people,
        trial(random, planted) {
          const found = share(momentsOf(asPlanted(peopleOf(population, people, rows, random), planted)));
          return 'reason' in found ? null : trial(found, truth);
        },
        quick: people === 100 && about === 0.1 && rows === 'about 49 rows'
      }))
    );
  })
};
