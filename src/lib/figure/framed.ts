import { chartNamed, charts, type Chart } from '../charts/index.ts';

/**
 * The charts of which one shows what the link of an embedded figure says: those that share the vocabulary of the chart that
 * its address names and choose among themselves, or that chart alone.
 *
 * @throws RangeError when there is no such chart
 */
export function framedCharts(name: string): readonly [Chart, ...Chart[]] {
  const named = chartNamed(name);
  const others = charts.filter(
    (one) => one !== named && named.shows && one.shows && one.vocabulary === named.vocabulary
  );
  return [named, ...others];
}
