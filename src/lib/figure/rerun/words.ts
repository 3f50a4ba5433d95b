import type { Chart, Figure } from '../../charts/chart.ts';
import {
  capitalise,
  findColumn,
  findMetric,
  formatCount,
  formatCountOf,
  levelsOf,
  type Undocumented
} from '../../dataset/index.ts';
import type { AnswerRow } from '../../query/index.ts';
import type { Statement } from './statements.ts';
import type { SumCompared } from './sums.ts';

const SUM = ['number', 'numbers'] as const;
const STATEMENT = ['statement', 'statements'] as const;

/** A statement of a figure, and what became of it. */
export interface Ran {
  readonly statement: Statement;
  readonly compared: SumCompared;
}

/** Which group a row of an answer is, in words: `18–24 · Female`. */
export function groupWords(asks: Statement['asks'], key: AnswerRow, extra: Undocumented): string {
  const words = Object.entries(key).map(([name, code]) => codeWords(asks, name, code, extra));
  return words.length === 0 ? 'All together' : words.join(' · ');
}

function codeWords(asks: Statement['asks'], name: string, code: number, extra: Undocumented): string {
  const label = (column: string) => levelsOf(column, extra)[code]?.label ?? String(code);
  if (name === 'part') return code === 0 ? 'How many values there are' : 'What they add up to';
  if (name === 'first' || name === 'second') return label('model');
  if (name === 'bin' && asks.kind === 'answers') return answerWords(asks.column, asks.bounds, code, label);
  if (name === 'bin' && asks.kind === 'medians') {
    return answerWords(findMetric(asks.metric)!.column, undefined, code, label);
  }
  if (/^g\d+$/.test(name) && 'by' in asks) {
    const column = asks.by[Number(name.slice(1))];
    // Beyond its groupings a query of battles is split by length.
    return column ? label(column) : ['First reply longer', 'Neither reply longer', 'Second reply longer'][code]!;
  }
  return String(code);
}

function answerWords(
  name: string,
  bounds: readonly number[] | undefined,
  code: number,
  label: (column: string) => string
): string {
  const { column } = findColumn(name)!;
  if (column.kind !== 'number') return label(name);
  if (!bounds) return `exactly ${code / column.perUnit}`;
  return `from ${bounds[code]! / column.perUnit}`;
}

/** The outcome of one statement: `63 numbers, all equal`. */
export function outcomeWords({ numbers, unequal }: SumCompared): string {
  const counted = formatCountOf(numbers, SUM);
  if (unequal > 0) return `${counted}, ${formatCount(unequal)} not equal`;
  return numbers === 1 ? `${counted}, equal` : `${counted}, all equal`;
}

/**
 * The outcome of all statements in a sentence.
 *
 * @param remade whether the figure worked out from SQL's numbers is the one shown; null where that cannot be done
 */
export function rerunVerdict(ran: readonly Ran[], remade: boolean | null): string {
  const numbers = ran.reduce((all, { compared }) => all + compared.numbers, 0);
  const unequal = ran.reduce((all, { compared }) => all + compared.unequal, 0);
  if (unequal > 0) {
    return `Not equal: ${formatCount(unequal)} of ${formatCountOf(numbers, SUM)} differ between this figure and SQL. One of the two is wrong; do not use the figure before that is known.`;
  }
  const sums = `Equal: SQL gives ${numbers === 1 ? 'the same number' : `the same ${formatCountOf(numbers, SUM)}`} as this figure rests on, in ${formatCountOf(ran.length, STATEMENT)}.`;
  if (remade === null) return sums;
  return remade
    ? `${sums} Worked out from them once more, every value and interval of the figure is the same.`
    : `${sums} But the values in the figure are not what follows from them: it may have been made by another version of this site. Load the page again.`;
}

/** What SQL does not remake, in a sentence: said before anything is run. */
export function notRemade(chart: Chart, { method, judged }: Pick<Figure, 'method' | 'judged'>): string {
  const tested =
    judged === undefined
      ? ''
      : ' Whether the groups differ at all is tested by this page from each person’s own sums; that test is not remade.';
  const made =
    chart.source === 'database' && chart.task
      ? `SQL gives the sums and single rows that it starts from. What is made of the rows cannot be remade in SQL: this page does it (${method}).`
      : `SQL gives the sums; the values and intervals follow from these sums by the method of the figure (${method}).`;
  return made + tested;
}

/** Said of a group of so few people that nothing may be said of them. */
export const fewWords = (people: number) =>
  `${capitalise(formatCountOf(people, ['person', 'people']))}: too few for a finding`;
