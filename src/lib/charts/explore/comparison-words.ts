import { unitOf } from '../words/unit-words.ts';
import {
  PERSON,
  capitalise,
  decapitalise,
  findMetric,
  formatCount,
  formatCountOf,
  formatDifference,
  formatDifferenceInterval,
  formatList,
  formatValue,
  pWords,
  type Metric,
  type ScaleUse,
  type Undocumented
} from '../../dataset/index.ts';
import type { Estimate } from '../../estimate/index.ts';
import { SCALES, onScale, scaleOfComparison, type Selection } from '../../selection/index.ts';
import type { Figure, Total, Unsaid } from '../chart.ts';
import { comparesMedians } from '../rows/medians.ts';
import { isFirm } from '../rows/ranked.ts';
import { differs, estimandOf, metricOf, type ComparisonFields, type Compared } from './comparison-rows.ts';
import { narrowedTo } from '../words/among.ts';
import { sideWords } from '../words/side-words.ts';

/** A comparison before its sentence is made, and one of its rows. */
export type Described = Unsaid<ComparisonFields>;
type Difference = Total<ComparisonFields>;
type Shown = Extract<Estimate, { shown: true }>;

export const SCALE_WORDS: Readonly<Record<ScaleUse, string>> = {
  raw: 'raw scores',
  standardised: 'standardised scores',
  wins: 'win rates'
};

const singleValues = { participants: 'answers', conversations: 'conversations', utterances: 'ratings' } as const;

const parts = [
  [1 / 20, 'a twentieth of a'],
  [1 / 10, 'a tenth of a'],
  [1 / 5, 'a fifth of a'],
  [1 / 4, 'a quarter of a'],
  [1 / 3, 'a third of a'],
  [1 / 2, 'half a'],
  [2 / 3, 'two thirds of a'],
  [3 / 4, 'three quarters of a'],
  [1, 'one']
] as const;

/** How large a difference is beside the standard deviation of single values: `about a tenth of a standard deviation`. */
export function effectWords(value: number, spread: number): string {
  const size = Math.abs(value) / spread;
  if (size < 1 / 30) return 'less than a twentieth of a standard deviation';
  if (size > 1.15) return `about ${formatValue(size, 'score')} standard deviations`;
  const far = (part: number) => Math.abs(Math.log(size / part));
  const [, words] = parts.reduce((best, part) => (far(part[0]) < far(best[0]) ? part : best));
  return `about ${words} standard deviation`;
}

/** What an interval says: 1 higher, −1 lower, 0 perhaps no difference; null where too few people are asked. */
function conclusion(estimate: Estimate): number | null {
  if (!estimate.shown || estimate.level === 'few') return null;
  return estimate.low > 0 ? 1 : estimate.high < 0 ? -1 : 0;
}

/** The scales on which a row's conclusion is another than on the one shown. */
export function flips(row: Difference): readonly ScaleUse[] {
  const here = conclusion(row.estimate);
  return SCALES.filter((scale) => {
    const there = row[scale] ? conclusion(row[scale]) : null;
    return here !== null && there !== null && here !== there;
  });
}

/** Whether the rows are groups and not the two sides alone: a map's are places, whatever the grouping. */
export const inGroups = ({ by, params }: Selection): boolean => by !== null || params.view === 'map';

export const writtenDifference = ({ value, low, high }: Shown, scale: Figure['scale']) =>
  `${formatDifference(value, scale)} (${formatDifferenceInterval(low, high, scale)})`;

/** A phrase that could be cut at the wrong place stands in quotation marks, its own turned into those for inside. */
const quoted = (words: string) =>
  / and (?!over\b)|[,;]/.test(words.replace(/“[^”]*”/g, ''))
    ? `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`
    : words;

/** The sides as they stand in a sentence. */
export function sidesInSentence({ compared }: Pick<Figure, 'compared'>): [string, string] {
  return [quoted(compared!.a.words), quoted(compared!.b.words)];
}

/** The difference over all rows: how much, how sure, in which direction, how large; then both sides' own values. */
function leading(figure: Described, row: Difference): string {
  const { estimate, sides } = row;
  if (!estimate.shown) {
    return estimate.people === 0 && (sides?.a ?? 0) + (sides?.b ?? 0) === 0
      ? 'Nobody is left with an answer under these filters.'
      : `The two sides cannot be compared: ${estimate.reason}.`;
  }
  const { scale, selection } = figure;
  const metric = metricOf(selection);
  const [a, b] = sidesInSentence(figure);
  const within = estimandOf(selection) === 'within';
  const size =
    row.deviation === undefined || scale === 'standard'
      ? ''
      : `, ${effectWords(estimate.value, row.deviation)} of single ${singleValues[metric.table]}`;
  const people = within
    ? `${formatCountOf(estimate.people, PERSON)} on both sides`
    : `${formatCount(sides!.a)} and ${formatCountOf(sides!.b, PERSON)}${sides!.both > 0 ? `, ${formatCount(sides!.both)} of them on both sides` : ''}`;
  const gap = gapWords(estimate, scale, unitOf(metric));
  const phrase = phraseOf(selection, metric);
  const start = within ? `Within the same people, for ${a}` : `For ${a}`;
  const sentences = [
    row.a === undefined
      ? `${start} ${phrase} is ${gap} than for ${b}${size} (${people}).`
      : `${start} ${phrase} is ${formatValue(row.a, scale)}, for ${b} ${formatValue(row.b!, scale)}: ${gap}${size} (${people}).`,
    conclusion(estimate) === 0 ? 'The interval includes no difference.' : '',
    selection.params.tests === 'shown' ? tested(row) : '',
    otherEstimand(row[within ? 'between' : 'within'], within, scale)
  ];
  return sentences.filter(Boolean).join(' ');
}

/**
 * A difference with its direction, and its interval in the same: `5.2 points lower (3.2 to 7.2)`. An end on the other side of
 * none says so: `0.4 points lower (1.8 lower to 1.0 higher)`.
 */
export function gapWords({ value, low, high }: Shown, scale: Figure['scale'], unit: string): string {
  const [least, most] = value < 0 ? [-high, -low] : [low, high];
  const size = (one: number) => formatDifference(Math.abs(one), scale).replace(/^[+−]/, '');
  const direction = value < 0 ? 'lower' : 'higher';
  const other = value < 0 ? 'higher' : 'lower';
  // Ends beside none have as many decimals as it takes to see their side.
  const [from, to] = formatDifferenceInterval(least, most, scale).replace(/[+−]/g, '').split(' to ');
  const interval = least < 0 ? `${from} ${other} to ${to} ${direction}` : `${from} to ${to}`;
  return `${size(value)} ${unit} ${direction} (${interval})`;
}

function tested(row: Difference): string {
  const p = pOf(row, 'p');
  return p === undefined ? 'With under 30 people on a side it is not tested.' : `${pWords(p)}.`;
}

/** A p-value of a row; none where fewer than 30 people are on a side. */
export function pOf(row: Difference, name: 'p' | 'adjusted'): number | undefined {
  return isFirm(row) ? row[name] : undefined;
}

function otherEstimand(other: Estimate | undefined, within: boolean, scale: Figure['scale']): string {
  if (!other?.shown) return '';
  return within
    ? `Between all ${formatCountOf(other.people, PERSON)} of both sides it is ${writtenDifference(other, scale)}.`
    : `Within the ${formatCountOf(other.people, PERSON)} on both sides it is ${writtenDifference(other, scale)}.`;
}

/** Of how many groups the sides differ, once the tests on screen are adjusted together. */
function groupsThatDiffer({ rows, rowsAre, scale, overall }: Described): string {
  const tested = rows.filter(({ adjusted }) => adjusted !== undefined);
  const few = rows.filter(({ estimate }) => estimate.shown && estimate.level === 'few').length;
  const fewWords =
    few === 0
      ? ''
      : ` ${capitalise(formatCountOf(few, ['group has', 'groups have']))} under 30 people on a side and ${few === 1 ? 'is' : 'are'} not tested.`;
  if (tested.length === 0) {
    return overall && !overall.estimate.shown && few === 0
      ? ''
      : `By ${decapitalise(rowsAre)}, no group has 30 people on each side, so none is tested.`;
  }
  const differ = tested.filter(differs);
  const named = differ.flatMap(({ label, estimate }) =>
    estimate.shown ? [`${label} ${writtenDifference(estimate, scale)}`] : []
  );
  const list = differ.length > 0 && differ.length <= 4 ? `: ${formatList(named)}` : '';
  const many = tested.length === 1 ? '1 group can be tested' : `${formatCount(tested.length)} groups can be tested`;
  const adjusting = tested.length === 1 ? '' : `; adjusted for ${formatCount(tested.length)} tests`;
  return `By ${decapitalise(rowsAre)}, ${many}${adjusting}, the sides differ in ${differ.length === 0 ? 'none' : `${formatCount(differ.length)}${list}`}.${fewWords}`;
}

/** Warns where another scale of the same scores leads to another conclusion. */
export function flipWords(figure: Pick<Figure<ComparisonFields>, 'rows' | 'overall' | 'selection'>): string {
  const { overall, rows, selection } = figure;
  const groups = inGroups(selection) ? rows : [];
  const sentences = SCALES.flatMap((scale) => {
    const all = overall && flips(overall).includes(scale) ? overall[scale]! : null;
    const flipped = groups.filter((row) => flips(row).includes(scale)).map(({ label }) => label);
    const there = findMetric(onScale(selection, scale).metric)!.scale;
    const group = formatCountOf(flipped.length, ['group', 'groups']);
    const which = flipped.length <= 4 ? ` (${formatList(flipped)})` : '';
    if (all?.shown) {
      const also = flipped.length === 0 ? '' : `, and changes for ${group}${which}`;
      return [
        `On ${SCALE_WORDS[scale]} the conclusion is another: there the difference is ${writtenDifference(all, there)}${also}.`
      ];
    }
    return flipped.length === 0 ? [] : [`On ${SCALE_WORDS[scale]} the conclusion changes for ${group}${which}.`];
  });
  return sentences.join(' ');
}

export function describe(figure: Described): string {
  const { overall, selection } = figure;
  const [a, b] = sidesInSentence(figure);
  const lead = overall
    ? leading(figure, overall)
    : `Over all groups together, ${a} and ${b} are the same on this scale by construction.`;
  return [lead, inGroups(selection) ? groupsThatDiffer(figure) : '', flipWords(figure)].filter(Boolean).join(' ');
}

/** What is compared, as a noun phrase: of times, their median. */
export function phraseOf(selection: Selection, { phrase }: Metric): string {
  return comparesMedians(selection) ? `the median of ${phrase}` : phrase;
}

/** What is asked, as a question; `by` is what the rows are, null where there is one. */
export function question(selection: Compared, by: string | null, extra: Undocumented): string {
  const metric = metricOf(selection);
  const [a, b] = sidesInSentence({ compared: sideWords(selection.compare, extra) });
  const on = scaleOfComparison(selection) === 'raw' ? '' : ` on ${SCALE_WORDS[scaleOfComparison(selection)]}`;
  return `How does ${phraseOf(selection, findMetric(selection.metric)!)} differ between ${a} and ${b}${on}${by === null ? '' : `, by ${by}`}${narrowedTo(selection, metric.table, extra)}?`;
}
