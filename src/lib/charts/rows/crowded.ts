import type { Metric } from '../../dataset/index.ts';
import type { RawTotal } from '../chart.ts';

/** From so many people on, intervals of means near an end of the scale hold what they promise. */
const ENOUGH = 100;
/** Nearer to an end than this part of the scale, most answers may lie at it. */
const NEAR = 0.15;

/**
 * What is said where the mean of a group of few people lies near an end of its scale: there its interval may cover less than
 * it promises, as simulations show. Of groups that are shown, `minimum` people or more.
 */
export function crowdedNote(metric: Metric, rows: readonly RawTotal[], minimum: number): string | undefined {
  if (metric.kind !== 'mean') return undefined;
  const [lowest, highest] = metric.domain;
  if (lowest === null || highest === null) return undefined;
  const near = (value: number) => Math.min(value - lowest, highest - value) < NEAR * (highest - lowest);
  const some = rows.some(
    ({ people, result }) => people >= minimum && people < ENOUGH && 'value' in result && near(result.value)
  );
  if (!some) return undefined;
  return `Near an end of the scale, where many give the same answer, 95\u202f% intervals of fewer than ${ENOUGH} people may hold the true mean in only 89 to 94 of 100 studies: see Coverage in Methods.`;
}
