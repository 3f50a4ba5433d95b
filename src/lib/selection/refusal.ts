import { findColumn, findMetric, lineage } from '../dataset/index.ts';
import type { Selection } from './selection.ts';

/** Why a selection cannot be answered honestly, and what is shown instead. */
export interface Refusal {
  readonly sentence: string;
  readonly instead: Partial<Selection>;
}

/**
 * A metric can be grouped only by columns of its own table and those above, and a relative metric only by something
 * that varies within a person: over all of a person's openers it is constant by construction.
 */
export function refusal(selection: Selection): Refusal | null {
  const metric = findMetric(selection.metric)!;
  if (selection.by === null) return null;
  const found = findColumn(selection.by)!;
  if (!lineage(metric.table).includes(found.table)) {
    return {
      sentence: `“${metric.label}” is measured once per ${unit[metric.table]} and cannot be split by “${found.column.label}”, which differs within it.`,
      instead: { by: metric.table === 'utterances' ? 'model' : 'age' }
    };
  }
  if (metric.relative && found.table === 'participants') {
    return {
      sentence: `“${metric.label}” cannot be compared between groups of people: everyone chooses one reply each time, so it is the same for all by construction. Shown by model instead; filters on people still apply.`,
      instead: { by: 'model' }
    };
  }
  return null;
}

const unit: Record<string, string> = { participants: 'person', conversations: 'conversation', utterances: 'reply' };
