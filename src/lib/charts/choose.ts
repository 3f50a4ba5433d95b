import type { Selection } from '../selection/index.ts';
import type { Chart } from './chart.ts';

/**
 * The chart, of some that share a vocabulary, that shows a selection.
 *
 * @throws RangeError when none does
 */
export function chartShowing(charts: readonly Chart[], selection: Selection): Chart {
  const chart = charts.find((one) => one.shows?.(selection) ?? true);
  if (!chart) throw new RangeError('No chart shows this selection');
  return chart;
}

/**
 * The chart of some that has a name.
 *
 * @throws RangeError when none has
 */
export function chartCalled(charts: readonly Chart[], name: string): Chart {
  const chart = charts.find((one) => one.name === name);
  if (!chart) throw new RangeError(`No such chart: ${name}`);
  return chart;
}
