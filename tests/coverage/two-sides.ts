import type { Seeded } from '../../src/lib/estimate/resampling/seeded.ts';
import { personOf, type Population } from './population.ts';

/**
 * People with rows on either of two sides, each row going to one of them by chance, so that some people are on one side
 * only; on the first, values are higher by `shift`.
 */
export function bothSides(population: Population, people: number, shift: number, random: Seeded): number[][][] {
  const sides: number[][][] = [[], []];
  for (let person = 0; person < people; person++) {
    const own: number[][] = [[], []];
    for (const value of personOf(population, 2 + random.integer(8), random)) {
      const side = random.integer(2);
      own[side]!.push(side === 0 ? value + shift : value);
    }
    sides.forEach((side, i) => side.push(own[i]!));
  }
  return sides;
}
