import { LINK_VERSION, NO_FILTERS, type Vocabulary } from './parse.ts';
import { isRange, type Selection } from './selection.ts';

/**
 * The link's parameters for a selection: readable, one per level, in one fixed order, silent about defaults; empty for
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
  for (const name of Object.keys(params)) {
    put(name, selection.params[name] ?? defaults.params[name]!, defaults.params[name]!);
  }
  if (parts.includes('filters') && JSON.stringify(selection.filters) !== JSON.stringify(defaults.filters)) {
    if (selection.filters.length === 0) link.append('filters', NO_FILTERS);
    for (const filter of selection.filters) {
      if (isRange(filter)) {
        if (filter.from !== null) link.append(`${filter.column}.from`, String(filter.from));
        if (filter.to !== null) link.append(`${filter.column}.to`, String(filter.to));
      } else {
        for (const key of filter.keys) link.append(`${filter.exclude ? 'not.' : ''}${filter.column}`, key);
      }
    }
  }
  if (parts.includes('sample')) put('sample', selection.sample, defaults.sample);
  if (parts.includes('turns')) put('turns', selection.turns, defaults.turns);
  if (parts.includes('minimum')) put('minimum', String(selection.minimum), String(defaults.minimum));
  if (link.size > 0) link.append('v', LINK_VERSION);
  return link;
}
