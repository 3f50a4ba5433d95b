import type { Tastes } from './tastes.ts';

/** By what welfare is measured: people's own mean score of a model, or the share of times they chose it. */
export type Welfare = 'score' | 'chosen';

/**
 * What a population has of each model: the mean over those of them who met it of their own mean score, or of their own
 * share of times chosen. Someone who stands in the list twice counts twice; NaN for a model that nobody met.
 *
 * @method Welfare of a population under a model
 * @formula M(u, m) = mean score that person u gave model m in opening turns, or the share of times u chose it
 * W(m) = mean of M(u, m) over the people u of the population who met m
 * @assumes Nothing is filled in for models that a person never met, so that models are judged by different people.
 * @source The published analysis of welfare, 11b of the code published with PRISM (Kirk et al. 2024).
 */
export function welfareOf(tastes: Tastes, people: ArrayLike<number>, by: Welfare): Float64Array {
  const { models, starts, model } = tastes;
  const of = tastes[by];
  const [sums, met] = [new Float64Array(models), new Float64Array(models)];
  for (let i = 0; i < people.length; i++) {
    for (let at = starts[people[i]!]!, end = starts[people[i]! + 1]!; at < end; at++) {
      sums[model[at]!]! += of[at]!;
      met[model[at]!]!++;
    }
  }
  return sums.map((sum, i) => sum / met[i]!);
}
