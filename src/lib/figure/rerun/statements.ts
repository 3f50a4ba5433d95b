import type { DatabaseChart } from '../../charts/chart.ts';
import {
  decapitalise,
  findColumn,
  findMetric,
  formatList,
  levelsOf,
  tables,
  type Undocumented
} from '../../dataset/index.ts';
import type { ArraysQuery, Query } from '../../query/index.ts';
import { toSql, totalsToSql } from '../../query/sql/index.ts';
import type { Selection } from '../../selection/index.ts';

/** One statement of SQL that a figure rests on. */
export interface Statement {
  readonly asks: Query | ArraysQuery;
  /** What it is about, in a few words; several statements of a figure may be called the same. */
  readonly name: string;
  /** What a row of its result is, and what its sums mean. */
  readonly says: string;
  readonly text: string;
}

/**
 * The statements that a figure rests on: what its queries are in SQL, and, where it asks for single rows, what these come
 * to.
 *
 * @param extra the release's undocumented levels
 */
export function statementsOf(chart: DatabaseChart, selection: Selection, extra: Undocumented): Statement[] {
  const queries = Object.values<Query | undefined>(chart.queries(selection)).filter((query) => query !== undefined);
  const judged = chart.verdict?.query(selection);
  const asked = [...queries, ...(chart.task?.columns(selection) ?? []), ...(judged ? [judged] : [])];
  return asked.map((asks) => ({
    asks,
    name: nameOf(asks, extra),
    says: meanings[asks.kind],
    text: laidOut(asks.kind === 'columns' || asks.kind === 'people' ? totalsToSql(asks, extra) : toSql(asks, extra))
  }));
}

const PERSON_SUMS =
  'x is how many rows with a value a person has and y what their values come to; x, y, xx, xy and yy are x, y, x², x·y and y² added up over people';

const meanings: Readonly<Record<Statement['asks']['kind'], string>> = {
  moments: `A row for each group. ${PERSON_SUMS}; absent counts rows without a value.`,
  sides: `${PERSON_SUMS}, for the people on each side (a and b) and, as shared, for those on both; squares are of single values; xaxb and the like are products across the sides; either counts what is on one side or the other.`,
  answers:
    'A row for each answer in each group. x is how many rows with a value a person has in the group and y how many with this answer; y, xy and yy are y, x·y and y² added up over people.',
  medians:
    'A row for each value (bin) in each group, and how many rows have it. x is how many rows with a value a person has, y how many of them are at most the median and z how many are below it; xy, yy, xz and zz are products added up over people.',
  pairs:
    'A row for each pair of models. x is how many battles a person judged and y twice those that the first model won and once each tie; x, y, xx, xy and yy are x, y, x², x·y and y² added up over people.',
  facets: 'A row for each level: the people it would leave.',
  profile: 'What the column holds in its own table.',
  columns:
    'The figure is worked out from single rows. Of each column of theirs this counts the values and adds them up; categories and ids count as their codes.',
  people:
    'Whether groups differ is tested with each person’s own sums. A row for each group adds these up: people with a value in it, x, their rows with a value, and y, what the values come to.'
};

const labelOf = (column: string) => decapitalise(findColumn(column)!.column.label);

const byWords = (by: readonly string[]) => (by.length === 0 ? '' : `, by ${formatList(by.map(labelOf))}`);

function nameOf(asks: Query | ArraysQuery, extra: Undocumented): string {
  switch (asks.kind) {
    case 'moments':
      return findMetric(asks.metric)!.label + (byWords(asks.by) || ', all together');
    case 'sides':
      return `${findMetric(asks.metric)!.label}, side A and side B${byWords(asks.by)}`;
    case 'answers':
      return answersName(asks.metric, asks.column, asks.bounds?.length) + byWords(asks.by);
    case 'medians':
      return `${findMetric(asks.metric)!.label}, each value and the median${byWords(asks.by) || ', all together'}`;
    case 'pairs': {
      const [first, second] = (asks.pair ?? []).map((code) => levelsOf('model', extra)[code]!.label);
      return `${first ? `${first} against ${second}` : 'Every pair of models'}${byWords(asks.by)}${asks.byLength ? ', by which reply is longer' : ''}`;
    }
    case 'facets':
      return `People left by ${formatList(asks.columns.map(labelOf))}`;
    case 'profile':
      return `What ${labelOf(asks.column)} holds`;
    case 'people':
      return `${findMetric(asks.metric)!.label}, person by person${byWords(asks.by) || ', all together'}`;
    case 'columns':
      return `Single rows of ${tables[asks.table].name}`;
  }
}

function answersName(metric: string, column: string, classes: number | undefined): string {
  const { label } = findMetric(metric)!;
  if (findMetric(metric)!.column === column) return `${label}${classes ? ` in ${classes} classes` : ', each answer'}`;
  return `${label}, each answer to ${labelOf(column)}`;
}

/** Without the indentation that the statement has in the code that writes it. */
function laidOut(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indents = lines.slice(1).map((line) => line.length - line.trimStart().length);
  const shift = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line, i) => line.slice(i === 0 ? 0 : shift).trimEnd()).join('\n');
}
