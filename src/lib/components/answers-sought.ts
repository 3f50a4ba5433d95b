import {
  findColumn,
  isDimension,
  levelKey,
  levelsOf,
  roleOf,
  subjects,
  type Level,
  type Undocumented
} from '../dataset/index.ts';
import { isHas, isLevels, type Filter, type LevelFilter } from '../selection/index.ts';
import { plain } from './matches.ts';

/** Words that join answers and are none. */
const JOINING = new Set(['a', 'an', 'and', 'aged', 'are', 'from', 'in', 'of', 'or', 'people', 'the', 'who', 'with']);

/** Words that tell two columns of places apart. */
const ORIGINS: Readonly<Record<string, 'birth' | 'residence'>> = {
  born: 'birth',
  live: 'residence',
  living: 'residence'
};

/** Most words that one answer is called by. */
const LONGEST = 5;

/** Shorter words ask for an answer only when they are all of it. */
const TELLING = 3;

interface Answer {
  readonly column: string;
  readonly key: string;
  readonly names: readonly string[];
}

const namesOf = ({ label, inside, noun }: Level) =>
  [label, inside, noun].flatMap((name) => (name === undefined ? [] : [plain(name)]));

function answersOf(extra: Undocumented): readonly Answer[] {
  return subjects
    .flatMap(({ columns }) => columns)
    .filter((column) => isDimension(findColumn(column)!.column))
    .flatMap((column) =>
      levelsOf(column, extra).map((level) => ({ column, key: levelKey(level), names: namesOf(level) }))
    );
}

/**
 * The answers that words ask for when each of them is part of one, such as “women born in Africa”: filters that keep them,
 * each column’s answers together. None when a word is left over, so that nothing is chosen that was not said.
 */
export function answersSought(words: string, extra: Undocumented): readonly LevelFilter[] {
  const said = plain(words)
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !JOINING.has(word));
  const answers = answersOf(extra);
  const found = new Map<string, string[]>();
  let origin: string | undefined;
  let called = 0;
  for (let at = 0; at < said.length;) {
    const place = ORIGINS[said[at]!];
    if (place !== undefined) {
      origin = place;
      at += 1;
      continue;
    }
    const match = longest(said, at, answers, origin);
    if (!match) return [];
    const { column, key } = match.answer;
    found.set(column, [...(found.get(column) ?? []), key]);
    at += match.words;
    called += match.words;
  }
  return called === 0 ? [] : [...found].map(([column, keys]) => ({ column, exclude: false, keys }));
}

/** Words between two groups that are set against each other. */
const AGAINST = /\s+(?:against|versus|vs\.?|v\.?|compared with)\s+/i;

/** The two sides that words name, such as “women against men”; null where they do not name both. */
export function sidesSought(
  words: string,
  extra: Undocumented
): { readonly a: readonly LevelFilter[]; readonly b: readonly LevelFilter[] } | null {
  const parts = words.split(AGAINST);
  if (parts.length !== 2) return null;
  const [a, b] = parts.map((part) => answersSought(part, extra)) as [LevelFilter[], LevelFilter[]];
  return a.length > 0 && b.length > 0 ? { a, b } : null;
}

/** The answer that the most words from one place on ask for: called so exactly, or else beginning so. */
function longest(said: readonly string[], at: number, answers: readonly Answer[], origin: string | undefined) {
  for (let words = Math.min(LONGEST, said.length - at); words > 0; words--) {
    const name = said.slice(at, at + words).join(' ');
    const inPlace = (answer: Answer) => origin === undefined || (roleOf(answer.column).origin ?? origin) === origin;
    const asked = answers.filter(inPlace);
    const answer =
      asked.find(({ names }) => names.includes(name)) ??
      (name.length < TELLING ? undefined : asked.find(({ names }) => names.some((one) => one.startsWith(name))));
    if (answer) return { answer, words };
  }
  return null;
}

/** Filters with further answers kept: those of a column that is filtered so already join the ones there. */
export function withAnswers(filters: readonly Filter[], further: readonly LevelFilter[]): readonly LevelFilter[] {
  const levels = filters.filter(isLevels);
  const keeps = (column: string) => levels.find((one) => one.column === column && !one.exclude && !isHas(one));
  const joined = further.map((one) => ({
    ...one,
    keys: [...new Set([...(keeps(one.column)?.keys ?? []), ...one.keys])]
  }));
  const replaced = new Set(further.map(({ column }) => keeps(column)));
  return [...levels.filter((one) => !replaced.has(one)), ...joined];
}
