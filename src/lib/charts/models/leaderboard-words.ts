import {
  countWord,
  formatCount,
  formatCountOf,
  formatEstimate,
  formatInterval,
  formatList,
  PERSON
} from '../../dataset/index.ts';
import { REASONS } from '../../estimate/index.ts';
import { SMALLEST_RANKED } from '../../selection/index.ts';
import type { Figure, Row, Unsaid } from '../chart.ts';
import { isShown } from '../rows/ranked.ts';
import { rankWords, type LeaderboardConstants, type LeaderboardFields } from './leaderboard-columns.ts';
import { itemsOf, measureOf } from './standing-methods.ts';

/** Whether an item on enough people to be ranked has no strength for never having lost, or won, against those that have one. */
export const isBeyond = ({ estimate }: Row<LeaderboardFields>, why: 'neverLost' | 'neverWon'): boolean =>
  !estimate.shown && estimate.people >= SMALLEST_RANKED && estimate.reason === REASONS[why];

const rankedOf = ({ rows }: Pick<Figure<LeaderboardFields>, 'rows'>) =>
  rows.filter(isShown).filter(({ rank }) => rank !== undefined);

/** Who is first, where one alone may be; else who leads and how many others may be first. */
export function leaderboardHeadline(figure: Unsaid<LeaderboardFields>): string | null {
  const found = rankedOf(figure);
  const [top] = found;
  if (!top || found.length < 2 || figure.rows.some((row) => isBeyond(row, 'neverLost'))) return null;
  const { label } = itemsOf(figure.selection, {});
  const others = found.filter((row) => row !== top && row.rank === 1).length;
  if (others === 0 && top.rank === 1 && top.rankHigh === 1)
    return `${top.label} comes first of ${formatCount(found.length)} ${label}`;
  if (others === found.length - 1) return `Any of the ${countWord(found.length)} ${label} could be first`;
  return `${top.label} leads, but ${countWord(others)} other${others === 1 ? '' : 's'} could be first`;
}

export function describeLeaderboard(figure: Unsaid<LeaderboardFields, LeaderboardConstants>): string {
  const { scale, selection } = figure;
  if (figure.denominators.people === 0) return 'Nobody is left with a rating under these filters.';
  const measure = measureOf(selection);
  const { label } = itemsOf(selection, {});
  const found = rankedOf(figure);
  const [top, bottom] = [found[0], found.at(-1)];
  const unbeaten = figure.rows.filter((row) => isBeyond(row, 'neverLost')).map((row) => row.label);
  const before =
    unbeaten.length === 0
      ? ''
      : `${formatList(unbeaten)} never lost to any of the others and ${unbeaten.length === 1 ? 'is' : 'are'} shown first, without a strength. `;
  if (!top || !bottom || top === bottom) {
    return `${before}With ${formatCountOf(figure.denominators.people, PERSON)}, no two ${label} have enough people to be ranked.`;
  }
  const says = ({ estimate }: typeof top) =>
    `${measure.says(formatEstimate(estimate, scale))} (${formatInterval(estimate.low, estimate.high, scale)}; ${formatCountOf(estimate.people, PERSON)})`;
  const peers = found.filter((row) => row !== top && row.rank === 1).length;
  const often =
    top.firsts === undefined
      ? ''
      : ` (it is first in ${formatCount(top.firsts)} of ${formatCount(figure.constants!.made)} resamples)`;
  const first =
    peers === 0
      ? 'its rank interval is 1, as all others are lower beyond chance'
      : `its rank interval is ${rankWords(top)}, and ${formatCountOf(peers, ['other', 'others'])} may be first as well${often}`;
  return `${before}Of ${formatCount(found.length)} ${before === '' ? '' : 'other '}${label}, ${top.label} stands highest: it ${says(top)}; ${first}. ${bottom.label} stands lowest: it ${says(bottom)}; its rank interval is ${rankWords(bottom)}.`;
}
