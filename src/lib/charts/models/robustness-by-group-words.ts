import { PERSON, decapitalise, formatCount, formatCountOf, formatList } from '../../dataset/index.ts';
import type { Figure, Unsaid } from '../chart.ts';
import { heldGroups, type GroupHeldFields, type GroupHeldRow, type HeldGroup } from './held-groups.ts';
import { itemsOf } from './standing-methods.ts';

/** More groups than this are counted in the sentence and not named. */
const MOST_NAMED = 4;

const judgedOf = ({ rows }: HeldGroup) => rows.filter(({ estimate }) => estimate.shown);
const otherFirst = (group: HeldGroup) => judgedOf(group).filter(({ first }) => first !== group.asked.first);
const turnedIn = (group: HeldGroup) => judgedOf(group).filter(({ turned }) => turned! > 0);
const named = (groups: readonly HeldGroup[], words: (group: HeldGroup) => string) =>
  groups.length <= MOST_NAMED ? formatList(groups.map(words)) : formatCountOf(groups.length, ['group', 'groups']);

/** In how many groups the first stays first, and where it does so least. */
function firstsHeld(groups: readonly HeldGroup[], selection: Figure['selection']): string {
  const one = decapitalise(itemsOf(selection, {}).one);
  const steady = groups.filter((group) => otherFirst(group).length === 0);
  const among = formatCountOf(groups.length, ['group', 'groups']);
  const stays = `${one} stays first in all other ways of ranking`;
  const start =
    steady.length === 0
      ? `In none of ${among} does the first ${one} stay first in all other ways of ranking`
      : steady.length === groups.length
        ? `In ${groups.length === 1 ? 'the only group that can be ranked' : groups.length === 2 ? 'both groups' : `all ${among}`} the first ${stays}`
        : `In ${formatCount(steady.length)} of ${among} the first ${stays}`;
  const who =
    steady.length > 0 && steady.length <= MOST_NAMED
      ? `: ${named(steady, ({ label, asked }) => `${label} (${asked.first})`)}`
      : '';
  const share = (group: HeldGroup) => otherFirst(group).length / judgedOf(group).length;
  const least = [...groups].sort((a, b) => share(b) - share(a))[0]!;
  const others = otherFirst(least);
  if (others.length === 0) return `${start}${who}.`;
  const chance = others.every(({ turned }) => turned === 0) ? ', within chance' : '';
  return `${start}${who}. Least steady is ${least.label}, where in ${formatCount(others.length)} of ${formatCount(judgedOf(least).length)} ways ${least.asked.first} does not come first${chance}.`;
}

/** Where pairs that are told apart turn round, and where none are told apart. */
function pairsHeld(groups: readonly HeldGroup[], label: string): string {
  const unsure = groups.filter(({ asked }) => asked.apart === 0);
  if (unsure.length === groups.length)
    return `In no group can any two ${label} be told apart, so any order may be chance.`;
  const turning = groups.filter((group) => turnedIn(group).length > 0);
  const [most, ...others] = turning.flatMap(turnedIn).sort((a, b) => b.turned! - a.turned!);
  const words = ({ group, way, turned }: GroupHeldRow) =>
    `${group} ${way} (${formatCountOf(turned!, ['pair', 'pairs'])})`;
  const turned =
    most === undefined
      ? `No two ${label} that are clearly ordered in a group swap places in it.`
      : others.length === 0
        ? `Some ${label} that are clearly ordered in a group swap places, only in ${words(most)}.`
        : `Some ${label} that are clearly ordered in a group swap places in ${named(turning, (group) => group.label)}, most in ${words(most)}.`;
  const chance =
    unsure.length === 0
      ? ''
      : ` In ${named(unsure, (group) => group.label)} no two can be told apart, so any order there may be chance.`;
  return turned + chance;
}

/** In how many groups pairs that are told apart swap places. */
export function headlineHeld(figure: Unsaid<GroupHeldFields>): string | null {
  const groups = heldGroups(figure).filter((group) => !group.together && judgedOf(group).length > 0);
  const ordered = groups.filter(({ asked }) => (asked.apart ?? 0) > 0);
  if (ordered.length === 0) return null;
  const turning = ordered.filter((group) => turnedIn(group).length > 0).length;
  return turning === 0
    ? 'In no group does a clearly ordered pair swap places when ranked in another way'
    : `In ${formatCount(turning)} of ${formatCountOf(groups.length, ['group', 'groups'])} some clearly ordered pairs swap places when ranked in another way`;
}

export function describeHeld(figure: Unsaid<GroupHeldFields>): string {
  const { denominators, selection } = figure;
  const { label } = itemsOf(selection, {});
  if (denominators.people === 0) return 'Nobody is left with a rating under these filters.';
  const groups = heldGroups(figure).filter((group) => !group.together && judgedOf(group).length > 0);
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
