import {
  formatCount,
  formatCountOf,
  formatInterval,
  formatList,
  formatValue,
  PERSON,
  type Scale
} from '../../dataset/index.ts';
import type { Figure, FigureTable, Row } from '../chart.ts';
import { itemsOf, measureOf } from './standing-methods.ts';

/** Place of the column in which all groups are together. */
export const TOGETHER = 0;

/** A row's model and group: by their labels, which the row's joins, and by their places, of which its key is made. */
export function partsOf({ key, label }: Pick<Row, 'key' | 'label'>) {
  const at = label.indexOf(', ');
  const [place, item] = key.split('.').map(Number) as [number, number];
  return { model: label.slice(0, at), group: label.slice(at + 2), place, item };
}

/** The names of the groups that have a shown row, by place. */
export function groupNames({ rows }: Pick<Figure, 'rows'>): Map<number, string> {
  return new Map(rows.map((row) => [partsOf(row).place, partsOf(row).group]));
}

/** A difference in the unit of the scale; between shares it is one of percentage points. */
function points(value: number, scale: Scale): string {
  return scale === 'share' ? `${formatValue(value * 100, 'score')} points` : formatValue(value, scale);
}

function pointsBetween(low: number, high: number, scale: Scale): string {
  return scale === 'share' ? formatInterval(low * 100, high * 100, 'score') : formatInterval(low, high, scale);
}

type Shown = Omit<Figure, 'sentence'>;

export function describeGroups(figure: Shown): string {
  const { rows, scale, constants, selection } = figure;
  const { label } = itemsOf(selection, {});
  const top = new Map<number, Row>();
  for (const row of rows) {
    const { place } = partsOf(row);
    if (row.more?.place === 1 && !top.has(place)) top.set(place, row);
  }
  const overall = top.get(TOGETHER);
  top.delete(TOGETHER);
  if (figure.denominators.people === 0) return 'Nobody is left with a rating under these filters.';
  if (!overall || top.size < 2) {
    return `With ${formatCountOf(figure.denominators.people, PERSON)}, no two groups have enough people for their ${label} to be ranked.`;
  }
  const { model: leader, item: leading } = partsOf(overall);
  const others = [...top.values()].filter((row) => partsOf(row).item !== leading);
  const made = formatCount(constants!.made!);
  const alike = top.size - others.length;
  const start =
    others.length === 0
      ? `In ${top.size === 2 ? 'both groups' : `all ${formatCount(top.size)} groups`} ${leader} stands highest, as it does overall.`
      : alike === 0
        ? `Overall ${leader} stands highest, but in none of ${formatCount(top.size)} groups.`
        : `In ${formatCount(alike)} of ${formatCount(top.size)} groups ${leader} stands highest, as it does overall.`;
  const changes = others.map((row) => {
    const { model, group, place } = partsOf(row);
    const own = rows.find(({ key }) => key === `${place}.${leading}`)?.more;
    const beyond = (own?.rank ?? 1) > 1 ? ' beyond chance' : '';
    const resampled =
      own?.firsts === undefined
        ? `${leader} cannot be ranked there`
        : `${leader} is first there in ${formatCount(own.firsts)} of ${made} resamples`;
    return `${model} in ${group}${beyond} (${resampled})`;
  });
  const surviving = constants!.survive!;
  const tested = `${formatCount(constants!.tested!)} differences between two groups`;
  const largest = rows
    .filter((row) => row.estimate.shown && (row.more?.by ?? 0) > 0)
    .sort((a, b) => b.more!.by! - a.more!.by!)[0];
  const other = largest && groupNames(figure).get(largest.more!.from!);
  const differences =
    surviving === 0 || !largest || other === undefined
      ? ` None of ${tested} survives adjustment.`
      : ` Of ${tested}, ${formatCount(surviving)} ${surviving === 1 ? 'survives' : 'survive'} adjustment; the largest: ${partsOf(largest).model} stands ${points(largest.more!.by!, scale)} higher in ${partsOf(largest).group} than in ${other} (${pointsBetween(largest.more!.byLow!, largest.more!.byHigh!, scale)}).`;
  return `${start}${changes.length > 0 ? ` Elsewhere: ${formatList(changes)}.` : ''}${differences}`;
}

export function groupsTable(figure: Figure): FigureTable {
  const { scale, rows } = figure;
  const names = groupNames(figure);
  const signed = (value: number) => `${value > 0 ? '+' : ''}${points(value, scale)}`;
  return {
    head: [
      'Model and group',
      measureOf(figure.selection).axis,
      '95 % interval',
      'Place',
      'Rank interval',
      'First in resamples',
      'People',
      'Largest difference that survives'
    ],
    rows: rows.map((row) => {
      const { estimate, more = {} } = row;
      const count = (name: string) => (more[name] === undefined ? '' : formatCount(more[name]));
      return [
        row.label,
        estimate.shown ? formatValue(estimate.value, scale) : 'not shown',
        estimate.shown ? formatInterval(estimate.low, estimate.high, scale) : '',
        count('place'),
        more.rank === undefined ? '' : `${count('rank')} to ${count('rankHigh')}`,
        count('firsts'),
        formatCount(estimate.people),
        !estimate.shown
          ? estimate.reason
          : more.by === undefined
            ? ''
            : `${signed(more.by)} from ${names.get(more.from!) ?? 'another group'} (${pointsBetween(more.byLow!, more.byHigh!, scale)})`
      ];
    })
  };
}
