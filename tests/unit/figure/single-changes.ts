import { leaderboard } from '../../../src/lib/charts/models/leaderboard.ts';
import { robustness } from '../../../src/lib/charts/models/robustness.ts';
import { robustnessByGroup } from '../../../src/lib/charts/models/robustness-by-group.ts';
import { standingsByGroup } from '../../../src/lib/charts/models/standings-by-group.ts';
import { dimensionsOf, findMetric, levelKey, levelsOf, metrics } from '../../../src/lib/dataset/index.ts';
import { builtAhead } from '../../../src/lib/figure/built-ahead.ts';
import {
  format,
  plainParams,
  refusal,
  samples,
  turnChoices,
  type Selection,
  type Vocabulary
} from '../../../src/lib/selection/index.ts';

/**
 * The figures of the Models page, which may be narrowed by every level of everything: built ahead for each of its settings
 * and, the ranking, for the levels readers use most. All of them by all levels would take half a minute more of the build
 * and twice the bytes.
 */
export const ofModelsPage: readonly Vocabulary[] = [leaderboard, robustness, standingsByGroup, robustnessByGroup].map(
  ({ vocabulary }) => vocabulary
);

/** The selection shown when one is asked for: where it is refused, what is shown instead. */
function shown(selection: Selection): Selection {
  const reason = refusal(selection);
  return reason === null ? selection : shown({ ...selection, ...reason.instead });
}

/**
 * Every view that one choice on a page's default view leads to: another measure, grouping, second grouping, sample, turn
 * or option, one level of one filter or of side A. A comparison is with everyone else, which takes one choice, that of side A. Numbers that
 * are typed (bounds of ranges, the fewest people) are not counted. Where a link says filters alone, another group is another page.
 */
export function singleChanges({ defaults, parts, params, dimensions, narrowedBy }: Vocabulary): Selection[] {
  const { table } = findMetric(defaults.metric)!;
  const changes: Partial<Selection>[] = [];
  if (parts.includes('metric')) for (const { name } of metrics) changes.push({ metric: name });
  if (parts.includes('by')) for (const by of [null, ...(dimensions ?? dimensionsOf(table))]) changes.push({ by });
  if (parts.includes('and')) for (const and of [null, ...dimensionsOf(table)]) changes.push({ and });
  if (parts.includes('sample')) for (const sample of samples) changes.push({ sample });
  if (parts.includes('turns') && table === 'utterances') for (const turns of turnChoices) changes.push({ turns });
  for (const [name, { choices }] of Object.entries(params)) {
    // Other ways to set out the default figure are that figure.
    for (const { key } of choices) changes.push({ params: plainParams({ ...defaults.params, [name]: key }, params) });
  }
  if (parts.includes('filters') && parts.length > 1) {
    for (const column of narrowedBy ?? dimensionsOf('utterances')) {
      for (const level of levelsOf(column)) {
        changes.push({ filters: [{ column, exclude: false, keys: [levelKey(level)] }] });
      }
    }
  }
  if (parts.includes('compare')) {
    for (const column of dimensionsOf(table)) {
      for (const level of levelsOf(column)) {
        const side = { column, exclude: false, keys: [levelKey(level)] };
        changes.push({ compare: { a: [side], b: null } });
      }
    }
  }
  const all = changes.map((change) => ({ ...defaults, ...change }));
  return parts.includes('by') ? all.map(shown) : all;
}

/** Of the single changes that lead away from the default, the share that is built ahead; null where there are none. */
export function shareAhead(vocabulary: Vocabulary): number | null {
  const linkOf = (selection: Selection) => format(selection, vocabulary).toString();
  const ahead = new Set(builtAhead(vocabulary).map(linkOf));
  const links = new Set(singleChanges(vocabulary).map(linkOf));
  links.delete('');
  return links.size === 0 ? null : [...links].filter((link) => ahead.has(link)).length / links.size;
}
