import { findColumn, findMetric, isDimension, levelKey, levelsOf, type Undocumented } from '../dataset/index.ts';
import type { Params } from './param.ts';
import { refusal } from './refusal.ts';
import {
  SMALLEST_CELL,
  samples,
  turnChoices,
  type Filter,
  type LevelFilter,
  type RangeFilter,
  type Selection
} from './selection.ts';

/** What a page's links may say: which parts of a Selection, which parameters, and what holds when a link is silent. */
export interface Vocabulary {
  readonly defaults: Selection;
  readonly parts: readonly ('metric' | 'by' | 'filters' | 'sample' | 'turns' | 'minimum')[];
  readonly params: Params;
}

export interface Parsed {
  readonly selection: Selection;
  /** Parts of the link that were dropped, as sentences for the reader. */
  readonly dropped: readonly string[];
}

/** Version of the link format. */
export const LINK_VERSION = '1';

/** Old link formats become new ones here, oldest first: each takes and returns the parameters. */
const migrations: readonly ((params: URLSearchParams) => URLSearchParams)[] = [];

const quote = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/**
 * Reads a link. Whatever it does not understand is dropped and reported, never guessed; the rest holds.
 */
export function parse(search: URLSearchParams, vocabulary: Vocabulary, extra: Undocumented = {}): Parsed {
  const { defaults, parts, params } = vocabulary;
  const dropped: string[] = [];
  const link = migrations.reduce((old, migrate) => migrate(old), search);
  const drop = (name: string, value: string, why: string) =>
    dropped.push(`${quote(value === '' ? name : `${name}=${value}`)} was left out: ${why}.`);

  let { metric, by, sample, turns, minimum } = defaults;
  const chosen: Record<string, string> = { ...defaults.params };
  const levels = new Map<string, { column: string; exclude: boolean; keys: string[] }>();
  const ranges = new Map<string, { column: string; from: number | null; to: number | null }>();
  let filtersGiven = false;

  const one = <T extends string>(name: string, value: string, choices: readonly T[], fallback: T): T => {
    if ((choices as readonly string[]).includes(value)) return value as T;
    drop(name, value, 'it is not one of the choices');
    return fallback;
  };

  for (const [name, value] of link) {
    if (name === 'v') {
      if (value !== LINK_VERSION) dropped.push(`This link was made by another version of the site (${quote(value)}).`);
    } else if (name in params) {
      const param = params[name]!;
      chosen[name] = one(
        name,
        value,
        param.choices.map((choice) => choice.key),
        chosen[name]!
      );
    } else if (name === 'metric' && parts.includes('metric')) {
      if (findMetric(value)) metric = value;
      else drop(name, value, 'there is no such measure');
    } else if (name === 'by' && parts.includes('by')) {
      const found = findColumn(value);
      if (value === 'none') by = null;
      else if (found && isDimension(found.column)) by = value;
      else drop(name, value, 'nothing can be grouped by it');
    } else if (name === 'sample' && parts.includes('sample')) {
      sample = one(name, value, samples, sample);
    } else if (name === 'turns' && parts.includes('turns')) {
      turns = one(name, value, turnChoices, turns);
    } else if (name === 'minimum' && parts.includes('minimum')) {
      const n = /^\d{1,4}$/.test(value) ? Number(value) : NaN;
      if (n >= SMALLEST_CELL) minimum = n;
      else drop(name, value, `the fewest people can be raised above ${SMALLEST_CELL}, not lowered`);
    } else if (parts.includes('filters') && readFilter(name, value)) {
      filtersGiven = true;
    } else if (!known(name)) {
      drop(name, value, 'this page does not know it');
    }
  }

  /** True when the name belongs to a column, whether or not the value could be used. */
  function known(name: string): boolean {
    const column = name.replace(/^not\./, '').replace(/\.(from|to)$/, '');
    return parts.includes('filters') && findColumn(column) !== undefined;
  }

  function readFilter(name: string, value: string): boolean {
    const bound = /\.(from|to)$/.exec(name)?.[1] as 'from' | 'to' | undefined;
    const exclude = name.startsWith('not.');
    const column = name.replace(/^not\./, '').replace(/\.(from|to)$/, '');
    const found = findColumn(column);
    if (!found) return false;
    if (bound) {
      const n = Number(value);
      if (found.column.kind !== 'number' || exclude || value.trim() === '' || !Number.isFinite(n)) {
        drop(name, value, 'it is not a range');
        return false;
      }
      const range = ranges.get(column) ?? { column, from: null, to: null };
      range[bound] = n;
      ranges.set(column, range);
      return true;
    }
    const all = isDimension(found.column) ? levelsOf(column, extra).map(levelKey) : [];
    if (!all.includes(value)) {
      drop(name, value, 'it is not one of the answers');
      return false;
    }
    const filter = levels.get(name) ?? { column, exclude, keys: [] };
    if (!filter.keys.includes(value)) filter.keys.push(value);
    levels.set(name, filter);
    return true;
  }

  const filters: Filter[] = filtersGiven
    ? canonical([...levels.values()], [...ranges.values()], extra)
    : [...defaults.filters];
  const selection = { metric, by, filters, sample, turns, minimum, params: chosen };
  const reason = parts.includes('by') ? refusal(selection) : null;
  if (reason) {
    dropped.push(reason.sentence);
    return { selection: { ...selection, ...reason.instead }, dropped };
  }
  return { selection, dropped };
}

/** Filters in one order, whatever the order they were chosen in: by column and kind, keys as the description lists them. */
export function canonical(levels: LevelFilter[], ranges: RangeFilter[], extra: Undocumented = {}): Filter[] {
  const rank = (filter: Filter) => `${filter.column} ${'exclude' in filter ? (filter.exclude ? 1 : 0) : 2}`;
  const ordered = levels.map((filter) => {
    const order = levelsOf(filter.column, extra).map(levelKey);
    return { ...filter, keys: [...filter.keys].sort((a, b) => order.indexOf(a) - order.indexOf(b)) };
  });
  return [...ordered, ...ranges].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
