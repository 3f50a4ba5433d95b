import {
  findColumn,
  formatList,
  levelKey,
  levelsOf,
  outcomesWith,
  type TableName,
  type Undocumented
} from '../dataset/index.ts';
import { applicable } from '../query/index.ts';
import { isRange, type Filter, type RangeFilter, type Selection } from '../selection/index.ts';

const sampleWords = {
  all: '',
  balanced: 'in the balanced subset',
  us: 'in the census-rebalanced US sample',
  uk: 'in the census-rebalanced UK sample'
} as const;

const turnWords = { opener: '', later: 'in later turns', all: 'in all turns' } as const;

/** A range in words: `10 to 20`, `from 10`, `up to 20`. */
export function rangeWords({ from, to }: RangeFilter): string {
  if (from !== null && to !== null) return `${from} to ${to}`;
  return from !== null ? `from ${from}` : `up to ${to}`;
}

/** A filter in words: `Age: 18–24 or 25–34`, `not Gender: Male`. */
export function filterWords(filter: Filter, extra: Undocumented = {}): string {
  const column = findColumn(filter.column)!.column;
  if (isRange(filter)) return `${column.label} ${rangeWords(filter)}`;
  const labels = new Map(levelsOf(filter.column, extra).map((level) => [levelKey(level), level.label]));
  const names = filter.keys.map((key) => labels.get(key) ?? key);
  return `${filter.exclude ? 'without ' : ''}${column.label}: ${formatList(names, 'or')}`;
}

/** Who and what a selection is narrowed to, as a phrase; empty for everyone. */
export function among(selection: Selection, table: TableName, extra: Undocumented): string {
  const { applied } = applicable(selection.filters, table);
  const only = (filter: Filter) => ('exclude' in filter && filter.exclude ? '' : 'only ');
  const filters = applied.map((filter) => `${only(filter)}${filterWords(filter, extra)}`);
  return [filters.join('; '), sampleWords[selection.sample], table === 'utterances' ? turnWords[selection.turns] : '']
    .filter((part) => part !== '')
    .join(', ');
}

/** Says which filters could not act, or nothing. */
export function idleFilters(selection: Selection, table: TableName, extra: Undocumented): string | undefined {
  const idle = applicable(selection.filters, table).idle.map((filter) => filterWords(filter, extra));
  if (table !== 'utterances' && turnWords[selection.turns] !== '') idle.push(turnWords[selection.turns]);
  if (idle.length === 0) return undefined;
  return `Not applied, because it describes something below what is measured here: ${idle.join('; ')}.`;
}

/** Says that rows were picked by what is measured of them, or nothing. */
export function filteredByItself(
  { filters, compare }: Selection,
  measured: string,
  extra: Undocumented
): string | undefined {
  const all = [...filters, ...(compare?.a ?? []), ...(compare?.b ?? [])];
  const by = all.filter(({ column }) => outcomesWith(measured).includes(column));
  if (by.length === 0) return undefined;
  const words = [...new Set(by.map((filter) => filterWords(filter, extra)))].join('; ');
  const how = by.every(({ column }) => column === measured) ? 'itself' : 'the same judgement in another form';
  return `What is measured was filtered by ${how} (${words}), so its level says what was picked, not what people are like.`;
}
