import { capitalise, decapitalise, countWord, formatList, formatValue } from '../../dataset/index.ts';
import { isFirm } from '../rows/ranked.ts';
import { amountWords } from '../words/unit-words.ts';
import { differs, metricOf } from './comparison-rows.ts';
import { inGroups, phraseOf, sidesInSentence, type Described } from './comparison-words.ts';

/** Most groups that a headline names. */
const MOST_NAMED = 3;

/** Both sides alone: which is higher, by how much; or that they cannot be told apart. */
function ofTheSides(figure: Described): string | null {
  const { overall, scale } = figure;
  if (!overall || !isFirm(overall)) return null;
  const [a, b] = sidesInSentence(figure);
  const { estimate } = overall;
  const phrase = phraseOf(figure.selection, metricOf(figure.selection));
  if (estimate.low <= 0 && estimate.high >= 0) return `We cannot tell ${a} and ${b} apart in ${phrase}`;
  const values =
    overall.a === undefined || overall.b === undefined
      ? ''
      : ` (${formatValue(overall.a, scale)} v. ${formatValue(overall.b, scale)})`;
  return `${capitalise(phrase)} is ${amountWords(estimate.value, metricOf(figure.selection))} ${estimate.value > 0 ? 'higher' : 'lower'} for ${a} than for ${b}${values}`;
}

/** In which groups the sides differ, all tested together. */
function ofTheGroups(figure: Described): string | null {
  const { rows, rowsAre } = figure;
  const tested = rows.filter(({ adjusted }) => adjusted !== undefined);
  if (tested.length === 0) return null;
  const [a, b] = sidesInSentence(figure);
  const by = decapitalise(rowsAre);
  const differ = tested.filter(differs);
  const phrase = phraseOf(figure.selection, metricOf(figure.selection));
  if (differ.length === 0) return `By ${by}, we cannot tell ${a} and ${b} apart anywhere in ${phrase}`;
  const where = differ.length <= MOST_NAMED ? `: ${formatList(differ.map(({ label }) => label))}` : '';
  return `By ${by}, ${a} and ${b} differ in ${phrase} in ${countWord(differ.length)} of ${countWord(tested.length)} groups${where}`;
}

/** What a comparison found, in a line. Its verdicts are those of its intervals and adjusted tests. */
export const comparisonHeadline = (figure: Described): string | null =>
  (inGroups(figure.selection) ? ofTheGroups(figure) : null) ?? ofTheSides(figure);
