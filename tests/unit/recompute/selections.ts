import {
  describedIn,
  dimensionsOf,
  findColumn,
  findMetric,
  levelKey,
  levelsOf,
  lineage,
  metrics,
  numbersOf,
  tableNames,
  type TableName,
  type Undocumented
} from '../../../src/lib/dataset/index.ts';
import {
  canonical,
  isLevels,
  isRange,
  type Filter,
  type Selection,
  type Vocabulary
} from '../../../src/lib/selection/index.ts';
import { RandomSelections, answerable, metricNames } from '../selection/random-selection.ts';
import type { Planted } from './recompute.ts';
import type { Release, Value } from './release.ts';

/** Every measure with words of its own, every number, and every dimension by one level. */
const everyMetric = [...new Set([...metrics.map(({ name }) => name), ...tableNames.flatMap(describedIn)])];

/** Number columns of which a filter can be made; an id or a moment is none. */
const numbers = numbersOf('utterances');

/** Draws of filters that leave people over, from the numbers that a release holds. */
class Filters {
  readonly #values = new Map<string, number[]>();

  constructor(
    readonly random: RandomSelections,
    release: Release,
    readonly undocumented: Undocumented
  ) {
    const rows = { participants: release.people, conversations: release.conversations, utterances: release.replies };
    for (const name of numbers) {
      const values = rows[findColumn(name)!.table].map(({ values }) => values[name] as Value);
      this.#values.set(
        name,
        values.filter((value) => typeof value === 'number').sort((a, b) => a - b)
      );
    }
  }

  /** Keeps about `share` of the levels, at least one, or leaves the others out. */
  levels(column: string, share: number): Filter {
    const keys = levelsOf(column, this.undocumented).map(levelKey);
    const kept = keys.filter(() => this.random.integer(100) < 100 * share);
    const some = kept.length === 0 ? [this.random.pick(keys)] : kept;
    if (this.random.integer(3) > 0 || some.length === keys.length) return { column, exclude: false, keys: some };
    return { column, exclude: true, keys: keys.filter((key) => !some.includes(key)) };
  }

  /** From a low value to a high one, or open on a side. */
  range(column: string): Filter {
    const values = this.#values.get(column)!;
    const at = (share: number) => values[Math.floor(share * (values.length - 1))]!;
    const ends = this.random.integer(3);
    const from = ends === 1 ? null : at(this.random.integer(30) / 100);
    const to = ends === 2 ? null : at(0.7 + this.random.integer(31) / 100);
    return { column, from, to };
  }

  /** So many filters on different columns that reach rows of a table. */
  some(count: number, table: TableName, but: string, share: number): Filter[] {
    const columns = [...dimensionsOf(table), ...numbersOf(table)].filter((name) => name !== but);
    const filters = this.random.shuffled(columns).slice(0, count);
    const made = filters.map((name) => (numbers.includes(name) ? this.range(name) : this.levels(name, share)));
    return canonical(made.filter(isLevels), made.filter(isRange), this.undocumented);
  }
}

/**
 * Selections that Explore answers: every metric in turn, three in five with a comparison, three in four with two filters
 * or three, with all samples and turns.
 */
export function selections(
  count: number,
  seed: number,
  release: Release,
  defaults: Selection,
  undocumented: Undocumented
): Selection[] {
  const random = new RandomSelections(seed, undocumented);
  const filters = new Filters(random, release, undocumented);
  return Array.from({ length: count }, (_, i) => {
    const name = i < 2 * everyMetric.length ? everyMetric[i % everyMetric.length]! : random.pick(metricNames);
    const { table, column } = findMetric(name)!;
    const groupings = random.shuffled(dimensionsOf(table).filter((by) => by !== column));
    const compare =
      i % 5 < 3
        ? {
            a: filters.some(random.pick([1, 1, 2]), table, column, 0.6),
            b: random.integer(2) === 0 ? null : filters.some(1, table, column, 0.6)
          }
        : null;
    return answerable({
      ...defaults,
      metric: name,
      by: random.integer(4) === 0 ? null : groupings[0]!,
      and: compare === null && random.integer(2) === 0 ? groupings[1]! : null,
      filters: filters.some(
        i % 4 === 0 ? random.integer(2) : random.pick([2, 2, 3]),
        random.pick([table, table, 'utterances']),
        '',
        0.8
      ),
      compare,
      sample: random.pick(['all', 'all', 'all', 'balanced', 'us', 'uk'] as const),
      turns: random.pick(['opener', 'later', 'all'] as const)
    });
  });
}

/** Selections that the ranking of models answers: every measure but the published slip, every unit and tie, few filters. */
export function rankingSelections(
  count: number,
  seed: number,
  release: Release,
  { defaults, params }: Pick<Vocabulary, 'defaults' | 'params'>,
  undocumented: Undocumented
): Selection[] {
  const random = new RandomSelections(seed, undocumented);
  const filters = new Filters(random, release, undocumented);
  const keys = (name: string) => params[name]!.choices.map(({ key }) => key);
  const methods = keys('method').filter((key) => key !== 'published-rank-centrality');
  return Array.from({ length: count }, (_, i) => ({
    ...defaults,
    params: {
      ...defaults.params,
      method: methods[i % methods.length]!,
      unit: random.pick(['model', ...keys('unit')]),
      ties: random.pick(keys('ties'))
    },
    filters: filters.some(random.integer(3), random.pick(tableNames), '', 0.9),
    sample: random.pick(['all', 'all', 'balanced', 'us'] as const),
    turns: random.pick(['opener', 'later', 'all'] as const)
  }));
}

/** Whether a selection has two filters that reach what it measures, and a comparison. */
export function twoFiltersAndComparison({ metric, filters, compare }: Selection): boolean {
  const reached = lineage(findMetric(metric)!.table);
  return compare !== null && filters.filter(({ column }) => reached.includes(findColumn(column)!.table)).length >= 2;
}

/** The metrics that selections ask for, and those they should. */
export const missingMetrics = (all: readonly Selection[]) =>
  everyMetric.filter((name) => !all.some(({ metric }) => metric === name));

/** Whether an error between rows and numbers can change what a selection shows. */
export function canMatter(planted: Planted, { metric: name, filters }: Selection): boolean {
  const { table, column: measured } = findMetric(name)!;
  const { column } = findColumn(measured)!;
  switch (planted) {
    case 'clusters ignored':
      return table !== 'participants';
    case 'filter dropped':
      return filters.some((filter) => lineage(table).includes(findColumn(filter.column)!.table));
    case 'denominator from the wrong table':
      return table === 'utterances';
    case 'missing counted as zero':
      return column.kind === 'number' ? column.missing !== undefined : measured.startsWith('lm_use');
  }
}
