import { folded, singular, wordsOf } from '../dataset/index.ts';
import { kinds, type Entry } from './entry.ts';

/** Words that say nothing of what is looked for, when others do. */
const EMPTY = new Set(
  'a an the of to in on at by for from with and or is are was do does did it its be as what which who whom how that this they their you me i'.split(
    ' '
  )
);

/** What each word sought is worth, by how it is met. */
const WORTH = { title: 6, titleStart: 4, names: 3, namesStart: 2 } as const;

interface Known {
  readonly entry: Entry;
  readonly whole: string;
  readonly title: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function worthOf(word: string, { title, names }: Known): number {
  const one = singular(word);
  const meets = (words: ReadonlySet<string>) => words.has(word) || words.has(one) || words.has(`${one}s`);
  const starts = (words: ReadonlySet<string>) => {
    for (const other of words) if (other.startsWith(one)) return true;
    return false;
  };
  if (meets(title)) return WORTH.title;
  if (starts(title)) return WORTH.titleStart;
  if (meets(names)) return WORTH.names;
  return starts(names) ? WORTH.namesStart : 0;
}

/** Looks entries up by words. */
export type Finder = (sought: string, most?: number) => readonly Entry[];

/**
 * A finder among some entries. Every word sought must begin a word of the title or of the other names; where no entry has
 * all, those are found that have most of them, and at least half. Titles that begin with what is sought stand first.
 */
export function finder(entries: readonly Entry[]): Finder {
  const known = entries.map((entry): Known => ({
    entry,
    whole: folded(entry.title),
    title: new Set(wordsOf(entry.title)),
    names: new Set(wordsOf(entry.names))
  }));
  return (sought, most = 12) => {
    const whole = folded(sought);
    if (whole === '') return [];
    const all = whole.split(' ');
    const telling = all.filter((word) => !EMPTY.has(word));
    const words = telling.length > 0 ? telling : all;
    let [best, found]: [number, { entry: Entry; worth: number }[]] = [Math.ceil(words.length / 2), []];
    for (const one of known) {
      const worths = words.map((word) => worthOf(word, one));
      const met = worths.filter((worth) => worth > 0).length;
      if (met < best) continue;
      if (met > best) [best, found] = [met, []];
      const start = one.whole === whole ? 8 : one.whole.startsWith(whole) ? 4 : 0;
      const spare = Math.min(one.title.size, 12) / 4;
      const worth = worths.reduce((sum, each) => sum + each, start - spare - kinds.indexOf(one.entry.kind) / 4);
      found.push({ entry: one.entry, worth });
    }
    return found
      .sort((a, b) => b.worth - a.worth)
      .slice(0, most)
      .map(({ entry }) => entry);
  };
}
