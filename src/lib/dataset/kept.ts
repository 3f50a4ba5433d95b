import type { Dimension, Level, NumberColumn } from './column.ts';
import { decapitalise, formatList } from './format.ts';
import { tables, type TableName } from './tables.ts';
import { taken } from './taken.ts';

/** Rows with some answers: as a noun in the plural ("women"), or by what tells them from others, to follow their noun. */
export type Kept = { readonly noun: string } | { readonly which: string };

function fill(template: string, levels: readonly Level[]): string {
  const list = (word: (level: Level) => string) => formatList(levels.map(word), 'or');
  return template
    .replace('“{}”', () => list(({ label }) => `“${label}”`))
    .replace('{lower}', () => list(({ label, inside }) => inside ?? decapitalise(label)))
    .replace('{}', () => list(({ label, inside }) => inside ?? label));
}

/** One or another; a comma keeps apart what has an "or" of its own. */
function either(phrases: readonly string[]): string {
  const start = phrases.slice(0, -1);
  return start.some((phrase) => phrase.includes(' or '))
    ? `${start.join(', ')}, or ${phrases.at(-1)!}`
    : formatList(phrases, 'or');
}

/** The words of levels: of those that share a template at once, where the first of them stands; of others one by one. */
function together(
  levels: readonly Level[],
  own: (level: Level) => string | undefined,
  template: string
): readonly string[] {
  const shared = levels.filter((level) => own(level) === undefined);
  return levels.flatMap((level) => own(level) ?? (level === shared[0] ? fill(template, shared) : []));
}

/** What rows with one of the levels of a column do, to follow "people who": "use language models for research or work". */
export function doing(column: Dimension, answers: readonly Level[]): string {
  const levels = taken(column, answers);
  const unknown = `have “{}” under “${column.label}”`;
  const unnamed = (level: Level) => level.share === undefined && column.missing.includes(level);
  const named = levels.filter((level) => !unnamed(level));
  const found = [
    ...together(named, ({ share }) => share, column.share ?? unknown),
    ...together(levels.filter(unnamed), () => undefined, unknown)
  ];
  return either(found);
}

/** Nouns of one kind name it once: "unguided or values-guided conversations". */
function nounOf(levels: readonly Level[], kind: string): string {
  const names = levels.map(({ noun }) => noun!);
  const ends = ` ${kind}`;
  return names.every((name) => name.endsWith(ends))
    ? formatList([...names.slice(0, -1).map((name) => name.slice(0, -ends.length)), names.at(-1)!], 'or')
    : formatList(names, 'or');
}

/** More answers than this are counted in a sentence, and listed elsewhere. */
export const MOST_NAMED = 4;

/** So many answers by their number: `born in 37 countries`. */
function severally({ several, label }: Dimension, n: number): string {
  return (several ?? `whose ${decapitalise(label)} is one of {} answers`).replace('{}', String(n));
}

/** The rows of a table that have one of the levels of a column, of which there is at least one; by their common name where they have one. */
export function kept(table: TableName, column: Dimension, named: readonly Level[]): Kept {
  const levels = taken(column, named);
  if (levels.length > MOST_NAMED) return { which: severally(column, levels.length) };
  if (levels.every(({ noun }) => noun !== undefined)) return { noun: nounOf(levels, tables[table].noun[1]) };
  const pronoun = `${tables[table].pronoun} `;
  const predicates = levels.filter(
    (level) =>
      level.which === undefined &&
      (level.share !== undefined || column.which === undefined || column.missing.includes(level))
  );
  const others = together(
    levels.filter((level) => !predicates.includes(level)),
    ({ which }) => which,
    column.which ?? ''
  );
  const modifiers = others.filter((which) => !which.startsWith(pronoun));
  const clauses = [
    ...others.filter((which) => which.startsWith(pronoun)).map((which) => which.slice(pronoun.length)),
    ...(predicates.length === 0 ? [] : [doing(column, predicates)])
  ];
  return { which: either([...modifiers, ...(clauses.length === 0 ? [] : [pronoun + either(clauses)])]) };
}

const written = (n: number) => String(n).replace(/^-/, '−');

/** The rows of a table whose number lies in a range: "of 2 or more turns". */
export function keptRange(column: NumberColumn, from: number | null, to: number | null): Kept {
  const { which = `whose ${decapitalise(column.label)} is {}` } = column;
  if (from !== null && from === to) {
    const one = from === 1 ? which.replace(/(\{\} \w+)s\b/, '$1') : which;
    return { which: one.replace('{}', written(from)) };
  }
  const range =
    from !== null && to !== null
      ? `${written(from)} to ${written(to)}`
      : from !== null
        ? `${written(from)} or more`
        : `up to ${written(to!)}`;
  return { which: which.replace('{}', range) };
}
