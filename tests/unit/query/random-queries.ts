import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import {
  baseOf,
  columnsOf,
  dimensionsOf,
  findColumn,
  findMetric,
  isDimension,
  levelsOf,
  numbersOf,
  tableNames,
  tables,
  type Undocumented
} from '../../../src/lib/dataset/index.ts';
import type { ColumnsQuery, PeopleQuery, Query } from '../../../src/lib/query/index.ts';
import { samples, type Selection } from '../../../src/lib/selection/index.ts';
import { RandomSelections } from '../selection/random-selection.ts';

type Kinds = { [K in Query['kind']]: Extract<Query, { kind: K }> };

/** Queries of every kind, drawn at random; the same for the same seed. */
export function randomQueries(seed: number, extra: Undocumented) {
  const random = new RandomSelections(seed, extra);
  const selection = (): Selection => random.selection(byGroup.vocabulary);
  const rows = () => {
    const { metric, filters, sample, turns } = selection();
    return { metric, filters, sample, turns };
  };
  const reaching = (metric: string) => dimensionsOf(findMetric(metric)!.table);
  const maybeJoined = (name: string) => (random.integer(3) === 0 ? random.joined(name) : name);
  const groupings = (metric: string) =>
    random
      .shuffled(reaching(metric))
      .slice(0, random.pick([0, 1, 1, 2]))
      .map(maybeJoined);

  const one: { [K in Query['kind']]: () => Kinds[K] } = {
    moments: () => {
      const some = rows();
      return { kind: 'moments', ...some, by: groupings(some.metric) };
    },
    sides: () => {
      const some = rows();
      const reach = (column: string) =>
        Object.hasOwn(columnsOf('participants'), column) || reaching(some.metric).includes(column);
      const side = () => {
        const found = random.side().filter(({ column }) => reach(column));
        return found.length > 0 ? found : [random.levelFilter(random.pick(reaching(some.metric)))];
      };
      const compare = { a: side(), b: random.integer(2) === 0 ? null : side() };
      return { kind: 'sides', ...some, by: groupings(some.metric).slice(0, 1), compare };
    },
    facets: () => {
      const some = rows();
      const own = some.filters.map(({ column }) => column).filter((column) => reaching(some.metric).includes(column));
      const others = random.shuffled(reaching(some.metric)).slice(0, 1 + random.integer(6));
      return { kind: 'facets', ...some, columns: [...new Set([...own, ...others])] };
    },
    pairs: () => {
      const { filters } = rows();
      const models = levelsOf('model', extra).length;
      const first = random.integer(models);
      const second = (first + 1 + random.integer(models - 1)) % models;
      return {
        ...{ kind: 'pairs', filters, sample: random.pick(samples), tie: random.pick([0, 5, 20]) },
        pair: random.pick([null, [first, second]]),
        by: random
          .shuffled(dimensionsOf('conversations'))
          .slice(0, random.pick([0, 1, 1, 2]))
          .map(maybeJoined),
        byLength: random.integer(2) === 0
      };
    },
    answers: () => {
      const some = rows();
      const { column: measured, kind } = findMetric(some.metric)!;
      const by = groupings(some.metric).slice(0, 1);
      const isNumber = !isDimension(findColumn(measured)!.column);
      if (isNumber && kind === 'mean' && random.integer(2) === 0) {
        const bounds = random.pick([undefined, [0, 1, 6, 50, 100], [-3000, 0, 500, 100_000]]);
        return { kind: 'answers', ...some, by, column: measured, ...(bounds && { bounds }) };
      }
      const column = maybeJoined(random.pick(reaching(some.metric).filter((name) => !by.map(baseOf).includes(name))));
      return { kind: 'answers', ...some, by, column };
    },
    medians: () => {
      const some = rows();
      const { compare } = one.sides();
      const reach = (column: string) => findColumn(column)!.table === 'participants';
      const within = [...compare.a, ...(compare.b ?? [])].every(({ column }) => reach(column));
      const side = within ? { side: { compare, which: random.pick(['a', 'b'] as const) } } : {};
      return { kind: 'medians', ...some, by: groupings(some.metric), ...side };
    },
    profile: () => ({ kind: 'profile', column: random.pick(Object.keys(columnsOf(random.pick(tableNames)))) })
  };

  const columns = (): ColumnsQuery => {
    const { filters, sample, turns } = rows();
    const table = random.pick(tableNames);
    const some = random
      .shuffled([...dimensionsOf(table), ...numbersOf(table)])
      .slice(0, 5)
      .map(maybeJoined);
    return { kind: 'columns', table, columns: [tables[table].key, ...some], filters, sample, turns };
  };
  const people = (): PeopleQuery => {
    const some = rows();
    return { kind: 'people', ...some, by: groupings(some.metric) };
  };
  return { ...one, columns, people };
}

/** Every kind of query that is answered by rows of sums. */
export const kinds = Object.keys(randomQueries(0, {})).filter(
  (kind) => kind !== 'columns' && kind !== 'people'
) as Query['kind'][];
