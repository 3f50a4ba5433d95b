import { conversationMetrics } from './conversations.ts';
import { described } from './described.ts';
import type { Metric } from './metric.ts';
import { participantMetrics } from './participants.ts';
import { utteranceMetrics } from './utterances.ts';

export type { MeanMetric, Metric, ShareMetric, Unit } from './metric.ts';

const ownWords = { ...participantMetrics, ...conversationMetrics, ...utteranceMetrics };

/** The metrics with words of their own, in the order of the control: about people, about conversations, about replies. */
export const metrics: readonly Metric[] = Object.entries(ownWords).map(([name, words]) => {
  const metric = described(name, words);
  if (!metric) throw new RangeError(`No column or level measures ${name}`);
  return metric;
});

const byName = new Map(metrics.map((metric) => [metric.name, metric]));

/**
 * The metric of that name: one with words of its own, or any number column (`response_length`) or level of a dimension
 * (`education.vocational`) measured as the description has it. Undefined when there is none.
 */
export function findMetric(name: string): Metric | undefined {
  return byName.get(name) ?? described(name);
}
