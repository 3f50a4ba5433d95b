import { HAS, SIDE_A, SIDE_B } from './filters-in-link.ts';
import { valuesOf } from './keys-in-link.ts';
import { LINK_VERSION } from './migrate.ts';
import { NO_FILTERS, type Vocabulary } from './parse.ts';
import { isRange, type Filter, type Selection } from './selection.ts';

/**
 * The link's parameters for a selection: readable, one per level where they are few, in one fixed order, silent about defaults; empty for
 * the default selection. `parse(format(s))` gives `s` back.
 */
export function format(selection: Selection, vocabulary: Vocabulary): URLSearchParams {
  const { defaults, parts, params } = vocabulary;
  const link = new URLSearchParams();
  const put = (name: string, value: string, usual: string) => {
    if (value !== usual) link.append(name, value);
  };
  if (parts.includes('metric')) put('metric', selection.metric, defaults.metric);
  if (parts.includes('by')) put('by', selection.by ?? 'none', defaults.by ?? 'none');
  if (parts.includes('and')) put('and', selection.and ?? 'none', defaults.and ?? 'none');
  for (const name of Object.keys(params)) {
    put(name, selection.params[name] ?? defaults.params[name]!, defaults.params[name]!);
  }
  if (parts.includes('filters') && JSON.stringify(selection.filters) !== JSON.stringify(defaults.filters)) {
    if (selection.filters.length === 0) link.append('filters', NO_FILTERS);
    putFilters(link, '', selection.filters);
  }
  if (parts.includes('compare') && selection.compare) {
    putFilters(link, SIDE_A, selection.compare.a);
    putFilters(link, SIDE_B, selection.compare.b ?? []);
  }
  if (parts.includes('sample')) put('sample', selection.sample, defaults.sample);
  if (parts.includes('turns')) put('turns', selection.turns, defaults.turns);
  if (parts.includes('minimum')) put('minimum', String(selection.minimum), String(defaults.minimum));
  if (link.size > 0) link.append('v', LINK_VERSION);
  return link;
}

/** One parameter per level or bound, each name with the prefix of its side. */
function putFilters(link: URLSearchParams, side: string, filters: readonly Filter[]): void {
  for (const filter of filters) {
    const start = `${side}${filter.has ? HAS : ''}`;
    if (isRange(filter)) {
      if (filter.from !== null) link.append(`${start}${filter.column}.from`, String(filter.from));
      if (filter.to !== null) link.append(`${start}${filter.column}.to`, String(filter.to));
    } else {
      const name = `${start}${filter.exclude ? 'not.' : ''}${filter.column}`;
      for (const value of valuesOf(filter.column, filter.keys)) link.append(name, value);
    }
  }
}
