import type { Metric } from '../../dataset/index.ts';

/**
 * From where to where a metric can lie, in the unit shown: all of a share, a slider from end to end; without an upper bound
 * from the lower one to as far as it is drawn (null). Null where it has no lower bound to start from.
 */
export function wholeScale(metric: Metric): readonly [number, number | null] | null {
  if (metric.kind === 'share') return [0, 1];
  const [low, high] = metric.domain;
  return low === null ? null : [low, high];
}
