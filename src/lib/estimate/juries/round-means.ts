import type { RoundMeans } from './people-interval.ts';
import type { Rounds } from './rounds.ts';

/** Mean welfare of each round of a scheme, with the variance that another draw of its juries would give it. */
export function meansOf({ rounds, each, winners, welfare }: Rounds, scheme: number): RoundMeans {
  const [mean, noise] = [new Float64Array(rounds), new Float64Array(rounds)];
  for (let round = 0; round < rounds; round++) {
    let [sum, squares, held] = [0, 0, 0];
    for (let jury = round * each; jury < (round + 1) * each; jury++) {
      if (winners[scheme]![jury]! < 0) continue;
      sum += welfare[scheme]![jury]!;
      squares += welfare[scheme]![jury]! ** 2;
      held++;
    }
    mean[round] = sum / held;
    noise[round] = held > 1 ? Math.max(0, squares / held - (sum / held) ** 2) / (held - 1) : 0;
  }
  return { mean, noise };
}

/** One scheme's rounds less another's, of the same people. */
export const lessThan = (a: RoundMeans, b: RoundMeans): RoundMeans => ({
  mean: a.mean.map((value, i) => value - b.mean[i]!),
  noise: a.noise.map((value, i) => value + b.noise[i]!)
});
