import { byGroup } from '../../src/lib/charts/explore/by-group.ts';
import { dimensionsOf, levelKey, levelsOf, type Undocumented } from '../../src/lib/dataset/index.ts';
import { seeded } from '../../src/lib/estimate/resampling/seeded.ts';
import { canonical, refusal, type LevelFilter, type Selection } from '../../src/lib/selection/index.ts';

/** One choice of a reader of Explore. */
export interface Change {
  /** What is pressed: another grouping, or a level of a filter. */
  readonly pressed: { readonly by: string } | { readonly column: string; readonly key: string };
  /** What is selected then. */
  readonly selection: Selection;
}

/** A reader's way through Explore. */
export interface Way {
  /** Has two filters, so that nothing from here is built ahead. */
  readonly start: Selection;
  readonly changes: readonly Change[];
}

/** Whether a change is one of the filters: only those are measured. */
export const isFilterChange = ({ pressed }: Change) => 'column' in pressed;

/** By a column of the reply, of its conversation, of its person. */
const groupings = ['model', 'topic', 'age'] as const;

const CHANGES_PER_GROUPING = 12;
const SEED = 4;
const FEWEST_PEOPLE = 300;
const [FEWEST_FILTERS, MOST_FILTERS] = [2, 4];

/**
 * A reader who looks at the score of every reply, the costliest there is to count, by three groupings, and ticks or
 * unticks a level at a time; the same every time. A tick that would leave fewer than 300 people is drawn again: it would
 * be too cheap to answer.
 *
 * @param people counts the people a selection leaves
 */
export function filterChanges(people: (selection: Selection) => number, extra: Undocumented): Way {
  const draw = seeded(SEED);
  const pick = <T>(items: readonly T[]): T => items[draw.integer(items.length)]!;
  const dimensions = dimensionsOf('utterances');
  let by: string = groupings[0];
  let filters: LevelFilter[] = [];

  const select = (filters: readonly LevelFilter[]): Selection => ({
    ...byGroup.vocabulary.defaults,
    metric: 'score',
    turns: 'all',
    by,
    filters: canonical([...filters], [], extra)
  });

  function tick(column: string, key: string, exclude = false): LevelFilter[] {
    const old = filters.find((filter) => filter.column === column) ?? { column, exclude, keys: [] };
    const keys = old.keys.includes(key) ? old.keys.filter((one) => one !== key) : [...old.keys, key];
    const others = filters.filter((filter) => filter.column !== column);
    return keys.length === 0 ? others : [...others, { ...old, keys }];
  }

  /** Ticks something that leaves enough people; the filters of the start leave a level out, as a link can. */
  function next(fewest: number, exclude: boolean): Change {
    for (;;) {
      const full = filters.length >= MOST_FILTERS || (filters.length > fewest && draw.integer(3) === 0);
      const old = full ? pick(filters) : undefined;
      const column = old?.column ?? pick(dimensions);
      const key = old ? pick(old.keys) : levelKey(pick(levelsOf(column, extra)));
      const ticked = tick(column, key, exclude);
      const selection = select(ticked);
      if (ticked.length < fewest || refusal(selection) || people(selection) < FEWEST_PEOPLE) continue;
      filters = ticked;
      return { pressed: { column, key }, selection };
    }
  }

  while (filters.length < FEWEST_FILTERS) next(filters.length, true);
  const start = select(filters);
  const changes: Change[] = [];
  for (const grouping of groupings) {
    by = grouping;
    if (by !== start.by) changes.push({ pressed: { by }, selection: select(filters) });
    for (let i = 0; i < CHANGES_PER_GROUPING; i++) changes.push(next(FEWEST_FILTERS, false));
  }
  return { start, changes };
}
