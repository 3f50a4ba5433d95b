import {
  capitalise,
  countWord,
  decapitalise,
  findColumn,
  formatCount,
  formatCountOf,
  formatInterval,
  formatList,
  formatValue
} from '../../dataset/index.ts';
import type { Figure, Unsaid } from '../chart.ts';
import { nounPhrase } from '../words/noun-phrase.ts';
import { standouts, type Standing, type TiltConstants, type TiltFields } from './tilt-rows.ts';

type Tilted = Unsaid<TiltFields, TiltConstants>;

/** Most differences that a headline, and that a sentence, names. */
const [IN_HEADLINE, IN_SENTENCE] = [1, 3];

const quoted = ({ first }: Standing) => (first.label === 'No topic' ? 'no topic' : `“${first.label}”`);

/** The people, or the conversations, of a row's group. */
const groupOf = ({ second }: Standing, { selection }: Pick<Figure, 'selection'>) =>
  nounPhrase([{ column: selection.by!, keys: [second.key], exclude: false }]);

/** People open on a topic; conversations are on it. */
const verb = ({ selection }: Pick<Figure, 'selection'>) =>
  findColumn(selection.by!)!.table === 'participants' ? 'open on' : 'are on';

const groupingOf = ({ selection }: Pick<Figure, 'selection'>) => decapitalise(findColumn(selection.by!)!.column.label);

/** What the groups are set against, in words. */
const others = ({ constants }: Tilted) => (constants!.reference === '' ? 'everyone else' : constants!.reference);

/** What was found, in a line: nothing, one difference, or how many. */
export function tiltsHeadline(figure: Tilted): string | null {
  const { tested } = figure.constants!;
  if (tested === 0) return null;
  const found = standouts(figure.rows);
  const grouping = groupingOf(figure);
  if (found.length === 0)
    return `${capitalise(grouping)} makes no difference that we can see to what people talk about`;
  const topics = new Set(found.map(({ first }) => first.key));
  if (found.length > IN_HEADLINE)
    return `What people talk about differs by ${grouping}: ${countWord(topics.size)} ${topics.size === 1 ? 'topic is' : 'topics are'} clearly more or less common in some groups`;
  const [one] = found;
  return `${capitalise(groupOf(one!, figure))} ${verb(figure)} ${quoted(one!)} ${one!.estimate.value > 0 ? 'more' : 'less'} often than ${others(figure)}`;
}

/** A difference with the interval that holds after picking it. */
function words(row: Standing, figure: Tilted): string {
  const { value } = row.estimate;
  const { low, high } = row.picked;
  const interval = value < 0 ? formatInterval(-high, -low, 'score') : formatInterval(low, high, 'score');
  return `${groupOf(row, figure)} ${verb(figure)} ${quoted(row)} ${formatValue(Math.abs(value), 'score')} points ${value > 0 ? 'more' : 'less'} often (${interval})`;
}

/** How many differences were found of how many tested, and the surest of them. */
export function describeTilts(figure: Tilted): string {
  const { rows, denominators } = figure;
  const { tested, found } = figure.constants!;
  if (denominators.people === 0) return 'Nobody is left with a conversation that has a topic.';
  if (tested === 0) return 'Too few people are left to test any difference.';
  const standing = standouts(rows);
  if (standing.length === 0)
    return `None of ${formatCountOf(tested, ['difference', 'differences'])} between a group and ${others(figure)} can be told from chance.`;
  const named = formatList(standing.slice(0, IN_SENTENCE).map((row) => words(row, figure)));
  const start =
    standing.length > IN_SENTENCE ? 'The clearest' : standing.length === 1 ? 'It is this' : 'They are these';
  return `${formatCount(found)} of ${formatCount(tested)} differences from ${others(figure)} hold once all are tested together. ${start}: ${named}. Picked from so many, the true gaps are likely smaller.`;
}
