import { PERSON, columnsWhere, findColumn, formatCountOf } from '../../dataset/index.ts';
import type { Columns, ColumnsQuery, MomentsQuery } from '../../query/index.ts';
import { settingsAhead } from '../changes-ahead.ts';
import { defaultParams, everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import type { Denominators } from '../chart.ts';

/** The figures about scores stand on one page and follow one choice. */
export const SCORES = 'scores';

/** What that page offers to narrow them to. */
export const narrowedBy = columnsWhere(({ narrowing }) => narrowing !== undefined);

/** What links to a figure about scores may say: which conversations, whose, and its own parameters. */
export function scoresVocabulary(params: Params): Vocabulary {
  const defaults: Selection = { ...everything, params: defaultParams(params) };
  return {
    defaults,
    parts: ['filters', 'sample'],
    narrowedBy,
    params,
    ahead: () => settingsAhead(params, defaults.params)
  };
}

/** Whether a selection is narrowed, so that it is answered in the page and in less time. */
export const isNarrowed = ({ filters, sample }: Selection) => filters.length > 0 || sample !== 'all';

/** Sums over people of the scores of a selection, of which the figures about scores take their denominators. */
export function scoreMoments({ filters, sample, turns }: Selection): MomentsQuery {
  return { kind: 'moments', metric: 'score', by: [], filters, sample, turns };
}

/** What most of the figures about scores ask besides single replies: the sums over all of these. */
export type AskedOfAll = { readonly all: MomentsQuery };

/** Single rated replies of a selection. */
export function replies({ filters, sample, turns }: Selection, columns: readonly string[]): ColumnsQuery {
  return { kind: 'columns', table: 'utterances', columns, filters, sample, turns };
}

/** One column of an answer. Throws a RangeError when it was not asked for. */
export function columnOf(columns: Columns | undefined, name: string): Int32Array {
  const column = columns?.[name];
  if (!column) throw new RangeError(`No column ${name} was answered`);
  return column;
}

/** What a column is called. */
export const columnLabel = (name: string) => findColumn(name)!.column.label;

/** What is said when a figure about scores has nothing to say. */
export function nothingLeft({ people }: Denominators): string {
  return people === 0
    ? 'Nobody is left with an answer under these filters.'
    : `Only ${formatCountOf(people, PERSON)} ${people === 1 ? 'is' : 'are'} left: too few to show a number.`;
}
