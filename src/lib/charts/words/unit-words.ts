import {
  findColumn,
  formatCount,
  formatCountOf,
  formatDifference,
  formatEstimate,
  formatInterval,
  type Metric,
  type NumberColumn
} from '../../dataset/index.ts';

/** What differences are counted in: `points`, `percentage points`. */
export function unitOf(metric: Metric): string {
  const { scale } = metric;
  if (scale === 'share') return 'percentage points';
  const { unit } = findColumn(metric.column)!.column as NumberColumn;
  if (scale === 'standard') return unit;
  const word = unit.split(/[, ]/)[0]!;
  return word.endsWith('s') ? word : `${word}s`;
}

/** How large a difference is, whichever way: `13.5 points`. */
export function amountWords(value: number, metric: Metric): string {
  return `${formatDifference(Math.abs(value), metric.scale).replace(/^[+−]/, '')} ${unitOf(metric)}`;
}

/** What stands after a value in a sentence, where the scale does not say it: `characters`; empty for points and places. */
function unitAfter({ scale, column: name }: Metric): string {
  const { column } = findColumn(name)!;
  if (scale !== 'score' || column.kind !== 'number') return '';
  return /^(points|place)/.test(column.unit) ? '' : column.unit.split(' ')[0]!;
}

/** From so much on a value is written whole. */
const LARGE = 100;

/** Seconds as one says them: `9 minutes 17 seconds`, `2 hours 5 minutes`. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), ['hour', 'hours']],
    [Math.floor((whole % 3600) / 60), ['minute', 'minutes']],
    [whole % 60, ['second', 'seconds']]
  ] as const;
  const said = parts.flatMap(([n, words]) => (n > 0 ? [formatCountOf(n, words)] : []));
  return said.slice(0, 2).join(' ') || '0 seconds';
}

interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A metric's estimate and its interval in a sentence, in its unit: `531 characters` and `525 to 537`. */
export function measuredWords(metric: Metric, { value, low, high }: Measured): { value: string; interval: string } {
  const unit = unitAfter(metric);
  if (unit === 'seconds') return { value: duration(value), interval: `${duration(low)} to ${duration(high)}` };
  const { scale } = metric;
  if (unit !== '' && value >= LARGE)
    return {
      value: `${formatCount(value)} ${unit}`,
      interval: `${formatCount(low)} to ${formatCount(high)}`
    };
  return {
    value: `${formatEstimate({ value, low, high }, scale)}${unit === '' ? '' : ` ${unit}`}`,
    interval: formatInterval(low, high, scale)
  };
}
