import {
  capitalise,
  countWord,
  formatCount,
  formatCountOf,
  formatDifference,
  formatDifferenceInterval,
  formatList,
  PERSON
} from '../../dataset/index.ts';
import type { SideWords, Unsaid } from '../chart.ts';
import { isFirm } from '../rows/ranked.ts';
import { sidesDiffer, type SideLetter, type SidesFields, type SidesRow } from './sides-standings.ts';
import { firstWords, ranksOfSide } from './sides-columns.ts';
import { itemsOf } from './standing-methods.ts';

/** How many resamples were made, and how many differences were tested. */
export const sidesConstants = { made: 'count', tested: 'count' } as const;

export type SidesConstants = typeof sidesConstants;
type Figure = Unsaid<SidesFields, SidesConstants>;

/** Most items that a headline names. */
const MOST_NAMED = 3;

/** Both sides, to go before a verb. */
export const sidesNamed = ({ a, b }: { readonly a: SideWords; readonly b: SideWords }) => `${a.words} and ${b.words}`;

const sidesOf = ({ compared }: Pick<Figure, 'compared'>) => [compared!.a.words, compared!.b.words] as const;

/** Which items stand differently with the two sides, all differences tested together. */
export function sidesHeadline(figure: Figure): string | null {
  const { label } = itemsOf(figure.selection, {});
  const tested = figure.rows.filter(isFirm);
  if (tested.length < 2) return null;
  const [a, b] = sidesOf(figure);
  const found = tested.filter(sidesDiffer);
  if (found.length === 0)
    return `We cannot tell ${a} and ${b} apart in how they rank ${formatCount(tested.length)} ${label}`;
  const higher = found.filter(({ estimate }) => estimate.value > 0).map((row) => row.label);
  const lower = found.filter(({ estimate }) => estimate.value < 0).map((row) => row.label);
  if (found.length > MOST_NAMED)
    return `${capitalise(countWord(found.length))} of ${formatCount(tested.length)} ${label} stand differently with ${a} than with ${b}`;
  const stand = (names: readonly string[], way: string) =>
    names.length === 0 ? [] : [`${formatList(names)} ${names.length === 1 ? 'stands' : 'stand'} ${way}`];
  return `${formatList([...stand(higher, 'higher'), ...stand(lower, 'lower')])} with ${a} than with ${b}`;
}

/** Who leads with a side, where it may be ranked there and how often it is first. */
function leading(figure: Figure, side: SideLetter): { label: string; words: string } | null {
  const height = (row: SidesRow) => row[`level${side}`]?.value ?? -Infinity;
  const [top] = figure.rows
    .filter((row) => row.estimate.shown && row[`rank${side}`] !== undefined)
    .sort((one, other) => height(other) - height(one));
  if (!top) return null;
  const ranks = ranksOfSide(top, side);
  const words = `rank ${ranks}, first in ${firstWords(top, side)} of ${formatCount(figure.constants!.made)} resamples`;
  return { label: top.label, words };
}

export function describeSides(figure: Figure): string {
  const { rows, scale, selection } = figure;
  const { label } = itemsOf(selection, {});
  if (figure.denominators.people === 0) return 'Nobody is left with a rating under these filters.';
  const tested = rows.filter(isFirm);
  const [a, b] = sidesOf(figure);
  if (tested.length < 2)
    return `With ${formatCountOf(figure.denominators.people, PERSON)}, no two ${label} have enough people on both sides to be ranked.`;
  const [ofA, ofB] = [leading(figure, 'A'), leading(figure, 'B')];
  const who =
    !ofA || !ofB
      ? ''
      : ofA.label === ofB.label
        ? `With both, ${ofA.label} leads: ${ofA.words} with ${a}; ${ofB.words} with ${b}. `
        : `With ${a} ${ofA.label} leads (${ofA.words}), with ${b} ${ofB.label} (${ofB.words}). `;
  const found = tested
    .filter(sidesDiffer)
    .sort((one, other) => Math.abs(other.estimate.value) - Math.abs(one.estimate.value));
  const unit = scale === 'share' ? ' points' : '';
  const [most] = found;
  const differences =
    most === undefined
      ? `None of ${formatCount(tested.length)} differences, tested together, is beyond chance.`
      : `${capitalise(countWord(found.length))} of ${formatCount(tested.length)} differences, tested together, ${found.length === 1 ? 'is' : 'are'} beyond chance${found.length <= MOST_NAMED ? `: ${formatList(found.map((row) => `${row.label} ${formatDifference(row.estimate.value, scale)}${unit} (${formatDifferenceInterval(row.estimate.low, row.estimate.high, scale)})`))}` : ''}.`;
  return `${who}${differences}`;
}
