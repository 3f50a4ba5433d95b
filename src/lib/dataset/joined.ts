import { levelKey, type Dimension, type Level } from './column.ts';
import { decapitalise, formatList } from './format.ts';
import { doing, kept } from './kept.ts';
import type { TableName } from './tables.ts';
import { answersIn, asLevel, groupOf, taken } from './taken.ts';

/** Stands between a column's name and the groups that its answers are joined into: `age.under-35.55-and-over`. */
const DOT = '.';

/** Stands between the answers of a group that has no name. */
const STAR = '*';

/** The group of all answers that no other group holds. */
export const REST = 'rest';

/** Most answers that a group without a name is called by. */
const MOST_IN_LABEL = 3;

/** What joins the answers of a stored column. */
export interface Joined {
  /** The column whose answers are joined. */
  readonly of: string;
  /** For each of its answers and what is missing, by code: the code in the joined column. Of a mask, for each bit the bit. */
  readonly codes: readonly number[];
  /** How many of the stored codes are documented; those of answers that only a release has follow. */
  readonly documented: number;
}

/** The codes of the stored column that a code of the joined one stands for. */
export function storedOf({ codes, documented }: Joined, code: number): readonly number[] {
  const found = codes.flatMap((joined, stored) => (joined === code ? [stored] : []));
  return found.length > 0 ? found : [code - Math.max(...codes) - 1 + documented];
}

/** The code in the joined column of a code of the stored one. */
export function joinedOf({ codes, documented }: Joined, code: number): number {
  return codes[code] ?? code - documented + Math.max(...codes) + 1;
}

/** The mask of a joined column of a mask of the stored one: each answer ticked becomes its group. */
export function joinedMask({ codes }: Joined, mask: number): number {
  let found = 0;
  for (let bit = 0; bit < codes.length; bit++) if (((mask >> bit) & 1) === 1) found |= 1 << codes[bit]!;
  return found;
}

/** Some answers as one: their codes, and what they are together; null for what has a name of its own to be made. */
interface Part {
  readonly codes: readonly number[];
  readonly word: string;
  readonly named: Level | null;
}

function partOf(column: Dimension, word: string): Part | undefined {
  const codeOf = (level: Level) => column.levels.indexOf(level);
  const group = groupOf(column, word);
  if (group) return { word, codes: answersIn(column, group).map(codeOf), named: asLevel(group) };
  const keys = word.split(STAR);
  const codes = column.levels.flatMap((level, code) => (keys.includes(levelKey(level)) ? [code] : []));
  if (codes.length < 2 || codes.length !== keys.length) return undefined;
  const levels = codes.map((code) => column.levels[code]!);
  const [name, ...more] = taken(column, levels);
  const known = more.length === 0 ? name! : null;
  const isGroup = known !== null && groupOf(column, String(known.value)) !== undefined;
  return { codes, named: known, word: isGroup ? String(known!.value) : levels.map(levelKey).join(STAR) };
}

/** The parts that a word names, in the order of their first answers, the rest last; undefined where it makes no sense. */
function partsOf(column: Dimension, words: readonly string[]): readonly Part[] | undefined {
  const parts = words.filter((word) => word !== REST).map((word) => partOf(column, word));
  const found = parts.filter((part) => part !== undefined);
  const held = found.flatMap(({ codes }) => codes);
  if (found.length !== parts.length || new Set(held).size !== held.length) return undefined;
  const left = column.levels.flatMap((_, code) => (held.includes(code) ? [] : [code]));
  const inOrder = (some: readonly Part[]) => [...some].sort((a, b) => Math.min(...a.codes) - Math.min(...b.codes));
  if (!words.includes(REST) || left.length < 2) return inOrder(found);
  const group = partOf(column, left.map((code) => levelKey(column.levels[code]!)).join(STAR))!;
  return group.named ? inOrder([...found, group]) : [...inOrder(found), { ...group, word: REST }];
}

/** What a group without a name is called. */
function labelOf(column: Dimension, { codes, word }: Part): string {
  if (word === REST) return 'All others';
  const labels = codes.map((code) => column.levels[code]!.label);
  if (column.kind === 'category' && column.ordered && isRun(codes) && codes.length > 2) {
    return `${labels[0]!} to ${decapitalise(labels.at(-1)!)}`;
  }
  const more = labels.length - MOST_IN_LABEL;
  return more > 0 ? `${labels.slice(0, MOST_IN_LABEL).join(', ')} and ${more} more` : formatList(labels, 'or');
}

/** A part as a level, with words of its own: those of the joined column's would speak of one answer. */
function levelOf(table: TableName, column: Dimension, part: Part): Level {
  const levels = part.codes.map((code) => column.levels[code]!);
  const level = part.named ?? { value: part.word, label: labelOf(column, part) };
  return { share: doing(column, levels), ...kept(table, column, levels), ...level };
}

/** What the groups are made of, for those whose name does not say it. */
function madeOf(column: Dimension, parts: readonly Part[], levels: readonly Level[]): string {
  const said = parts.map(({ codes }, i) => {
    const answers = codes.map((code) => column.levels[code]!);
    return `“${levels[i]!.label}” (${formatList(answers.map(({ label }) => label))})`;
  });
  return `Answers taken together: ${said.join('; ')}.`;
}

/**
 * A column whose answers are joined into groups, by the words of its name that follow the stored column's; answers in no
 * group stay as they are. Undefined where the words do not make groups of it. `name` is the one way of writing it.
 */
export function joinedColumn(
  table: TableName,
  of: string,
  stored: Dimension,
  words: readonly string[]
): { readonly name: string; readonly column: Dimension; readonly joined: Joined } | undefined {
  const parts = partsOf(stored, words);
  if (!parts || parts.length === 0) return undefined;
  const made = parts.map((part) => levelOf(table, stored, part));
  const entries = [
    ...parts.map(({ codes }, i) => ({ first: Math.min(...codes), codes, level: made[i]! })),
    ...stored.levels.flatMap((level, code) =>
      parts.some(({ codes }) => codes.includes(code)) ? [] : [{ first: code, codes: [code], level }]
    )
  ].sort((a, b) => a.first - b.first);
  const levels = entries.map(({ level }) => level);
  if (levels.length < 2 || new Set(levels.map(levelKey)).size < levels.length) return undefined;
  const codes = [
    ...stored.levels.map((_, code) => entries.findIndex((entry) => entry.codes.includes(code))),
    ...stored.missing.map((_, i) => levels.length + i)
  ];
  const column = {
    ...stored,
    groups: undefined,
    joins: undefined,
    label: `${stored.label} in ${levels.length} groups`,
    levels,
    role: { ...stored.role, usual: undefined, shapes: undefined },
    note: [madeOf(stored, parts, made), stored.note].filter((note) => note !== undefined).join(' '),
    ...(stored.kind === 'category' && { ordered: stored.ordered && parts.every(({ codes }) => isRun(codes)) })
  } as Dimension;
  return {
    name: [of, ...parts.map(({ word }) => word)].join(DOT),
    column,
    joined: { of, codes, documented: codes.length }
  };
}

const isRun = (codes: readonly number[]) => codes.every((code, i) => code === codes[0]! + i);

/** The stored column and the words of groups that a name is made of. */
export function splitName(name: string): readonly [of: string, ...words: string[]] {
  return name.split(DOT) as [string, ...string[]];
}
