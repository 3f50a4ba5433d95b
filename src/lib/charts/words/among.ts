import {
  MOST_NAMED,
  findColumn,
  formatList,
  levelKey,
  outcomesWith,
  tables,
  type TableName,
  type Undocumented
} from '../../dataset/index.ts';
import { applicable } from '../../query/index.ts';
import { isRange, sampleLabels, type Filter, type RangeFilter, type Selection } from '../../selection/index.ts';
import { levelsNamed, levelsTaken, nounPhrase, rowsByTable } from './noun-phrase.ts';

const turnWords = { opener: '', later: 'later turns', all: 'all turns' } as const;

/** Longest phrase that filters are put into; several whose phrase is longer are listed by their labels. */
export const LONGEST_PHRASE = 180;

/** A range in words: `10 to 20`, `from 10`, `up to 20`. */
export function rangeWords({ from, to }: RangeFilter): string {
  if (from !== null && to !== null) return `${from} to ${to}`;
  return from !== null ? `from ${from}` : `up to ${to}`;
}

/** Of what people have at least one, for chips and controls. */
const hasWords = ({ column, has }: Filter) =>
  has ? ` (at least one ${tables[findColumn(column)!.table].noun[0]})` : '';

/**
 * A filter by its labels, for chips and controls: `Age: 18–24 or 25–34`, `without Gender: Male`, `Topic: Religion (at least
 * one conversation)`.
 */
export function filterWords(filter: Filter, extra: Undocumented = {}): string {
  return `${valueWords(filter, extra)}${hasWords(filter)}`;
}

function valueWords(filter: Filter, extra: Undocumented): string {
  const { label } = findColumn(filter.column)!.column;
  if (isRange(filter)) return `${label} ${rangeWords(filter)}`;
  const names = levelsTaken(filter, extra).map((level) => level.label);
  return `${filter.exclude ? 'without ' : ''}${label}: ${formatList(names, 'or')}`;
}

/** Whether a phrase of these filters is too long to be followed. */
export const tooLong = (phrase: string, filters: readonly Filter[]) =>
  filters.length > 1 && phrase.length > LONGEST_PHRASE;

/** Filters one by one: `only Gender: Female; only Age: 18–24; without Topic: Job Search`. */
export function listed(filters: readonly Filter[], extra: Undocumented): string {
  const only = (filter: Filter) => ('exclude' in filter && filter.exclude ? '' : 'only ');
  return filters.map((filter) => `${only(filter)}${filterWords(filter, extra)}`).join('; ');
}

/**
 * Who and what a selection is narrowed to, to follow a question: `among women aged 18–24 in the US census sample, in
 * unguided conversations, for replies from GPT-4, in later turns`. Empty for everyone.
 */
export function among(selection: Selection, table: TableName, extra: Undocumented): string {
  const { applied } = applicable(selection.filters, table);
  const { participants: people, conversations, utterances: replies } = rowsByTable(applied, extra);
  const named = selection.sample === 'all' ? '' : `in ${sampleLabels[selection.sample]}`;
  const sample = named !== '' && people?.endsWith(named) ? '' : named;
  const phrase = [
    people &&
      `among ${people}${sample !== '' && / (who|whose|other than) |,/.test(people) ? ',' : ''} ${sample}`.trim(),
    people ? '' : sample,
    conversations && `in ${conversations}`,
    replies && `for ${replies}`
  ];
  const narrowed = phrase.filter(Boolean).join(', ');
  const turns = turnWords[selection.turns];
  return [
    ...(tooLong(narrowed, applied) ? [listed(applied, extra), sample] : [narrowed]),
    table === 'utterances' && turns !== '' ? `in ${turns}` : ''
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The same to end a question with: `, among women`; empty for everyone. */
export function narrowedTo(selection: Selection, table: TableName, extra: Undocumented): string {
  const who = among(selection, table, extra);
  return who === '' ? '' : `, ${who}`;
}

/** The answers of filters that a question only counts, or calls by a name they have together, one sentence each. */
export function listedInFull({ filters, compare }: Selection, extra: Undocumented): string[] {
  const all = [...filters, ...(compare?.a ?? []), ...(compare?.b ?? [])];
  const sentences = all.flatMap((filter) => {
    if (isRange(filter)) return [];
    const [taken] = levelsTaken(filter, extra);
    const isGroup = filter.keys.length > 1 && !filter.keys.includes(levelKey(taken!));
    if (!isGroup && filter.keys.length <= MOST_NAMED) return [];
    const labels = formatList(
      levelsNamed(filter, extra).map(({ label }) => label),
      'or'
    );
    const { label } = findColumn(filter.column)!.column;
    return [
      isGroup
        ? `“${taken!.label}” under “${label}” is ${labels}.`
        : `${filter.exclude ? 'without ' : ''}${label}: ${labels}.`
    ];
  });
  return [...new Set(sentences)];
}

/** Says which filters could not act, or nothing. */
export function idleFilters(selection: Selection, table: TableName, extra: Undocumented): string | undefined {
  const { conversations, utterances: replies } = rowsByTable(applicable(selection.filters, table).idle, extra);
  const turns = table === 'utterances' ? '' : turnWords[selection.turns];
  const idle = [conversations && `in ${conversations}`, replies && `for ${replies}`, turns && `in ${turns}`];
  const words = idle.filter(Boolean).join('; ');
  return words === ''
    ? undefined
    : `Not applied, because it describes something below what is measured here: ${words}.`;
}

/** Says that rows were picked by what is measured of them, or nothing. */
export function filteredByItself(
  { filters, compare }: Selection,
  measured: string,
  extra: Undocumented
): string | undefined {
  const all = [...filters, ...(compare?.a ?? []), ...(compare?.b ?? [])];
  const by = all.filter(({ column }) => outcomesWith(measured).includes(column));
  if (by.length === 0) return undefined;
  const words = [...new Set(by.map((filter) => nounPhrase([filter], extra)))].join('; ');
  const how = by.every(({ column }) => column === measured) ? 'itself' : 'the same judgement in another form';
  return `What is measured was filtered by ${how} (${words}), so its level says what was picked, not what people are like.`;
}
