import type { Figure } from '../chart.ts';

/** A word that figures use in a sense of their own. */
export interface GlossaryEntry {
  readonly term: string;
  readonly says: string;
}

/** Each word, how it is recognised in what a figure says, and what it means: what holds of every figure that says it. */
const terms: readonly (GlossaryEntry & { readonly said: RegExp })[] = [
  {
    term: 'Interval',
    said: /(?<!\b(?:without an?|no) )\bintervals?\b/i,
    says: 'How far chance alone could have moved a number. Made in this way for many samples of people, 95 in 100 intervals hold the true value. It counts people, not their ratings, and says nothing of those who did not take part.'
  },
  {
    term: 'Wide',
    said: /\bwide\b/i,
    says: 'Rests on 30 to 99 people: the number is shown, and its interval is long.'
  },
  {
    term: 'Few',
    said: /\bfew\b/i,
    says: 'Rests on 10 to 29 people: shown in grey, and neither ranked nor tested. Under 10 people nothing is shown.'
  },
  {
    term: 'Rank interval',
    said: /\brank intervals?\b/i,
    says: 'Every rank a model may hold once chance is allowed for: below all that are clearly ahead of it, above all that are clearly behind.'
  },
  {
    term: 'Win rate',
    said: /\bwin rates?\b|\bwins \d/i,
    says: 'How often a model’s reply is scored above another model’s reply to the same message. A tie is half a win for either.'
  },
  {
    term: 'Strength',
    said: /\bstrengths?\b/i,
    says: 'How much a model is preferred, worked out from all its meetings with all others at once.'
  },
  {
    term: 'Resample',
    said: /\bresampl/i,
    says: 'As many people drawn again by lot from those who took part, some of them more than once. What differs from one resample to the next is what chance can do.'
  },
  {
    term: 'Opener',
    said: /\bopen(er|ers|ing turns?)\b/i,
    says: 'The first message of a conversation, answered by models drawn at random. Later turns go on with the reply that the person chose.'
  },
  {
    term: 'Balanced',
    said: /\bbalanced\b/i,
    says: 'A part of the data with the same number of conversations of each type from each person.'
  }
];

/** The words in a figure's text, marks and table that need to be explained, in a fixed order. */
export function glossaryOf(figure: Figure): readonly GlossaryEntry[] {
  const marks = figure.rows.flatMap(({ estimate }) => (estimate.shown ? [estimate.level] : []));
  const said = [
    figure.question,
    figure.headline,
    figure.sentence,
    figure.axis,
    figure.method,
    ...figure.notes,
    ...marks
  ];
  const text = said.join(' ');
  return terms.filter(({ said }) => said.test(text)).map(({ term, says }) => ({ term, says }));
}
