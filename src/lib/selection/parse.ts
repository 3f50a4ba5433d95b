import {
  baseOf,
  findColumn,
  findMetric,
  formatCount,
  isDimension,
  isolated,
  type Undocumented
} from '../dataset/index.ts';
import { isGroupKey } from './group-key.ts';
import { SIDE_A, SIDE_B, filtersInLink } from './filters-in-link.ts';
import { migrate, migrations, versionAfter, type Migration } from './migrate.ts';
import { saysSeveral, type Params } from './param.ts';
import { refusal } from './refusal.ts';
import { SMALLEST_CELL, samples, turnChoices, type Selection } from './selection.ts';

/** Parts of a Selection that a page may let its links say. With `has`, filters and sides may be of what people have. */
export type LinkPart = 'has' | 'metric' | 'by' | 'and' | 'filters' | 'compare' | 'sample' | 'turns' | 'minimum';

/** What a page's links may say: which parts of a Selection, which parameters, and what holds when a link is silent. */
export interface Vocabulary {
  readonly defaults: Selection;
  readonly parts: readonly LinkPart[];
  /** Columns that rows may be grouped by, where not every dimension will do. */
  readonly dimensions?: readonly string[];
  /** Whether rows are always grouped, so that links cannot ask for no grouping. */
  readonly alwaysGrouped?: true;
  readonly params: Params;
  /** Columns the page offers to filter by, where not all; its links may say any. */
  readonly narrowedBy?: readonly string[];
  /**
   * Changes from the defaults that are answered at build time, where each costs too much for every setting to be; the
   * usual ones when absent.
   */
  ahead?(): readonly Partial<Selection>[];
}

export interface Parsed {
  readonly selection: Selection;
  /** Parts of the link that were dropped, as sentences for the reader. */
  readonly dropped: readonly string[];
}

/** What `filters` says in the link of a page that filters by default, when nothing is to be filtered. */
export const NO_FILTERS = 'none';

/** Parameters that other sites add to links, and that mean nothing here. */
const FROM_ELSEWHERE = /^(utm_.*|fbclid|gclid|mc_[ce]id|ref)$/;

/** Most sentences a notice is made of; a longer list says only how many more there are. */
const MOST_DROPPED = 8;

/** Longest link that is read or made: reading must not keep a page busy, and servers refuse what is much longer. */
export const MOST_CHARACTERS = 8192;

/** The start of a text from a link, which turns nothing of the sentence that it stands in. */
const quote = (text: string) => {
  const start = [...text.slice(0, 82)].slice(0, 40).join('');
  return `“${isolated(`${start}${start.length < text.length ? '…' : ''}`)}”`;
};

/** What a page whose link says nothing makes of its link: each part that was meant for it, as a sentence. */
export function unread(search: URLSearchParams): readonly string[] {
  const parts = [...search].filter(([name]) => !FROM_ELSEWHERE.test(name));
  return shortened(parts.map(([name, value]) => leftOut(name, value, 'this page shows the same under every link')));
}

const leftOut = (name: string, value: string, why: string) =>
  `${quote(value === '' ? name : `${name}=${value}`)} was left out: ${why}.`;

/** How long a text is in a link, at least. */
const encoded = (text: string) =>
  text.length > MOST_CHARACTERS ? text.length : new URLSearchParams([[text, '']]).toString().length - 1;

/** Whether a link is longer than is read. */
export function isTooLong(search: URLSearchParams): boolean {
  let characters = 0;
  for (const [name, value] of search)
    if ((characters += encoded(name) + encoded(value) + 2) > MOST_CHARACTERS) return true;
  return false;
}

/**
 * Reads a link. Whatever it does not understand is dropped and reported, never guessed; the rest holds. What can be said
 * only once counts as first said. Links of older versions pass through `steps` first.
 */
export function parse(
  search: URLSearchParams,
  vocabulary: Vocabulary,
  extra: Undocumented = {},
  steps: readonly Migration[] = migrations
): Parsed {
  const { defaults, parts, params } = vocabulary;
  if (isTooLong(search)) {
    const why = `it is longer than ${formatCount(MOST_CHARACTERS)} characters`;
    return { selection: defaults, dropped: [`Nothing of the link was read: ${why}. This is the default view.`] };
  }
  const dropped = new Set<string>();
  const link = migrate(search, steps);
  const drop = (name: string, value: string, why: string) => dropped.add(leftOut(name, value, why));

  let { metric, by, and, sample, turns, minimum } = defaults;
  const chosen: Record<string, string> = { ...defaults.params };
  const filtersOf = (side: string) => filtersInLink(side, extra, drop, parts.includes('has'));
  const [own, sideA, sideB] = [filtersOf(''), filtersOf(SIDE_A), filtersOf(SIDE_B)];
  /** What was understood of the parts that can be said once. */
  const said = new Map<string, string>();
  let noFilters = false;

  /** Reads a part that a link can say once; false when it was dropped. */
  function readPart(name: string, value: string): boolean {
    const among = <T extends string>(choices: readonly T[]) => choices.find((choice) => choice === value);
    const use = <T>(found: T | undefined, set: (found: T) => void, why = 'it is not one of the choices') => {
      if (found === undefined) drop(name, value, why);
      else set(found);
      return found !== undefined;
    };
    switch (name) {
      case 'v':
        if (value !== versionAfter(steps))
          dropped.add(`This link was made by another version of the site (${quote(value)}).`);
        return true;
      case 'metric':
        return use(findMetric(value)?.name, (found) => (metric = found), 'there is no such measure');
      case 'by':
        return use(groupingOf(value, vocabulary), (found) => (by = found), 'nothing can be grouped by it');
      case 'and':
        return use(groupingOf(value, vocabulary), (found) => (and = found), 'nothing can be grouped by it');
      case 'filters':
        return use(among([NO_FILTERS]), () => (noFilters = true));
      case 'sample':
        return use(among(samples), (found) => (sample = found));
      case 'turns':
        return use(among(turnChoices), (found) => (turns = found));
      case 'minimum': {
        const n = /^\d{1,4}$/.test(value) ? Number(value) : 0;
        const why = `the fewest people can be raised above ${SMALLEST_CELL}, up to 9999, and not lowered`;
        return use(n >= SMALLEST_CELL ? n : undefined, (found) => (minimum = found), why);
      }
      default: {
        const { choices, keys } = params[name]!;
        const groupings = [link.get('by'), link.get('and')];
        const isSaid = (keys && isGroupKey(value, extra, groupings)) || saysSeveral(params[name]!, value);
        const key = isSaid ? value : among(choices.map((choice) => choice.key));
        const why = keys ? 'there is no such group' : undefined;
        return use(key, (found) => (chosen[name] = found), why);
      }
    }
  }

  const names = new Set<string>([
    'v',
    ...parts.filter((part) => part !== 'compare' && part !== 'has'),
    ...Object.keys(params)
  ]);
  for (const [name, value] of link) {
    if (FROM_ELSEWHERE.test(name)) continue;
    const before = said.get(name);
    if (before !== undefined) {
      if (before !== value) drop(name, value, 'the link says this twice');
    } else if (names.has(name)) {
      if (readPart(name, value)) said.set(name, value);
    } else if (!readFilter(name, value)) {
      drop(name, value, 'this page does not know it');
    }
  }

  /** False when the name is that of no filter that this page knows. */
  function readFilter(name: string, value: string): boolean {
    const once = (name: string, value: string) => said.set(name, value);
    if (parts.includes('filters') && own.read(name, value, once)) return true;
    return parts.includes('compare') && (sideA.read(name, value, once) || sideB.read(name, value, once));
  }

  const filtersRead = own.finish();
  const [a, b] = [sideA.finish(), sideB.finish()];
  if (a.length === 0 && b.length > 0) {
    dropped.add('The link has one side of a comparison only, so nothing is compared.');
  }
  const compare = a.length === 0 ? defaults.compare : { a, b: b.length === 0 ? null : b };
  const filters = filtersRead.length === 0 && !noFilters ? [...defaults.filters] : filtersRead;
  let selection: Selection = { metric, by, and, filters, compare, sample, turns, minimum, params: chosen };
  // The way out of one refusal may meet another.
  const refused = () => (parts.includes('by') ? refusal(selection, extra) : null);
  for (let reason = refused(); reason; reason = refused()) {
    dropped.add(reason.sentence);
    selection = { ...selection, ...reason.instead };
  }
  return { selection, dropped: shortened([...dropped]) };
}

/** The dimension a link groups by, null for none; undefined when the word is neither. */
function groupingOf(word: string, { dimensions, alwaysGrouped }: Vocabulary): string | null | undefined {
  if (word === 'none') return alwaysGrouped ? undefined : null;
  const found = findColumn(word);
  const isOffered = dimensions?.includes(baseOf(word)) ?? true;
  return found && isDimension(found.column) && isOffered ? found.name : undefined;
}

function shortened(sentences: readonly string[]): readonly string[] {
  const more = sentences.length - MOST_DROPPED;
  if (more <= 0) return sentences;
  return [...sentences.slice(-MOST_DROPPED), `${formatCount(more)} more parts of the link were left out.`];
}
