import { PERSON, decapitalise, formatCount, formatCountOf, formatList } from '../../dataset/index.ts';
import type { OrderSizes } from '../../estimate/index.ts';
import type { Figure, FigureTable, KeyEntry, RawRow, Row } from '../chart.ts';
import { heldCells, heldHeads, nameOf } from './order-held.ts';
import { outcomeOf, outcomes } from '../forms/order-strip.ts';
import { TOGETHER } from './standings-by-group-words.ts';
import { itemsOf } from './standing-methods.ts';

const BETWEEN = ': ';
/** More groups than this are counted in the sentence and not named. */
const MOST_NAMED = 4;

/** A way’s row as one of a group’s: the group before the way in its key and in its label. */
export function inGroup(row: RawRow, group: { place: number; label: string; missing: boolean }): RawRow {
  return {
    ...row,
    key: `${group.place}.${row.key}`,
    label: group.label + BETWEEN + row.label,
    missing: group.missing
  };
}

/** A row’s group and way, as `inGroup` joined them. */
export function partsOfHeld({ key, label }: Pick<Row, 'key' | 'label'>) {
  const [at, point] = [label.lastIndexOf(BETWEEN), key.indexOf('.')];
  return {
    place: Number(key.slice(0, point)),
    group: label.slice(0, at),
    way: { key: key.slice(point + 1), label: label.slice(at + BETWEEN.length) }
  };
}

/** A group’s people, pairs and first item as numbers of the figure. */
export function groupSizes(group: { place: number; people: number }, sizes: OrderSizes) {
  const named = Object.entries({ people: group.people, ...sizes });
  return Object.fromEntries(named.map(([name, number]) => [`${name}.${group.place}`, number]));
}

/** A group of the figure with its rows, one for each way. */
export interface Held {
  readonly place: number;
  readonly label: string;
  readonly people: number;
  readonly apart: number;
  readonly leader: number;
  readonly rows: readonly Row[];
}

/** The groups that are ranked, all together first. */
export function heldGroups({ rows, constants }: Pick<Figure, 'rows' | 'constants'>): Held[] {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const { place } = partsOfHeld(row);
    groups.set(place, [...(groups.get(place) ?? []), row]);
  }
  return [...groups].map(([place, own]) => {
    const number = (name: string) => constants![`${name}.${place}`]!;
    const label = partsOfHeld(own[0]!).group;
    return { place, label, people: number('people'), apart: number('apart'), leader: number('leader'), rows: own };
  });
}

const judgedOf = ({ rows }: Held) => rows.filter(({ estimate }) => estimate.shown);
const otherFirst = (group: Held) => judgedOf(group).filter(({ more }) => more!.sameFirst === 0);
const turnedIn = (group: Held) => judgedOf(group).filter(({ more }) => more!.turned! > 0);
const named = (groups: readonly Held[], words: (group: Held) => string) =>
  groups.length <= MOST_NAMED ? formatList(groups.map(words)) : formatCountOf(groups.length, ['group', 'groups']);

/** In how many groups the first stays first, and where it does so least. */
function firstsHeld(groups: readonly Held[], selection: Figure['selection']): string {
  const one = decapitalise(itemsOf(selection, {}).one);
  const steady = groups.filter((group) => otherFirst(group).length === 0);
  const among = formatCountOf(groups.length, ['group', 'groups']);
  const stays = `${one} stays first in all other ways of looking`;
  const start =
    steady.length === 0
      ? `In none of ${among} does the first ${one} stay first in all other ways of looking`
      : steady.length === groups.length
        ? `In ${groups.length === 1 ? 'the only group that can be ranked' : groups.length === 2 ? 'both groups' : `all ${among}`} the first ${stays}`
        : `In ${formatCount(steady.length)} of ${among} the first ${stays}`;
  const who =
    steady.length > 0 && steady.length <= MOST_NAMED
      ? `: ${named(steady, ({ label, leader }) => `${label} (${nameOf(leader, selection)})`)}`
      : '';
  const share = (group: Held) => otherFirst(group).length / judgedOf(group).length;
  const least = [...groups].sort((a, b) => share(b) - share(a))[0]!;
  const others = otherFirst(least);
  if (others.length === 0) return `${start}${who}.`;
  const chance = others.every(({ more }) => more!.turned === 0) ? ', within chance' : '';
  return `${start}${who}. Least steady is ${least.label}, where another than ${nameOf(least.leader, selection)} stands first in ${formatCount(others.length)} of ${formatCount(judgedOf(least).length)} ways${chance}.`;
}

/** Where pairs that are told apart turn round, and where none are told apart. */
function pairsHeld(groups: readonly Held[], label: string): string {
  const unsure = groups.filter(({ apart }) => apart === 0);
  if (unsure.length === groups.length)
    return `In no group can any two ${label} be told apart, so any order may be chance.`;
  const turning = groups.filter((group) => turnedIn(group).length > 0);
  const [most, ...others] = turning.flatMap(turnedIn).sort((a, b) => b.more!.turned! - a.more!.turned!);
  const words = (row: Row) => {
    const { group, way } = partsOfHeld(row);
    return `${group} ${way.label} (${formatCountOf(row.more!.turned!, ['pair', 'pairs'])})`;
  };
  const turned =
    most === undefined
      ? `No two ${label} that can be told apart in a group turn round in any of them.`
      : others.length === 0
        ? `Of ${label} that can be told apart in a group, some turn round only in ${words(most)}.`
        : `Of ${label} that can be told apart in a group, some turn round in ${named(turning, (group) => group.label)}, most in ${words(most)}.`;
  const chance =
    unsure.length === 0
      ? ''
      : ` In ${named(unsure, (group) => group.label)} no two can be told apart, so any order there may be chance.`;
  return turned + chance;
}

export function describeHeld(figure: Omit<Figure, 'sentence'>): string {
  const { denominators, selection } = figure;
  const { label } = itemsOf(selection, {});
  if (denominators.people === 0) return 'Nobody is left with a rating under these filters.';
  const groups = heldGroups(figure).filter((group) => group.place !== TOGETHER && judgedOf(group).length > 0);
  if (groups.length === 0)
    return `With ${formatCountOf(denominators.people, PERSON)}, no group has enough people for its ${label} to be ranked.`;
  const looks = groups.flatMap(({ rows }) => rows).length;
  const unjudged = looks - groups.flatMap(judgedOf).length;
  const few =
    unjudged === 0
      ? ''
      : ` In ${formatCount(unjudged)} of ${formatCount(looks)} cases too few people are left to judge.`;
  return `${firstsHeld(groups, selection)} ${pairsHeld(groups, label)}${few}`;
}

export function heldTable({ rows, selection }: Figure): FigureTable {
  return {
    head: ['Group', 'Looked at', ...heldHeads],
    labels: 2,
    rows: rows.map((row) => {
      const { group, way } = partsOfHeld(row);
      return [group, way.label, ...heldCells(row, selection)];
    })
  };
}

export function heldKey({ rows }: Figure): KeyEntry[] {
  const met = outcomes.filter(({ mark }) => rows.some((row) => outcomeOf(row) === mark));
  const few: KeyEntry = { mark: 'unjudged', label: 'too few people to judge' };
  return [...met, ...(rows.some(({ estimate }) => !estimate.shown) ? [few] : [])];
}
