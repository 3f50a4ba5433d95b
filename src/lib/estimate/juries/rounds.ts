import { seeded } from '../resampling/seeded.ts';
import type { Benches } from './benches.ts';
import { drawnAgain, splitPeople } from './halves.ts';
import { holdJuries } from './hold-juries.ts';
import type { JuriesJudged } from './juries-task.ts';
import { seedFor } from './seed-for.ts';
import { welfareOf } from './welfare.ts';

/** Juries of every scheme, in rounds of as many each: those of one round are drawn from the same people, for the same people. */
export interface Rounds {
  readonly rounds: number;
  readonly each: number;
  /** By scheme and jury: the model chosen, −1 for none, and its welfare. */
  readonly winners: readonly Int32Array[];
  readonly welfare: readonly Float64Array[];
}

/** What chance is used for, so that no two uses share it. */
const [SPLIT, AGAIN, JURY] = [1, 2, 3];

/**
 * Holds rounds of juries. Held out, each round splits all people at random into halves, draws jurors from those of the pool in
 * one half and measures welfare in those served of the other, so that nobody judges what they chose. A resampled round draws
 * the people of each half again after the split: drawn before it, one person would stand in both.
 *
 * @method Held-out juries
 * @formula 50 random halves; in each, jurors from one half choose, and welfare is the mean over those served in the other
 * @assumes Halves are half as large as the pool and the population, so that a small pool is drawn from more often.
 * @source Cross-fitting as in Chernozhukov et al. (2018), The Econometrics Journal 21.
 * @differs The published juries are served themselves: a larger jury then comes nearer to the best model of the very
 * people it is measured on, by construction.
 */
export function holdRounds(
  benches: Benches,
  judged: JuriesJudged,
  { rounds, each, split, again }: { rounds: number; each: number; split: (round: number) => number; again: boolean },
  first = 0
): Rounds {
  const { task, tastes, candidates, ballots, isIn, isServed } = benches;
  const found = {
    winners: task.schemes.map(() => new Int32Array(rounds * each)),
    welfare: task.schemes.map(() => new Float64Array(rounds * each))
  };
  const everybody = Int32Array.from({ length: task.people }, (_, person) => person);
  for (let i = 0; i < rounds; i++) {
    const round = first + i;
    const halves =
      judged === 'held-out'
        ? splitPeople(seeded(seedFor(task.seed, SPLIT, split(round))), task.people)
        : ([everybody] as const);
    const chance = seeded(seedFor(task.seed, AGAIN, round));
    const drawn = again ? halves.map((half) => drawnAgain(chance, half)) : halves;
    const [jurors, others = jurors!] = drawn;
    const welfare = welfareOf(
      tastes,
      others.filter((person) => isServed[person] === 1),
      task.welfare
    );
    task.schemes.forEach(({ pool, size, chance: own }, scheme) => {
      const winners = found.winners[scheme]!.subarray(i * each, (i + 1) * each);
      const sitting = jurors!.filter((person) => isIn[pool]![person] === 1);
      if (sitting.length === 0 || !benches.possible[scheme]) return void winners.fill(-1);
      const { replace, fewestJurors: fewest } = task;
      const mayWin = candidates[pool]!.map((may, m) => (may && welfare[m] === welfare[m] ? 1 : 0));
      const random = seeded(seedFor(task.seed, JURY + Number(again), own, round));
      holdJuries(random, { ballots: ballots[pool]!, pool: sitting, size, replace, fewest, mayWin }, winners);
      winners.forEach((winner, jury) => (found.welfare[scheme]![i * each + jury] = welfare[winner] ?? NaN));
    });
  }
  return { rounds, each, ...found };
}
