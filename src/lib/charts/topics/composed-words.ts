import {
  countWord,
  decapitalise,
  findColumn,
  findMetric,
  formatCount,
  formatCountOf,
  formatDifference,
  formatDifferenceInterval,
  formatList,
  levelsOf
} from '../../dataset/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { Row, Unsaid } from '../chart.ts';
import { isFirm } from '../rows/ranked.ts';
import type { ComposedConstants, ComposedFields } from './composed-rows.ts';
import { isAsPublished, termsOf } from './composed-vocabulary.ts';
import { publishedFlags } from './published-coefficients.ts';

type Composed = Unsaid<ComposedFields, ComposedConstants>;

const LEVEL = 0.05;
const MOST_NAMED = 3;

/** The rows that hold once all are tested together, the surest first. */
const holding = (rows: readonly Row<ComposedFields>[]) =>
  rows
    .filter(isFirm)
    .filter(({ adjusted }) => adjusted !== undefined && adjusted < LEVEL)
    .sort((a, b) => a.adjusted! - b.adjusted!);

export const termWords = (selection: Selection) =>
  formatList(termsOf(selection).map((name) => decapitalise(findColumn(name)!.column.label)));

const unit = ({ metric }: Selection) => (findMetric(metric)!.kind === 'share' ? 'points' : 'on its scale');

/** What is explained: how it can differ, and what it is. */
export function explainedWords({ metric }: Selection): { readonly first: string; readonly name: string } {
  const { column, kind, phrase, ...rest } = findMetric(metric)!;
  if (column !== 'topic' || kind !== 'share') return { first: 'a difference in', name: phrase };
  const level = 'level' in rest ? rest.level : null;
  const label = levelsOf('topic', {}).find(({ value }) => value === level)?.label ?? '';
  return { first: 'opening more or less often on', name: `“${label}”` };
}

/** What was found, in a line: on how many answers the outcome differs, all others being equal. */
export function composedHeadline({ rows, selection, constants }: Composed): string | null {
  if (constants?.refused !== '' || !rows.some(({ adjusted }) => adjusted !== undefined)) return null;
  const found = holding(rows);
  const many = found.length === 1 ? 'one answer goes' : `${countWord(found.length)} answers go`;
  const { first, name } = explainedWords(selection);
  const one = found.length === 1 ? `: ${found[0]!.label}` : '';
  if (found.length === 0) return `Alike in all else, no answer goes with ${first} ${name}`;
  return `Alike in all else, ${many} with ${first} ${name}${one}`;
}

/** How much, how sure, and of the published set what becomes of its flags. */
export function describeComposed({ rows, constants, denominators, selection }: Composed): string {
  if (constants!.refused !== '') return `This cannot be fitted. ${constants!.refused}.`;
  if (termsOf(selection).length === 0) return 'Choose at least one thing to hold equal.';
  const found = holding(rows);
  const words = ({ label, against, estimate, term }: (typeof found)[number]) =>
    `${label.slice(term.length + 2)} rather than ${against} (${decapitalise(term)}) ${formatDifference(estimate.value, 'score')} ${unit(selection)} (${formatDifferenceInterval(estimate.low, estimate.high, 'score')})`;
  const start =
    found.length === 0
      ? `None of the differences tested between answers can be told from chance, ${termWords(selection)} being held equal (${formatCountOf(denominators.people, ['person', 'people'])}).`
      : `${found.length > MOST_NAMED ? 'The surest' : 'These hold'}, the rest being equal: ${formatList(found.slice(0, MOST_NAMED).map(words))}.`;
  if (!isAsPublished(selection)) return start;
  const { all, clustered, found: adjusted, gated } = constants!;
  return `${start} Over all topics ${formatCount(all)} coefficients say who people are: ${formatCount(publishedFlags.ofIdentity)} are flagged as published, at p under 0.01 (${formatCount(publishedFlags.all)} with those for the type of conversation), ${formatCount(clustered)} with errors clustered by person; ${formatCount(gated)} rest on too few people or conversations to be tested, and of the others ${formatCount(adjusted)} hold once all are tested together.`;
}
