import type { Column } from '../column.ts';

/** Who a row is and how far the person got. */
export const identity = {
  user_id: {
    kind: 'id',
    label: 'Participant',
    asked: 'The pseudonym of the person; it links the survey to the conversations.',
    source: 'user_id',
    prefix: 'user'
  },
  survey_only: {
    kind: 'category',
    label: 'Reached the conversations',
    asked: 'Whether the person went on from the survey to talk with models.',
    source: 'survey_only',
    role: { reached: true },
    ordered: false,
    levels: [
      { value: false, label: 'Had conversations', share: 'went on from the survey to conversations' },
      { value: true, label: 'Survey only', share: 'answered the survey only' }
    ],
    missing: [],
    note: 'People who answered only the survey count for survey questions and for nothing else.'
  },
  num_completed_conversations: {
    kind: 'number',
    label: 'Conversations held',
    asked: 'How many conversations the person finished; six were asked for, two of each type.',
    source: 'num_completed_conversations',
    domain: [0, null],
    classes: { width: 1, last: 8 },
    unit: 'conversations',
    perUnit: 1,
    mean: {
      question: 'How many conversations does a person hold',
      phrase: 'the number of conversations a person holds',
      axis: 'Mean number of conversations'
    },
    which: 'who held {} conversations'
  }
} as const satisfies Record<string, Column>;
