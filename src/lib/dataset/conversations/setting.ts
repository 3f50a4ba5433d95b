import type { Column, Level } from '../column.ts';

/** Whether something is in the balanced sample. */
export const balancedLevels = [
  {
    value: true,
    label: 'In the balanced sample',
    share: 'are in the balanced sample',
    which: 'in the balanced sample'
  },
  { value: false, label: 'Not in it', share: 'are not in the balanced sample', which: 'outside the balanced sample' }
] as const satisfies readonly Level[];

/** Which conversation, whose, of what kind, how long. */
export const setting = {
  conversation_id: {
    kind: 'id',
    label: 'Conversation',
    asked: 'The number of the conversation, in order of submission over all people.',
    source: 'conversation_id',
    prefix: 'c'
  },
  user_id: {
    kind: 'id',
    label: 'Participant',
    asked: 'The pseudonym of the person who held the conversation.',
    source: 'user_id',
    prefix: 'user'
  },
  conversation_type: {
    kind: 'category',
    label: 'Type of conversation',
    asked:
      'The kind of conversation the person picked: anything, something about their values, or something contested.',
    item: '4.2.4',
    source: 'conversation_type',
    role: { usual: 4, narrowing: { before: 'in', all: 'conversations of all types' } },
    ordered: false,
    levels: [
      { value: 'unguided', label: 'Unguided', noun: 'unguided conversations' },
      { value: 'values guided', label: 'Values guided', noun: 'values-guided conversations' },
      { value: 'controversy guided', label: 'Controversy guided', noun: 'controversy-guided conversations' }
    ],
    missing: [],
    share: 'are of the type “{}”',
    groups: [{ label: 'Guided', values: ['values guided', 'controversy guided'], noun: 'guided conversations' }],
    joins: [['guided']],
    note: 'People were asked for two of each, and chose the order themselves.'
  },
  conversation_turns: {
    kind: 'number',
    label: 'Turns',
    asked: 'How many messages the person sent.',
    source: 'conversation_turns',
    domain: [1, null],
    classes: { width: 1, last: 12 },
    unit: 'turns',
    perUnit: 1,
    which: 'of {} turns',
    note: 'The opener counts as one; its turn has the number 0.'
  },
  opening_prompt_length: {
    kind: 'number',
    label: 'Length of the opening prompt',
    asked: 'How many characters the person’s first message has.',
    source: { derived: 'Unicode code points of opening_prompt' },
    domain: [0, null],
    classes: { width: 25, last: 500 },
    unit: 'characters',
    perUnit: 1,
    mean: {
      question: 'How long is the first message of a conversation',
      phrase: 'the length of a conversation’s first message',
      axis: 'Mean, characters'
    },
    which: 'whose first message has {} characters'
  },
  conversation_generated_datetime: {
    kind: 'time',
    label: 'Conversation finished',
    asked: 'When the conversation ended.',
    source: 'generated_datetime',
    note: 'Before the sliders that follow; the time zone is not stated.'
  },
  conversation_timing_duration_s: {
    kind: 'number',
    label: 'Time spent on the conversation',
    asked: 'How long the conversation stayed open, in seconds.',
    source: 'timing_duration_s',
    domain: [0, null],
    classes: { width: 120, last: 2400 },
    unit: 'seconds',
    perUnit: 100,
    mean: {
      question: 'How long does a conversation stay open',
      phrase: 'the time a conversation stays open',
      axis: 'Mean, seconds'
    },
    which: 'that stayed open for {} seconds',
    heavy: true,
    note: 'Some conversations were left open for hours: such times carry a mean, and leave a median as it is.'
  },
  conversation_in_balanced_subset: {
    kind: 'category',
    label: 'Balanced sample (conversation)',
    asked: 'Whether the conversation is in the balanced sample.',
    source: 'included_in_balanced_subset',
    role: { sample: 'balanced' },
    ordered: false,
    levels: balancedLevels,
    missing: [],
    note: 'From each person who held all three types, the same number of each, drawn at random.'
  }
} as const satisfies Record<string, Column>;
