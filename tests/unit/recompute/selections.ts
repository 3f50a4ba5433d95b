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
  roleOf,
  tableNames,
  type TableName,
  type Undocumented
} from '../../../src/lib/dataset/index.ts';
import {
  canBeOnBoth,
  canonical,
  isLevels,
  isRange,
  refusal,
  turnChoices,
  type Filter,
  type Selection,
  type Vocabulary
} from '../../../src/lib/selection/index.ts';
import { RandomSelections } from '../selection/random-selection.ts';
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

  /** So many filters on different columns, of those that reach rows of a table. */
  some(count: number, table: TableName, but: string, share: number): Filter[] {
    const columns = [...dimensionsOf(table), ...numbersOf(table)].filter((name) => name !== but);
    const filters = this.random.shuffled(columns).slice(0, count);
    const made = filters.map((name) => (numbers.includes(name) ? this.range(name) : this.levels(name, share)));
    return canonical(made.filter(isLevels), made.filter(isRange), this.undocumented);
  }
}

/** A stream of draws of one's own for a name, so that another name changes none of them. */
const seedFor = (seed: number, name: string) =>
  [...name].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, (0x811c9dc5 ^ seed) >>> 0);

/** Most draws before a kind of selection is given up as impossible. */
const MOST_DRAWS = 500;

/** Draws until one fits. */
function drawn<T>(draw: () => T, fits: (found: T) => boolean, what: string): T {
  for (let i = 0; i < MOST_DRAWS; i++) {
    const found = draw();
    if (fits(found)) return found;
  }
  throw new Error(`None of ${MOST_DRAWS} draws is ${what}`);
}

/** What a selection of Explore is; `wide` is a comparison of one side with everyone else among all. */
type Kind = 'compared' | 'grouped' | 'crossed' | 'wide';

const isOfKind: Readonly<Record<Kind, (selection: Selection) => boolean>> = {
  compared: twoFiltersAndComparison,
  grouped: ({ by, and, compare }) => by !== null && and === null && compare === null,
  crossed: ({ by, and, compare }) => by !== null && and !== null && compare === null,
  wide: ({ compare }) => compare !== null
};

/** Draws of selections that Explore answers as they are. */
class ExploreSelections {
  readonly #random: RandomSelections;
  readonly #filters: Filters;

  constructor(
    seed: number,
    release: Release,
    readonly defaults: Selection,
    readonly undocumented: Undocumented
  ) {
    this.#random = new RandomSelections(seed, undocumented);
    this.#filters = new Filters(this.#random, release, undocumented);
  }

  /** One of a kind about a metric, which is not refused and for which `fits` holds. */
  about(name: string, kind: Kind, fits: (selection: Selection) => boolean = () => true): Selection {
    const wanted = (one: Selection) => isOfKind[kind](one) && fits(one) && refusal(one, this.undocumented) === null;
    return drawn(() => this.#draw(name, kind), wanted, `${kind} of ${name}`);
  }

  #draw(name: string, kind: Kind): Selection {
    const random = this.#random;
    const { table, column } = findMetric(name)!;
    const [by, and] = random.shuffled(dimensionsOf(table).filter((one) => one !== column));
    const side = (columns: number) => this.#filters.some(columns, table, column, 0.6);
    const all: Selection = { ...this.defaults, metric: name, by: null, and: null, filters: [], compare: null };
    const turns = random.pick(turnChoices);
    if (kind === 'wide') {
      return { ...all, by: random.pick([null, by!]), compare: { a: side(1), b: null }, turns };
    }
    return {
      ...all,
      by: kind === 'compared' ? random.pick([null, by!, by!, by!]) : by!,
      and: kind === 'crossed' ? and! : null,
      filters: this.#filters.some(random.pick([1, 2, 2, 3]), random.pick([table, table, 'utterances']), '', 0.8),
      compare:
        kind === 'compared' ? { a: side(random.pick([1, 1, 2])), b: random.integer(2) === 0 ? null : side(1) } : null,
      sample: random.pick(['all', 'all', 'all', 'balanced', 'us', 'uk'] as const),
      turns
    };
  }
}

/**
 * Selections that Explore answers: of every metric a comparison under two filters or more, one grouping and, by turns, a
 * crossing of two or a comparison of one side with everyone else; with all samples and turns. Each metric has draws of its
 * own, so that one more changes nothing of the others.
 */
export function selections(
  seed: number,
  release: Release,
  defaults: Selection,
  undocumented: Undocumented
): Selection[] {
  return everyMetric.flatMap((name, i) => {
    const random = new ExploreSelections(seedFor(seed, name), release, defaults, undocumented);
    const kinds = ['compared', 'grouped', i % 2 === 0 ? 'crossed' : 'wide'] as const;
    return kinds.map((kind) => random.about(name, kind));
  });
}

/** Every second of some selections with the answers of their groupings joined, as offered or at random, where these can be. */
export function joinedSelections(all: readonly Selection[], seed: number): Selection[] {
  const random = new RandomSelections(seed);
  return all.flatMap((one, i) => {
    if (i % 2 !== 0 || one.by === null) return [];
    const joined = { ...one, by: random.joined(one.by), and: one.and === null ? null : random.joined(one.and) };
    return joined.by === one.by && joined.and === one.and ? [] : [joined];
  });
}

/** What a map of Explore is divided into. */
export const MAPS = [
  ['birth', 'regions'],
  ['residence', 'regions'],
  ['birth', 'countries'],
  ['residence', 'countries']
] as const;

/**
 * Comparisons on each kind of map, `count` of each: metrics of the three tables by turns, a half under two filters or more
 * and a half among all, of which every second one has people on both sides where its metric lets them be.
 */
export function mapSelections(
  count: number,
  seed: number,
  release: Release,
  defaults: Selection,
  undocumented: Undocumented
): Selection[] {
  const random = new RandomSelections(seed, undocumented);
  const explore = new ExploreSelections(seed, release, defaults, undocumented);
  // A map of a place itself is refused.
  const mapped = everyMetric.filter((name) => roleOf(findMetric(name)!.column).origin === undefined);
  const byTable = tableNames.map((table) =>
    random.shuffled(mapped.filter((name) => findMetric(name)!.table === table))
  );
  return MAPS.flatMap(([place, detail], kind) =>
    Array.from({ length: count }, (_, i): Selection => {
      const names = byTable[i % byTable.length]!;
      const onMap = (one: Selection): Selection => ({ ...one, params: { ...one.params, view: 'map', place, detail } });
      const onBoth = i % 6 > 2 && findMetric(names[0]!)!.table !== 'participants';
      const isShown = (one: Selection) => refusal(onMap(one), undocumented) === null && (!onBoth || canBeOnBoth(one));
      const name = names[(kind * count + i) % names.length]!;
      return onMap(explore.about(name, i % 2 === 0 ? 'compared' : 'wide', isShown));
    })
  );
}

/**
 * Selections that the ranking of models answers: every measure but the published slip in all turns, with and without
 * filters, every unit and tie.
 */
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
    filters: filters.some(
      Math.floor(i / methods.length) % 2 === 0 ? random.pick([1, 2]) : 0,
      random.pick(tableNames),
      '',
      0.9
    ),
    sample: random.pick(['all', 'all', 'balanced', 'us'] as const),
    turns: turnChoices[Math.floor(i / methods.length) % turnChoices.length]!
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
