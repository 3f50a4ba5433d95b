import {
  formatCount,
  formatCountOf,
  formatEstimate,
  formatInterval,
  formatValue,
  PERSON
} from '../../dataset/index.ts';
import type { Figure, FigureTable, More, Row } from '../chart.ts';
import { itemsOf, measureOf } from './standing-methods.ts';

const shownOf = ({ rows }: Pick<Figure, 'rows'>) =>
  rows.flatMap((row) => (row.estimate.shown ? [{ ...row.estimate, label: row.label, more: row.more ?? {} }] : []));

/** A rank interval: `1`, `2 to 5`. */
export const rankWords = (more: More, between = ' to ') =>
  more.rank === undefined
    ? ''
    : more.rank === more.rankHigh
      ? formatCount(more.rank)
      : `${formatCount(more.rank)}${between}${formatCount(more.rankHigh!)}`;

export function describeLeaderboard(figure: Omit<Figure, 'sentence'>): string {
  const { scale, selection } = figure;
  if (figure.denominators.people === 0) return 'Nobody is left with a rating under these filters.';
  const measure = measureOf(selection);
  const { label } = itemsOf(selection, {});
  const found = shownOf(figure).filter(({ more }) => more.rank !== undefined);
  const [top, bottom] = [found[0], found.at(-1)];
  if (!top || !bottom || top === bottom) {
    return `With ${formatCountOf(figure.denominators.people, PERSON)}, no two ${label} have enough people to be ranked.`;
  }
  const says = (row: typeof top) =>
    `${measure.says(formatEstimate(row, scale))} (${formatInterval(row.low, row.high, scale)}; ${formatCountOf(row.people, PERSON)})`;
  const peers = found.filter((row) => row !== top && row.more.rank === 1).length;
  const first =
    peers === 0
      ? 'its rank interval is 1, as all others are lower beyond chance'
      : `its rank interval is ${rankWords(top.more)}, and ${formatCountOf(peers, ['other', 'others'])} may be first as well`;
  return `Of ${formatCount(found.length)} ${label}, ${top.label} stands highest: it ${says(top)}; ${first}. ${bottom.label} stands lowest: it ${says(bottom)}; its rank interval is ${rankWords(bottom.more)}.`;
}

export function leaderboardTable(figure: Figure): FigureTable {
  const measure = measureOf(figure.selection);
  const battling = measure.method !== 'mean';
  const placed = figure.rows.some(({ more }) => more?.published !== undefined);
  const valued = figure.rows.some(({ published }) => published !== undefined);
  const line = (row: Row): string[] => {
    const { estimate, more = {} } = row;
    const count = (name: string) => (more[name] === undefined ? '' : formatCount(more[name]));
    const spread = more.spreadLow === undefined ? '' : `${count('spreadLow')} to ${count('spreadHigh')}`;
    return [
      row.label,
      estimate.shown ? formatValue(estimate.value, figure.scale) : 'not shown',
      estimate.shown ? formatInterval(estimate.low, estimate.high, figure.scale) : '',
      ...(valued ? [row.published === undefined ? '' : formatValue(row.published, figure.scale)] : []),
      count('rank'),
      rankWords(more),
      spread,
      ...(placed ? [count('published'), count('lmsys')] : []),
      ...(battling ? [count('wins'), count('ties'), count('losses')] : []),
      formatCount(estimate.people),
      formatCount(estimate.ratings),
      estimate.shown ? remarks[estimate.level] : estimate.reason
    ];
  };
  return {
    head: [
      figure.rowsAre,
      figure.axis,
      '95 % interval',
      ...(valued ? ['Published value'] : []),
      'Rank',
      'Rank interval',
      'Middle 95 % of resampled ranks',
      ...(placed ? ['Place, published', 'Place in LMSYS'] : []),
      ...(battling ? ['Won', 'Tied', 'Lost'] : []),
      'People',
      'Ratings',
      'Remark'
    ],
    rows: figure.rows.map(line)
  };
}

const remarks = { few: 'few people, not ranked', wide: 'wide interval', plain: '' } as const;
