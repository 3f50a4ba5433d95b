import { conversationMetrics } from './conversations.ts';
import type { Metric } from './metric.ts';
import { participantMetrics } from './participants.ts';
import { utteranceMetrics } from './utterances.ts';

export type { Metric, Unit } from './metric.ts';

/** Every metric, in the order of the control: about people, about conversations, about replies. */
export const metrics: readonly Metric[] = [...participantMetrics, ...conversationMetrics, ...utteranceMetrics];

const byName = new Map(metrics.map((metric) => [metric.name, metric]));

export function findMetric(name: string): Metric | undefined {
  return byName.get(name);
}
