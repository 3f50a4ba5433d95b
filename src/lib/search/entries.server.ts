import { exploreVocabulary } from '../charts/explore/explore-vocabulary.ts';
import {
  answersIn,
  dimensionsOf,
  findColumn,
  findMetric,
  levelKey,
  levelNames,
  metrics,
  models,
  numbersOf,
  otherNames,
  otherNamesOfPlace,
  placePath,
  places,
  subjects,
  tables,
  type Dimension,
  type Metric
} from '../dataset/index.ts';
import { methodAnchor } from '../figure/method-anchor.ts';
import { documentedMethods } from '../figure/methods.server.ts';
import { format, type LevelFilter, type Selection } from '../selection/index.ts';
import type { Entry, Kind } from './entry.ts';
import { furtherPages, sitePages } from './pages.ts';
import { questions } from './questions.ts';

const entry = (kind: Kind, title: string, path: string, ...names: readonly string[]): Entry => ({
  kind,
  title,
  path,
  names: names.filter(Boolean).join(' ')
});

/** Explore with some of its choices made. */
function explore(change: Partial<Selection>): string {
  const { defaults } = exploreVocabulary;
  const link = format({ ...defaults, ...change }, exploreVocabulary).toString();
  return link === '' ? '/explore/' : `/explore/?${link}`;
}

const usualOf = ({ table, column }: Metric) => tables[table].instead.find((name) => name !== column)!;

/** The measures with words of their own, and every other number. */
function measures(): Entry[] {
  const named = [...new Set([...metrics.map(({ name }) => name), ...numbersOf('utterances')])];
  return named.map((name) => {
    const metric = findMetric(name)!;
    const [column, key] = name.split('.') as [string, string?];
    const level = key === undefined ? '' : otherNames(column, { label: key });
    return entry('Measure', metric.label, explore({ metric: name, by: usualOf(metric) }), otherNames(column), level);
  });
}

/** What is shown of the rows with some answers: of people what they want, of what is below them their share. */
function viewOf(name: string, column: Dimension, filter: LevelFilter): string {
  const { table } = findColumn(name)!;
  if (table === 'participants') return explore({ filters: [filter], by: name === 'age' ? 'gender' : 'age' });
  const metric = findMetric(`${name}.${filter.keys[0]!}`);
  return metric && filter.keys.length === 1
    ? explore({ metric: metric.name, by: usualOf(metric) })
    : explore({ metric: 'score', by: 'model', filters: [filter] });
}

/** Every answer to every column but those that have pages of their own, and answers taken together. */
function groups(): Entry[] {
  const paged = new Set(['model', ...places.map(({ column }) => column)]);
  return dimensionsOf('utterances').flatMap((name) => {
    const column = findColumn(name)!.column as Dimension;
    const filter = (keys: readonly string[]): LevelFilter => ({ column: name, exclude: false, keys });
    const joined = (column.groups ?? []).map((group) =>
      entry(
        'Group',
        `${column.label}: ${group.label}`,
        viewOf(name, column, filter(answersIn(column, group).map(levelKey))),
        group.noun ?? '',
        otherNames(name, group)
      )
    );
    if (paged.has(name)) return joined;
    const single = [...column.levels, ...column.missing].map((level) =>
      entry(
        'Group',
        `${column.label}: ${level.label}`,
        viewOf(name, column, filter([levelKey(level)])),
        levelNames(name, { ...column, groups: [] }, level)
      )
    );
    return [...joined, ...single];
  });
}

/** Every column of the codebook. */
const columns = (): Entry[] =>
  subjects.flatMap(({ columns }) =>
    columns.map((name) => {
      const { column } = findColumn(name)!;
      return entry('Column', column.label, `/codebook/#column-${name}`, name.replaceAll('_', ' '), otherNames(name));
    })
  );

const modelPages = (): Entry[] =>
  models.map(({ longName, shortName, family }) =>
    entry(
      'Model',
      shortName,
      `/models/${levelKey({ label: shortName })}/`,
      longName === shortName ? '' : longName,
      family,
      shortName.startsWith('gpt') ? 'ChatGPT' : '',
      'model'
    )
  );

const placePages = (): Entry[] =>
  places.map((place) =>
    entry(
      'Place',
      place.kind === 'region'
        ? `${place.label} (PRISM region)`
        : `${place.label}, ${place.kind === 'birth' ? 'born' : 'living'} there`,
      placePath(place),
      otherNamesOfPlace(place.level),
      place.released === place.label ? '' : place.released
    )
  );

/** Everything on the site that can be found by its name. */
export function searchEntries(): Entry[] {
  return [
    ...[...sitePages, ...furtherPages].map(({ label, path, names }) => entry('Page', label, path, names)),
    ...questions.map(({ text, path, names }) => entry('Question', text, path, names)),
    ...placePages(),
    ...modelPages(),
    ...measures(),
    ...groups(),
    ...columns(),
    ...documentedMethods().map(({ title }) => entry('Method', title, `/methods/#${methodAnchor(title)}`))
  ];
}
