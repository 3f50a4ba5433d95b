import { byGroup } from '../../src/lib/charts/by-group.ts';
import { dimensionsOf, levelKey, levelsOf, type Undocumented } from '../../src/lib/dataset/index.ts';
import { seeded } from '../../src/lib/estimate/seeded.ts';
import { canonical, type LevelFilter, type Selection } from '../../src/lib/selection/index.ts';

/** Explore at one measure and grouping, and what a reader then does to the filters. */
export interface View {
  /** With two filters, so that no change from here is built ahead. */
  readonly start: Selection;
  /** Each differs from the one before by one level of one filter, or by a filter. */
  readonly changes: readonly Selection[];
}

/** All count every rated reply, the costliest there is: grouped by its own column, its conversation's, its person's. */
const views: readonly Partial<Selection>[] = [
  { metric: 'score', by: 'model' },
  { metric: 'if_chosen.chosen', by: 'topic' },
  { metric: 'score', by: 'age' }
];

export const CHANGES_PER_VIEW = 12;

const SEED = 4;
const FEWEST_PEOPLE = 300;
const MOST_FILTERS = 4;

/**
 * Filter changes as readers make them, the same every time. A change that would leave fewer than 300 people is drawn
 * again: it would be too cheap to answer.
 *
 * @param people counts the people a selection leaves
 */
export function filterChanges(people: (selection: Selection) => number, extra: Undocumented): View[] {
  const draw = seeded(SEED);
  const pick = <T>(items: readonly T[]): T => items[draw.integer(items.length)]!;
  const dimensions = dimensionsOf('utterances');

  /** One level more or less of one column, or one filter less. */
  function changed(filters: readonly LevelFilter[]): LevelFilter[] {
    const without = (column: string) => filters.filter((filter) => filter.column !== column);
    if (filters.length >= MOST_FILTERS || (filters.length > 2 && draw.integer(3) === 0)) {
      return without(pick(filters).column);
    }
    const column = pick(dimensions);
    const key = levelKey(pick(levelsOf(column, extra)));
    const old = filters.find((filter) => filter.column === column) ?? {
      column,
      exclude: draw.integer(2) === 0,
      keys: []
    };
    const keys = old.keys.includes(key) ? old.keys.filter((one) => one !== key) : [...old.keys, key];
    return keys.length === 0 ? without(column) : [...without(column), { ...old, keys }];
  }

  return views.map((view) => {
    let filters: LevelFilter[] = [];
    const next = (enough: (filters: readonly LevelFilter[]) => boolean): Selection => {
      for (;;) {
        const tried = changed(filters);
        const selection: Selection = {
          ...byGroup.vocabulary.defaults,
          ...view,
          turns: 'all',
          filters: canonical(tried, [], extra)
        };
        if (!enough(tried) || people(selection) < FEWEST_PEOPLE) continue;
        filters = tried;
        return selection;
      }
    };
    next((tried) => tried.length === 1);
    const start = next((tried) => tried.length === 2);
    const changes = Array.from({ length: CHANGES_PER_VIEW }, () => next((tried) => tried.length >= 2));
    return { start, changes };
  });
}
