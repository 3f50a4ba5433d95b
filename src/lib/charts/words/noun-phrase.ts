import {
  columnsOf,
  findColumn,
  formatList,
  isDimension,
  kept,
  keptRange,
  levelKey,
  levelsOf,
  tables,
  tableNames,
  taken,
  type Dimension,
  type Kept,
  type Level,
  type NumberColumn,
  type TableName,
  type Undocumented
} from '../../dataset/index.ts';
import { lowestOf } from '../../query/index.ts';
import { isRange, partedByHas, type Filter } from '../../selection/index.ts';

/** The levels a filter names, as the description has them; one it does not know goes by its key. */
export function levelsNamed({ column, keys }: { column: string; keys: readonly string[] }, extra: Undocumented) {
  const known = new Map(levelsOf(column, extra).map((level) => [levelKey(level), level]));
  return keys.map((key): Level => known.get(key) ?? { value: key, label: key });
}

/** The same, by the one name they have together where they have one: "55 and over". */
export function levelsTaken(
  filter: { column: string; keys: readonly string[] },
  extra: Undocumented
): readonly Level[] {
  return taken(findColumn(filter.column)!.column as Dimension, levelsNamed(filter, extra));
}

/** Rows that a filter names, to keep them or, where it excludes, to leave them out. */
function namedBy(filter: Filter, extra: Undocumented): Kept {
  const { table, column } = findColumn(filter.column)!;
  if (isRange(filter)) return keptRange(column as NumberColumn, filter.from, filter.to);
  if (!isDimension(column)) throw new RangeError(`Not a dimension: ${filter.column}`);
  return kept(table, column, levelsNamed(filter, extra));
}

const excludes = (filter: Filter) => !isRange(filter) && filter.exclude;

/** Whether a phrase can stand beside another one in a list without being cut at the wrong place. */
const single = (phrase: string) => !/ (and|or) |,/.test(phrase);

function all(phrases: readonly string[]): string {
  return phrases.every(single) ? formatList(phrases) : phrases.join(', and ');
}

/** Clauses of one pronoun share it: "who are married and use language models every day". */
function clauses(phrases: readonly string[], pronoun: string): string {
  const start = `${pronoun} `;
  if (!phrases.every((phrase) => single(phrase) && phrase.startsWith(start))) return all(phrases);
  const said = formatList(phrases.map((phrase) => phrase.slice(start.length)));
  return said === '' ? '' : start + said;
}

/** Modifiers of a noun follow it as they are; a clause has a verb of its own and follows them. */
const isClause = (which: string) => /^(who|that|whose|in which) /.test(which);

/** How a row with some answers is spoken of beside others of its kind: "women", "those aged 18–24". */
const those = (one: Kept) => ('noun' in one ? one.noun : `those ${one.which}`);

/** Rows of one table that all of these filters, which are of its columns, keep: "women aged 18–24 born in Africa". */
function rowsOf(table: TableName, filters: readonly Filter[], extra: Undocumented): string {
  const order = Object.keys(columnsOf(table));
  const sorted = [...filters].sort((a, b) => order.indexOf(a.column) - order.indexOf(b.column));
  const found = sorted.filter((filter) => !excludes(filter)).map((filter) => namedBy(filter, extra));
  const left = sorted.filter(excludes).map((filter) => those(namedBy(filter, extra)));
  const [first, ...more] = found.flatMap((one) => ('noun' in one ? [one.noun] : []));
  const which = [
    ...found.flatMap((one) => ('which' in one ? [one.which] : [])),
    ...more.map((noun) => `${tables[table].pronoun} are ${noun}`)
  ];
  const modifiers = which.filter((words) => !isClause(words));
  const [aged, others] = /^(aged|under) /.test(modifiers[0] ?? '')
    ? [modifiers.slice(0, 1), modifiers.slice(1)]
    : [[], modifiers];
  const kind = [first ?? tables[table].noun[1], ...aged, all(others)].filter(Boolean).join(' ');
  const said = clauses(which.filter(isClause), tables[table].pronoun);
  const whole = said === '' ? kind : `${kind}${others.length > 1 ? ',' : ''} ${said}`;
  if (left.length === 0) return whole;
  return `${whole}${found.length === 0 ? '' : ','} other than ${all(left)}`;
}

/** A filter that keeps rows, of one that keeps people for such a row. */
function ofRows(filter: Filter): Filter {
  const { has, ...rest } = filter;
  return has ? rest : filter;
}

/** What people did who have at least one row that all of some filters hold for: "who rated one or more replies from GPT-4". */
function having(filters: readonly Filter[], extra: Undocumented): string {
  const did = lowestOf(filters) === 'conversations' ? 'held' : 'rated';
  return `who ${did} one or more ${nounPhrase(filters.map(ofRows), extra)}`;
}

/** Rows of each table that has a filter, the people first. */
export function rowsByTable(filters: readonly Filter[], extra: Undocumented): Partial<Record<TableName, string>> {
  const { own, has } = partedByHas(filters);
  const found = Object.fromEntries(
    tableNames.flatMap((table) => {
      const here = own.filter(({ column }) => findColumn(column)!.table === table);
      return here.length === 0 ? [] : [[table, rowsOf(table, here, extra)]];
    })
  );
  if (has.length === 0) return found;
  return { ...found, participants: followed(found.participants ?? tables.participants.noun[1], having(has, extra)) };
}

/** A noun and what follows it, apart where what follows could belong to the end of a clause. */
const followed = (noun: string, by: string) =>
  `${noun}${/,| (who|that|whose|other than) /.test(noun) ? ',' : ''} ${by}`;

/**
 * The rows of the lowest table with a filter, as a noun phrase: "women aged 18–24", "replies from GPT-4 in
 * controversy-guided conversations held by women". "People" without any filter.
 */
export function nounPhrase(filters: readonly Filter[], extra: Undocumented = {}): string {
  const { participants: people, conversations, utterances: replies } = rowsByTable(filters, extra);
  const talks = conversations && people ? followed(conversations, `held by ${people}`) : conversations;
  if (!replies) return talks ?? people ?? tables.participants.noun[1];
  return talks ? followed(replies, `in ${talks}`) : people ? followed(replies, `rated by ${people}`) : replies;
}
