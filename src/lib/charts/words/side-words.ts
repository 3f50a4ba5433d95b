import { formatList, lineage, type Undocumented } from '../../dataset/index.ts';
import { actsOn, isRange, type Comparison, type Filter } from '../../selection/index.ts';
import { filterWords, listed, tooLong } from './among.ts';
import type { SideWords } from '../chart.ts';
import { levelsTaken, nounPhrase } from './noun-phrase.ts';

/** Longest name of a side beside an axis; a longer one is called by its letter there. */
const LONGEST = 44;

function short(filter: Filter, extra: Undocumented): string {
  if (isRange(filter)) return filterWords(filter, extra);
  const names = levelsTaken(filter, extra).map(({ label }) => label);
  return `${filter.exclude ? 'not ' : ''}${formatList(names, 'or')}`;
}

function sideOf(filters: readonly Filter[], letter: string, extra: Undocumented): SideWords {
  const name = filters.map((filter) => short(filter, extra)).join(', ');
  const phrase = nounPhrase(filters, extra);
  return {
    words: tooLong(phrase, filters) ? listed(filters, extra) : phrase,
    short: name.length > LONGEST ? `side ${letter}` : name
  };
}

const rest = {
  participants: { words: 'everyone else', short: 'everyone else' },
  conversations: { words: 'all other conversations', short: 'the others' },
  utterances: { words: 'all other replies', short: 'the others' }
} as const;

/** The two sides of a comparison in words: `people aged 55–64 or 65+` against `everyone else`. */
export function sideWords({ a, b }: Comparison, extra: Undocumented): { a: SideWords; b: SideWords } {
  const tables = a.map(actsOn);
  const lowest = tables.reduce((low, table) => (lineage(table).length > lineage(low).length ? table : low));
  const [sideA, sideB] = [sideOf(a, 'A', extra), b === null ? rest[lowest] : sideOf(b, 'B', extra)];
  // Two sides of one name would not be told apart.
  return sideA.short === sideB.short
    ? { a: { ...sideA, short: 'side A' }, b: { ...sideB, short: 'side B' } }
    : { a: sideA, b: sideB };
}
