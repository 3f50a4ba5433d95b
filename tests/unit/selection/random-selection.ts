import {
  dimensionsOf,
  findColumn,
  findMetric,
  isDimension,
  levelKey,
  levelsOf,
  metrics,
  numbersOf,
  type TableName,
  type Undocumented
} from '../../../src/lib/dataset/index.ts';
import { seeded, type Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import {
  canonical,
  type Comparison,
  type Filter,
  type LevelFilter,
  type RangeFilter,
  type Selection
} from '../../../src/lib/selection/index.ts';
import { refusal, samples, turnChoices, type Vocabulary } from '../../../src/lib/selection/index.ts';

/** Levels that a release might hold and the description does not know. */
export const undocumented: Undocumented = {
  gender: ['Other, specified', 'Zweite'],
  topic: ['22', '23'],
  study_locale: ['united kingdom']
};

const dimensions = dimensionsOf('utterances');
const numbers = numbersOf('utterances');

/** Every measure that can be asked for: those with words of their own, every number, every level of every dimension. */
export const metricNames: readonly string[] = [
  ...new Set([
    ...metrics.map(({ name }) => name),
    ...numbers,
    ...dimensions.flatMap((name) => levelsOf(name).map((level) => `${name}.${levelKey(level)}`))
  ])
].filter((name) => findMetric(name) !== undefined);

/** The measures of one table. */
export const metricsOf = (table: TableName) => metricNames.filter((name) => findMetric(name)!.table === table);

/** Bounds of every shape: small, fine, far, negative. */
const bounds = [0, 1, 10, 50, 100, 0.5, 33.25, 1e-7, 1e6, 12345.678, -3, -0.25, Number.MAX_SAFE_INTEGER];

/** The selection that is shown when what is asked for is refused. */
export function answerable(selection: Selection, extra?: Undocumented): Selection {
  const reason = refusal(selection, extra);
  return reason ? answerable({ ...selection, ...reason.instead }, extra) : selection;
}

/** Draws of selections; the same for the same seed. */
export class RandomSelections {
  readonly #draw: Seeded;

  constructor(
    seed: number,
    readonly extra: Undocumented = {}
  ) {
    this.#draw = seeded(seed);
  }

  integer(n: number): number {
    return this.#draw.integer(n);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.integer(choices.length)]!;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    return items.map(() => left.splice(this.integer(left.length), 1)[0]!);
  }

  /** A measure, as often with words of its own as without. */
  metric(): string {
    return this.integer(2) === 0 ? this.pick(metrics).name : this.pick(metricNames);
  }

  /** A column with some of its answers joined into groups, or as it is where that makes none. */
  joined(name: string): string {
    const { column } = findColumn(name)!;
    if (!isDimension(column)) return name;
    const offered = (column.joins ?? []).map((words) => [name, ...words].join('.'));
    const keys = this.shuffled(column.levels.map(levelKey));
    const groups = Array.from({ length: 1 + this.integer(2) }, () => keys.splice(0, 2 + this.integer(3)).join('*'));
    const drawn = [name, ...groups, ...(this.integer(2) === 0 ? ['rest'] : [])].join('.');
    return findColumn(this.pick([...offered, drawn]))?.name ?? name;
  }

  /** A grouping as readers choose them: mostly as it is, sometimes joined. */
  grouping(names: readonly string[]): string {
    const name = this.pick(names);
    return this.integer(4) === 0 ? this.joined(name) : name;
  }

  levelFilter(column: string): LevelFilter {
    const keys = levelsOf(column, this.extra).map(levelKey);
    const count = 1 + this.integer(this.pick([1, 3, keys.length]));
    return { column, exclude: this.integer(3) === 0, keys: this.shuffled(keys).slice(0, count) };
  }

  rangeFilter(column: string, values: readonly number[] = bounds): RangeFilter {
    const [from, to] = [this.pick(values), this.pick(values)].sort((a, b) => a - b) as [number, number];
    const ends = this.integer(3);
    return { column, from: ends === 1 ? null : from, to: ends === 2 ? null : to };
  }

  /** Filters of one or two columns, as a side of a comparison has them. */
  side(): Filter[] {
    const columns = this.shuffled(dimensions).slice(0, this.pick([1, 1, 2]));
    const ranges = this.integer(4) === 0 ? [this.rangeFilter(this.pick(numbers))] : [];
    return canonical(
      columns.map((column) => this.levelFilter(column)),
      ranges,
      this.extra
    );
  }

  /** Filters that keep people for what they have at least one of; mostly none. */
  has(): Filter[] {
    if (this.integer(3) > 0) return [];
    const below = (name: string) => findColumn(name)!.table !== 'participants';
    const some = (names: readonly string[]) => this.shuffled(names.filter(below)).slice(0, this.pick([0, 1, 1, 2]));
    const levels = some(dimensions).map((column): LevelFilter => ({ ...this.levelFilter(column), has: true }));
    const ranges = some(numbers).map((column): RangeFilter => ({ ...this.rangeFilter(column), has: true }));
    return canonical(levels, ranges, this.extra);
  }

  /** No comparison as often as one; with everyone else as often as with a side of its own. */
  comparison(mayHave: boolean): Comparison | null {
    if (this.integer(2) === 0) return null;
    const side = () => [...this.side(), ...(mayHave ? this.has() : [])];
    return { a: side(), b: this.integer(2) === 0 ? null : side() };
  }

  /** A selection a page could have, in its one spelling. */
  selection({ defaults, parts, params, dimensions: groupings = dimensions, alwaysGrouped }: Vocabulary): Selection {
    const has = (part: Vocabulary['parts'][number]) => parts.includes(part);
    const some = <T>(items: readonly T[]) => this.shuffled(items).slice(0, this.pick([0, 0, 1, 2, 4]));
    const filters = canonical(
      some(dimensions).flatMap((column) => {
        const filter = this.levelFilter(column);
        const other = { ...this.levelFilter(column), exclude: !filter.exclude };
        return this.integer(8) === 0 ? [filter, other] : [filter];
      }),
      some(numbers).map((column) => this.rangeFilter(column)),
      this.extra
    );
    const selection: Selection = {
      metric: has('metric') ? this.metric() : defaults.metric,
      by: has('by')
        ? !alwaysGrouped && this.integer(groupings.length + 1) === 0
          ? null
          : this.grouping(groupings)
        : defaults.by,
      and: has('and') && this.integer(3) === 0 ? this.grouping(groupings) : defaults.and,
      filters: has('filters') ? [...filters, ...(has('has') ? this.has() : [])] : defaults.filters,
      compare: has('compare') ? this.comparison(has('has')) : defaults.compare,
      sample: has('sample') ? this.pick(samples) : defaults.sample,
      turns: has('turns') ? this.pick(turnChoices) : defaults.turns,
      minimum: has('minimum') ? this.pick([10, 11, 30, 99, 100, 1000, 9999]) : defaults.minimum,
      params: Object.fromEntries(
        Object.entries(params).map(([name, { choices, keys, several }]) => [
          name,
          this.pick([
            ...choices.map((choice) => choice.key),
            ...(keys ? ['18-24', 'gpt-4', '18-24.female'] : []),
            ...(several
              ? [
                  this.shuffled(several.words)
                    .slice(0, 1 + this.integer(several.most))
                    .join('*')
                ]
              : [])
          ])
        ])
      )
    };
    return has('by') ? answerable(selection, this.extra) : selection;
  }
}
