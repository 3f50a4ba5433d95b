import { folded, holdsWords } from '../dataset/index.ts';

/** Lower case, without accents, every dash a hyphen and every apostrophe a straight one, as they are typed. */
export const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase();

/**
 * Whether a text holds every one of the words sought, in any order, each at the beginning of a word; without regard to case,
 * accents, dashes and apostrophes.
 */
export const matches = (text: string, sought: string): boolean => holdsWords(text, sought);

/** How well a text answers to the words sought: 0 begins with them, 1 holds them, 2 does not. */
export function rank(text: string, sought: string): 0 | 1 | 2 {
  if (folded(text).startsWith(folded(sought))) return 0;
  return matches(text, sought) ? 1 : 2;
}
