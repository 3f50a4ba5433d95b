import type { MetricWords } from './metric.ts';

/** Measured once per conversation. */
export const conversationMetrics: Readonly<Record<string, MetricWords>> = {
  performance_helpfulness: {
    label: 'Helpfulness of the best reply',
    phrase: 'the helpfulness people saw in the opening reply they liked best',
    question: 'How helpful do people find the opening reply they like best',
    axis: 'Mean rating, 1–100'
  },
  choice_values: {
    label: 'Weight of my values in the choice',
    phrase: 'the weight people gave to their values when choosing the best reply',
    question: 'How much do their values weigh when people choose the best reply',
    axis: 'Mean importance, 1–100'
  },
  'conversation_type.controversy-guided': {
    label: 'Conversations about controversy',
    phrase: 'the share of conversations that people began under the controversy prompt',
    question: 'What share of conversations begin under the controversy prompt',
    axis: 'Share of conversations',
    note: 'People were asked for two conversations of each type, so this share says who followed the request, not who prefers controversy.'
  },
  'topic.managing-relationships': {
    label: 'Opens on relationships',
    phrase: 'the share of conversations whose opening prompt falls in the topic “Managing Relationships”',
    question: 'What share of conversations open on relationships',
    axis: 'Share of conversations',
    note: 'Topics come from machine clustering and a machine-written name; openers without one count as “not this topic”.'
  },
  conversation_turns: {
    label: 'Turns per conversation',
    phrase: 'the length of a conversation in turns',
    question: 'How many turns does a conversation have',
    axis: 'Mean number of turns'
  }
};
