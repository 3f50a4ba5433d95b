import type { CategoryColumn, Level } from '../column.ts';
import { phrases, type Marked } from './phrases.ts';
import { MARKS } from './place.ts';

/** A level of a mark: its label, and what replies with it do. */
type Mark = Pick<Level, 'label' | 'share'>;

const is = (label: string, share: string): Mark => ({ label, share });

/** A mark that a reply's text has or has not. */
function mark(
  label: string,
  asked: string,
  derived: string,
  [with_, without]: readonly [Mark, Mark],
  note?: string,
  detail?: string
): CategoryColumn {
  return {
    kind: 'category',
    label,
    asked,
    source: { derived },
    shippedIn: MARKS,
    ordered: false,
    levels: [
      { value: true, ...with_ },
      { value: false, ...without }
    ],
    missing: [],
    ...(note === undefined ? {} : { note }),
    ...(detail === undefined ? {} : { detail })
  };
}

function phrased(
  name: Marked,
  label: string,
  asked: string,
  levels: readonly [Mark, Mark],
  published: string
): CategoryColumn {
  return mark(
    label,
    asked,
    `one of ${phrases[name].length} phrases of our own in model_response`,
    levels,
    `Told by phrases of our own, which the Codebook lists. With a list of their own the authors found such phrases in ${published} of openers.`,
    `The phrases, in any case and with short forms such as “I’m” written out: ${phrases[name].join('; ')}.`
  );
}

/** How the reply is written: the marks that the published regression of scores on replies looks for. */
export const reply = {
  has_line_break: mark('Line breaks', 'Whether the reply has more than one line.', 'a line break in model_response', [
    is('With line breaks', 'have line breaks'),
    is('On one line', 'stand on one line')
  ]),
  ends_with_question: mark(
    'Question at the end',
    'Whether the reply ends with a question.',
    'the last character of model_response is a question mark',
    [is('Ends with a question', 'end with a question'), is('Ends otherwise', 'end otherwise than with a question')]
  ),
  has_list: mark(
    'List',
    'Whether the reply has a numbered or bulleted list.',
    'a line of model_response that begins with a number and a full stop or bracket, or with a bullet (- * •), and a space',
    [is('With a list', 'have a list'), is('Without a list', 'have no list')]
  ),
  refuses: phrased(
    'refuses',
    'Refusal',
    'Whether the reply declines to answer.',
    [is('Declines to answer', 'decline to answer'), is('Does not decline', 'do not decline to answer')],
    '3.3\u202f%'
  ),
  says_it_is_ai: phrased(
    'says_it_is_ai',
    'Says what it is',
    'Whether the reply introduces itself, by name or as a program.',
    [is('Introduces itself', 'introduce themselves'), is('Does not introduce itself', 'do not introduce themselves')],
    '3.0\u202f%'
  ),
  denies_being_human: phrased(
    'denies_being_human',
    'Says it is no person',
    'Whether the reply says that it comes from no human being, or has no feelings or opinions.',
    [
      is('Says it is no person', 'say that they come from no person'),
      is('Does not say so', 'do not say that they come from no person')
    ],
    '11.0\u202f%'
  )
} as const satisfies Record<string, CategoryColumn>;
