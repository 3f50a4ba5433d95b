import type { Column } from '../column.ts';
import { balancedLevels } from '../conversations/setting.ts';

/** The file of what is told of a reply besides its model, its score and whether it was chosen. */
export const MARKS = 'marks';

/** Which reply, and where in its conversation. */
export const place = {
  utterance_id: {
    kind: 'id',
    label: 'Rated reply',
    asked: 'The number of the reply: by conversation, then turn, then reply.',
    source: 'utterance_id',
    prefix: 'ut'
  },
  interaction_id: {
    kind: 'id',
    label: 'Interaction',
    asked: 'The message and its replies, rated side by side.',
    source: 'interaction_id',
    prefix: 'int',
    note: 'Numbered by conversation as text, not as number: its order is not the order in time.'
  },
  conversation_id: {
    kind: 'id',
    label: 'Conversation',
    asked: 'The conversation the reply belongs to.',
    source: 'conversation_id',
    prefix: 'c'
  },
  user_id: {
    kind: 'id',
    label: 'Participant',
    asked: 'The pseudonym of the person who rated the reply.',
    source: 'user_id',
    prefix: 'user',
    sameAs: 'user_id'
  },
  turn: {
    kind: 'number',
    label: 'Turn',
    asked: 'Which message of the conversation the reply answers; the opener is 0.',
    source: 'turn',
    role: { alike: 'turn' },
    domain: [0, null],
    classes: { width: 1, last: 12 },
    unit: 'turns after the opener',
    perUnit: 1,
    mean: {
      question: 'How many turns after the opener are replies given',
      phrase: 'the number of turns between the opener and a reply',
      axis: 'Mean, turns after the opener'
    },
    which: 'given {} turns after the opener'
  },
  turn_kind: {
    kind: 'category',
    label: 'Opener or later',
    asked: 'Whether the reply answers the first message or a later one.',
    source: { derived: 'opener where turn is 0' },
    follows: 'turn',
    role: { alike: 'turn' },
    ordered: true,
    levels: [
      { value: 'opener', label: 'Opener', share: 'answer the first message' },
      { value: 'later', label: 'Later turn', share: 'answer a later message' }
    ],
    missing: [],
    note: 'Models were assigned at random only at the opener; later turns stay with the model the person chose.'
  },
  within_turn_id: {
    kind: 'number',
    label: 'Reply within the turn',
    asked: 'Tells apart the replies to one message.',
    source: 'within_turn_id',
    shippedIn: MARKS,
    domain: [0, null],
    classes: { width: 1, last: 8 },
    unit: 'replies',
    perUnit: 1,
    mean: {
      question: 'What number does a reply have within its turn',
      phrase: 'the number of a reply within its turn',
      axis: 'Mean number'
    },
    which: 'numbered {} within their turn',
    note: 'In random order: it does not say where a reply stood on the screen.'
  },
  utterance_in_balanced_subset: {
    kind: 'category',
    label: 'Balanced sample (reply)',
    asked: 'Whether the reply’s conversation is in the balanced sample.',
    source: 'included_in_balanced_subset',
    sameAs: 'conversation_in_balanced_subset',
    role: { sample: 'balanced', alike: 'conversation' },
    ordered: false,
    levels: balancedLevels,
    missing: []
  }
} as const satisfies Record<string, Column>;
