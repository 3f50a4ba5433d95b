import type { CategoryColumn } from '../column.ts';
import { phrases, type Marked } from './phrases.ts';

/** A mark that a reply's text has or has not. */
function mark(
  label: string,
  asked: string,
  derived: string,
  [with_, without]: readonly [string, string],
  note?: string
): CategoryColumn {
  return {
    kind: 'category',
    label,
    asked,
    source: { derived },
    ordered: false,
    levels: [
      { value: true, label: with_ },
      { value: false, label: without }
    ],
    missing: [],
    ...(note === undefined ? {} : { note })
  };
}

function phrased(
  name: Marked,
  label: string,
  asked: string,
  levels: readonly [string, string],
  published: string
): CategoryColumn {
  return mark(
    label,
    asked,
    `one of ${phrases[name].length} phrases of our own in model_response`,
    levels,
    `The phrases, in any case and with short forms such as “I’m” written out: ${phrases[name].join('; ')}. With a list of their own the authors found such phrases in ${published} of openers.`
  );
}

/** How the reply is written: the marks that the published regression of scores on replies looks for. */
export const reply = {
  has_line_break: mark('Line breaks', 'Whether the reply has more than one line.', 'a line break in model_response', [
    'With line breaks',
    'On one line'
  ]),
  ends_with_question: mark(
    'Question at the end',
    'Whether the reply ends with a question.',
    'the last character of model_response is a question mark',
    ['Ends with a question', 'Ends otherwise']
  ),
  has_list: mark(
    'List',
    'Whether the reply has a numbered or bulleted list.',
    'a line of model_response that begins with a number and a full stop or bracket, or with a bullet (- * •), and a space',
    ['With a list', 'Without a list']
  ),
  refuses: phrased(
    'refuses',
    'Refusal',
    'Whether the reply declines to answer.',
    ['Declines to answer', 'Does not decline'],
    '3.3\u202f%'
  ),
  says_it_is_ai: phrased(
    'says_it_is_ai',
    'Says what it is',
    'Whether the reply introduces itself, by name or as a program.',
    ['Introduces itself', 'Does not introduce itself'],
    '3.0\u202f%'
  ),
  denies_being_human: phrased(
    'denies_being_human',
    'Says it is no person',
    'Whether the reply says that it comes from no human being, or has no feelings or opinions.',
    ['Says it is no person', 'Does not say so'],
    '11.0\u202f%'
  )
} as const satisfies Record<string, CategoryColumn>;
