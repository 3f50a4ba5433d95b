import { decapitalise, formatCount, formatCountOf, formatList, PERSON } from '../../dataset/index.ts';
import type { Unsaid } from '../chart.ts';
import { points, pointsBetween, type StandingFields, type StandingRow } from './group-standings.ts';
import { TOGETHER, acrossOf } from './standings-across.ts';
import { itemsOf } from './standing-methods.ts';

/** How many resamples were made, how many differences between groups were tested, and how many survive. */
export const comparedConstants = { made: 'count', groups: 'count', tested: 'count', survive: 'value' } as const;

export type StandingsCompared = typeof comparedConstants;

/** Whether anything stands differently from one group to another, by the differences tested together. */
export function standingsHeadline({ constants, selection }: Unsaid<StandingFields, StandingsCompared>): string | null {
  const { tested, survive } = constants!;
  if (survive === undefined || tested === 0) return null;
  const { label, one } = itemsOf(selection, {});
  const by = decapitalise(acrossOf(selection).dimension.label);
  return survive === 0
    ? `No ${decapitalise(one)} stands clearly differently from one group to another, by ${by}`
    : `Some ${label} stand differently by ${by}: ${formatCount(survive)} of ${formatCount(tested)} differences between groups hold`;
}

export function describeGroups(figure: Unsaid<StandingFields, StandingsCompared>): string {
  const { rows, scale, constants, selection } = figure;
  const { label } = itemsOf(selection, {});
  const top = new Map<string, StandingRow>();
  for (const row of rows) if (row.place === 1 && !top.has(row.group)) top.set(row.group, row);
  const overall = top.get(TOGETHER);
  top.delete(TOGETHER);
  if (figure.denominators.people === 0) return 'Nobody is left with a rating under these filters.';
  if (!overall || top.size < 2) {
    return `With ${formatCountOf(figure.denominators.people, PERSON)}, no two groups have enough people for their ${label} to be ranked.`;
  }
  const { item: leader } = overall;
  const others = [...top.values()].filter(({ item }) => item !== leader);
  const made = formatCount(constants!.made);
  const alike = top.size - others.length;
  const start =
    others.length === 0
      ? `In ${top.size === 2 ? 'both groups' : `all ${formatCount(top.size)} groups`} ${leader} stands highest, as it does overall.`
      : alike === 0
        ? `Overall ${leader} stands highest, but in none of ${formatCount(top.size)} groups.`
        : `In ${formatCount(alike)} of ${formatCount(top.size)} groups ${leader} stands highest, as it does overall.`;
  const changes = others.map(({ item, group }) => {
    const own = rows.find((row) => row.group === group && row.item === leader);
    const beyond = (own?.rank ?? 1) > 1 ? ' beyond chance' : '';
    const resampled =
      own?.firsts === undefined
        ? `${leader} cannot be ranked there`
        : `${leader} is first there in ${formatCount(own.firsts)} of ${made} resamples`;
    return `${item} in ${group}${beyond} (${resampled})`;
  });
  const surviving = constants!.survive ?? 0;
  const tested = `${formatCount(constants!.tested)} differences between two groups`;
  const largest = rows
    .filter(({ estimate, difference = 0 }) => estimate.shown && difference > 0)
    .sort((a, b) => b.difference! - a.difference!)[0];
  const other = largest && rows.find(({ group }) => group === largest.differsFrom)?.group;
  const differences =
    surviving === 0 || !largest || other === undefined
      ? ` None of ${tested} survives adjustment.`
      : ` Of ${tested}, ${formatCount(surviving)} ${surviving === 1 ? 'survives' : 'survive'} adjustment; the largest: ${largest.item} stands ${points(largest.difference!, scale)} higher in ${largest.group} than in ${other} (${pointsBetween(largest.differenceLow!, largest.differenceHigh!, scale)}).`;
  return `${start}${changes.length > 0 ? ` Elsewhere: ${formatList(changes)}.` : ''}${differences}`;
}
