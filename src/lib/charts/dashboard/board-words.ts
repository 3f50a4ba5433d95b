import { PERSON, capitalise, formatCount, formatCountOf, type Undocumented } from '../../dataset/index.ts';
import { sampleLabels, type Selection } from '../../selection/index.ts';
import { listed, tooLong } from '../words/among.ts';
import { nounPhrase } from '../words/noun-phrase.ts';
import { sideWords } from '../words/side-words.ts';
import type { SideWords } from '../chart.ts';

/** The people of a slice as a noun phrase: "women aged 55 and over". */
export function sliceWords({ filters, sample }: Selection, extra: Undocumented): string {
  const phrase = nounPhrase(filters, extra);
  const people = tooLong(phrase, filters) ? `people (${listed(filters, extra)})` : phrase;
  return sample === 'all' ? people : `${people}${/ who |,/.test(people) ? ',' : ''} in ${sampleLabels[sample]}`;
}

/** What the two colours of a board stand for. */
export function shownWords(selection: Selection, extra: Undocumented): { a: SideWords; b: SideWords } | null {
  const { compare, filters } = selection;
  if (compare) return sideWords(compare, extra);
  if (filters.length === 0) return null;
  const words = sliceWords(selection, extra);
  const others = selection.sample === 'all' ? 'everyone' : `everyone in ${sampleLabels[selection.sample]}`;
  return { a: { words, short: 'these people' }, b: { words: others, short: others } };
}

/** The title of a board: who stands on it. */
export function boardTitle(selection: Selection, extra: Undocumented): string {
  const { compare } = selection;
  if (compare) {
    const { a, b } = sideWords(compare, extra);
    return capitalise(`${a.words}, beside ${b.words}`);
  }
  return selection.filters.length === 0 && selection.sample === 'all'
    ? 'Everyone who took part'
    : capitalise(sliceWords(selection, extra));
}

/** How many people are left, as is said once the hand has rested: "118 people left". */
export function peopleLeft(people: number, besides: number | null, isCompared: boolean): string {
  const count = formatCountOf(people, PERSON);
  if (isCompared) return `${count} on side A, ${formatCount(besides ?? 0)} on side B`;
  return besides === null ? count : `${count} left of ${formatCount(besides)}`;
}
