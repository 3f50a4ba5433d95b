import type { Column } from '../column.ts';
import { MARKS } from './place.ts';

/** What the person made of the reply. */
export const rating = {
  score: {
    kind: 'number',
    label: 'Score',
    asked: 'How good the person found the reply, on a slider from terrible to perfect that showed no numbers.',
    item: '4.3.11',
    source: 'score',
    role: { judgement: true, scaleUse: 'raw' },
    domain: [1, 100],
    unit: 'points, 1 to 100',
    perUnit: 1,
    which: 'scored {}',
    note: 'The slider started in the middle, so 50 is frequent. People use the scale differently: compare within a person before comparing people.'
  },
  if_chosen: {
    kind: 'category',
    label: 'Chosen',
    asked: 'Whether the conversation went on from this reply.',
    item: '4.3.12',
    source: 'if_chosen',
    role: {
      judgement: true,
      relative: {
        to: 'message',
        because: 'as one reply to each message is chosen',
        later: 'and half of them are chosen by construction'
      }
    },
    ordered: false,
    levels: [
      { value: true, label: 'Chosen', share: 'are chosen' },
      { value: false, label: 'Not chosen', share: 'are not chosen' }
    ],
    missing: [],
    note: 'The best score wins; ties were broken at random. In later turns two replies with the same text both count as chosen.'
  },
  response_length: {
    kind: 'number',
    label: 'Length of the reply',
    asked: 'How many characters the reply has.',
    source: { derived: 'Unicode code points of model_response' },
    shippedIn: MARKS,
    domain: [0, null],
    classes: { width: 100, last: 2000 },
    unit: 'characters',
    perUnit: 1,
    mean: { question: 'How long are the replies', phrase: 'the length of a reply', axis: 'Mean, characters' },
    which: 'of {} characters',
    note: 'An empty reply is released as the words EMPTY STRING and counts twelve characters.'
  },
  empty_response: {
    kind: 'category',
    label: 'Empty reply',
    asked: 'Whether the model returned nothing.',
    source: { derived: 'model_response is EMPTY STRING' },
    shippedIn: MARKS,
    ordered: false,
    levels: [
      { value: false, label: 'Reply with text', share: 'have text', noun: 'replies with text' },
      { value: true, label: 'Empty reply', share: 'are empty', noun: 'empty replies' }
    ],
    missing: [],
    note: 'Replies of white space only, or of the word “None”, were released as EMPTY STRING too.'
  }
} as const satisfies Record<string, Column>;
