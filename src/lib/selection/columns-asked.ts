import { findMetric } from '../dataset/index.ts';
import type { Selection } from './selection.ts';

/** Names of all columns that a selection measures, groups by, filters by or compares; one that is asked twice is named twice. */
export function columnsAsked({ metric, by, and, filters, compare }: Selection): string[] {
  const narrowed = [...filters, ...(compare?.a ?? []), ...(compare?.b ?? [])].map(({ column }) => column);
  return [findMetric(metric)?.column, by, and, ...narrowed].filter((name) => name != null);
}
