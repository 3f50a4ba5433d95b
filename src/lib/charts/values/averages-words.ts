import {
  countWord,
  decapitalise,
  findColumn,
  formatCount,
  formatDifference,
  formatDifferenceInterval,
  formatInterval,
  formatList,
  formatPercent,
  formatValue
} from '../../dataset/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { Row, Unsaid } from '../chart.ts';
import { secondGroups } from '../forms/nested-dots.ts';
import { narrowed } from '../rows/metric-rows.ts';
import { isFirm, isShown, type ShownRow } from '../rows/ranked.ts';
import type { SliderFields } from './slider-columns.ts';
import { settings } from './sliders.ts';

/** Differences under it are findings. */
const LEVEL = 0.05;

/** Most differences a sentence names. */
const MOST_NAMED = 3;

const words = ({ estimate }: ShownRow) =>
  `${formatValue(estimate.value, 'score')} (${formatInterval(estimate.low, estimate.high, 'score')})`;

/** What everybody says, by how far traits lie apart; only those whose intervals do are named. */
function ends(
  rows: readonly Row<SliderFields>[],
  setting: string
): { top?: ShownRow<Row<SliderFields>>; bottom?: ShownRow<Row<SliderFields>> } {
  const own = rows.filter(isFirm).filter(({ second }) => second.key === setting);
  const sorted = [...own].sort((a, b) => b.estimate.value - a.estimate.value);
  const [top, next] = sorted;
  const [bottom, before] = [sorted.at(-1), sorted.at(-2)];
  return {
    ...(top && next && top.estimate.low > next.estimate.high ? { top } : {}),
    ...(bottom && before && bottom.estimate.high < before.estimate.low ? { bottom } : {})
  };
}

/** What stands apart, in a line: what everybody says most or least, or on how many sliders groups differ. */
export function averagesHeadline({ rows, selection }: Unsaid<SliderFields>): string | null {
  if (selection.by !== null) return groupsHeadline(rows, selection);
  if (!['all', 'said'].includes(selection.params.asked!)) return null;
  const { top, bottom } = ends(rows, 'said');
  const who = narrowed(selection) ? 'these people' : 'people';
  if (top)
    return `${top.first.label} is what ${who} say matters most to them: ${formatValue(top.estimate.value, 'score')} out of 100`;
  if (bottom)
    return `What matters least to ${who}, as they say: ${decapitalise(bottom.first.label)}, ${formatValue(bottom.estimate.value, 'score')} out of 100`;
  return null;
}

/** How high the sliders are, or what stands out of the groups. */
export function describeAverages({ rows, denominators, selection }: Unsaid<SliderFields>): string {
  const shown = rows.filter(isShown);
  if (shown.length === 0)
    return denominators.people === 0
      ? 'Nobody is left with an answer under these filters.'
      : 'Too few people are left to show a number.';
  if (selection.by !== null) {
    const groups = secondGroups(rows).length;
    const few = rows.length - shown.length;
    return `Averages of ${new Set(rows.map(({ first }) => first.key)).size} sliders in ${groups} groups${few > 0 ? `; ${few} rest on too few people to be shown` : ''}. ${foundWords(rows)}`;
  }
  const said = shown.filter(({ second }) => second.key === 'said');
  const list = (some: readonly ShownRow<Row<SliderFields>>[]) =>
    formatList(some.map((row) => `${decapitalise(row.first.label)} ${words(row)}`));
  const parts = [
    ...(said.length > 0 ? [`Said beforehand: ${list(said)}.`] : []),
    ...settings.slice(1).flatMap(({ key, label }) => {
      const own = shown.filter(({ second }) => second.key === key);
      const known = own.filter(({ unanswered }) => unanswered !== undefined);
      const most = Math.max(...known.map(({ unanswered }) => unanswered!));
      const least = Math.min(...known.map(({ unanswered }) => unanswered!));
      return own.length === 0
        ? []
        : [
            `${label}: ${list(own.slice(0, 2))} and ${own.length - 2} more${known.length > 1 ? `; N/A in ${formatPercent(least, 0)} to ${formatPercent(most, 0)} of conversations` : ''}.`
          ];
    })
  ];
  return parts.join(' ');
}

/** What stands out once all is tested together, the largest difference first. */
const standingOut = (rows: readonly Row<SliderFields>[]) =>
  rows
    .filter(isFirm)
    .filter(({ adjusted }) => adjusted !== undefined && adjusted < LEVEL)
    .sort((a, b) => Math.abs(b.difference!.value) - Math.abs(a.difference!.value));

function groupsHeadline(rows: readonly Row<SliderFields>[], { by }: Selection): string | null {
  if (!rows.some(({ adjusted }) => adjusted !== undefined)) return null;
  const found = new Set(standingOut(rows).map(({ first }) => first.key)).size;
  const all = new Set(rows.map(({ first }) => first.key)).size;
  const label = decapitalise(findColumn(by!)!.column.label);
  return found === 0
    ? `By ${label}, no group’s answers can be told from everybody else’s`
    : `By ${label}, groups differ on ${found === all ? 'each of' : `${countWord(found)} of`} the ${countWord(all)} sliders`;
}

function foundWords(rows: readonly Row<SliderFields>[]): string {
  const tested = rows.filter(({ adjusted }) => adjusted !== undefined).length;
  if (tested === 0) return 'No two groups can be set against each other here.';
  const found = standingOut(rows);
  if (found.length === 0)
    return `None of ${formatCount(tested)} differences from everybody else can be told from chance.`;
  const one = ({ first, second, difference }: Row<SliderFields>) =>
    `${second.label} on ${decapitalise(first.label)}, ${formatDifference(difference!.value, 'score')} points (${formatDifferenceInterval(difference!.low, difference!.high, 'score')})`;
  const [start, ...more] = found.slice(0, MOST_NAMED).map(one);
  return `${formatCount(found.length)} of ${formatCount(tested)} differences from everybody else hold once all are tested together${more.length > 0 ? ', the largest' : ''}: ${formatList([start!, ...more])}. Picked from so many, the true gaps are likely smaller.`;
}
