import type { Database } from '../../../src/lib/database/database.ts';
import { findColumn, levelsOf, type Manifest } from '../../../src/lib/dataset/index.ts';
import { seeded } from '../../../src/lib/estimate/index.ts';
import {
  rowCondition,
  meets,
  type AnswerRow,
  type MomentsQuery,
  type SidesQuery
} from '../../../src/lib/query/index.ts';

const PEOPLE = 120;
const MESSAGES = 6;
/** So many models take part, each with another maker; the last of them was shown to nine people only. */
const MODELS = 8;
const RARE = MODELS - 1;
/** Their codes: those with the longest names among them. */
const CODES = [9, 11, 12, 0, 5, 17, 14, 20];

interface Reply {
  readonly person: number;
  readonly message: number;
  readonly model: number;
  readonly score: number;
  readonly chosen: boolean;
}

/** Openers with three or four replies each; `rare` is the score that the nine people give the rare model. */
function replies(rare: number): Reply[] {
  const random = seeded(8);
  return Array.from({ length: PEOPLE * MESSAGES }, (_, message) => {
    const person = Math.floor(message / MESSAGES);
    const first = random.integer(RARE);
    const shown = [0, 1, 3].map((step) => (first + step) % RARE);
    if (person < 9 && message % MESSAGES === 0) shown.push(RARE);
    const scored = shown.map((model) => {
      const own = 20 + ((model * 5) % 9) * 6 + random.integer(31);
      return { person, message, model, score: model === RARE ? rare : own };
    });
    const best = scored.filter(({ model }) => model !== RARE).sort((a, b) => b.score - a.score)[0];
    return scored.map((reply) => ({ ...reply, chosen: reply === best }));
  }).flat();
}

function column(name: string, rows: readonly Reply[]): Int32Array {
  const of = (value: (reply: Reply) => number) => Int32Array.from(rows, value);
  switch (name) {
    case 'user_id':
      return of(({ person }) => person);
    case 'interaction_id':
      return of(({ message }) => message);
    case 'model':
      return of(({ model }) => CODES[model]!);
    case 'score':
      return of(({ score }) => score);
    case 'score_z':
      return of(({ score }) => (score - 50) * 40_000);
    case 'if_chosen':
      return of(({ chosen }) => levelsOf('if_chosen').findIndex(({ value }) => value === chosen));
    case 'turn':
      return of(() => 0);
  }
  const { column: described, table } = findColumn(name)!;
  const levels = levelsOf(name).length;
  // Models of one maker: the first six in pairs, the rare one alone.
  if (table === 'utterances' && name.startsWith('model_')) {
    return of(({ model }) => (model === RARE ? levels - 1 : model % Math.min(3, levels - 1)));
  }
  return of(({ person }) => (described.kind === 'many' ? 1 << (person % 3) : person % Math.min(3, levels)));
}

function moments({ by }: MomentsQuery, rows: readonly Reply[]): AnswerRow[] {
  const codes = by.map((name) => column(name, rows));
  const groups = new Map<string, Reply[]>();
  rows.forEach((reply, row) => {
    const key = codes.map((code) => code[row]).join();
    groups.set(key, [...(groups.get(key) ?? []), reply]);
  });
  return [...groups].map(([key, own]) => {
    const x = own.length;
    const y = own.reduce((sum, { score }) => sum + score, 0);
    const [people, conversations] = [
      new Set(own.map(({ person }) => person)),
      new Set(own.map(({ message }) => message))
    ];
    const sums = { people: people.size, conversations: conversations.size, ratings: x, absent: 0, x, y };
    const groups = key.split(',').map((code, i) => [`g${i}`, Number(code)]);
    return by.length === 0 ? sums : { ...(Object.fromEntries(groups) as Record<string, number>), ...sums };
  });
}

/** The counts of two sides, by group; no sums, which rankings do not read. */
function sides({ by, compare }: SidesQuery, rows: readonly Reply[]): AnswerRow[] {
  const side = (filters: SidesQuery['compare']['a']) => {
    const tests = filters.map((filter) => ({
      condition: rowCondition(filter, {}),
      codes: column(filter.column, rows)
    }));
    return rows.map((_, row) => tests.every(({ condition, codes }) => meets(condition, codes[row]!)));
  };
  const onA = side(compare.a);
  const onB = compare.b === null ? onA.map((is) => !is) : side(compare.b);
  const codes = by.map((name) => column(name, rows));
  const groups = new Map<string, number[]>();
  rows.forEach((_, row) => {
    if (!onA[row] && !onB[row]) return;
    const key = codes.map((code) => code[row]).join();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  });
  const different = (some: readonly number[], of: 'person' | 'message') => new Set(some.map((row) => rows[row]![of]));
  return [...groups].map(([key, own]) => {
    const [a, b] = [onA, onB].map((on) =>
      different(
        own.filter((row) => on[row]),
        'person'
      )
    );
    return {
      ...Object.fromEntries(key.split(',').flatMap((code, i) => (code === '' ? [] : [[`g${i}`, Number(code)]]))),
      ...{ people_a: a!.size, people_b: b!.size, people_shared: [...a!].filter((one) => b!.has(one)).length },
      people_either: different(own, 'person').size,
      conversations_either: different(own, 'message').size,
      ratings_either: own.length
    };
  });
}

/** A database over invented replies, in which nine people rate a model as `rare` says. */
export function inventedReplies(rare: number, source: Manifest['source'] = 'official'): Database {
  const rows = replies(rare);
  const counts = { counts: {}, files: {}, undocumented: {}, missing: [], warnings: [] };
  return {
    manifest: { source, version: 'invented', ...counts },
    answer: async (queries) =>
      queries.map((query) => {
        if (query.kind === 'sides') return sides(query, rows);
        if (query.kind !== 'moments') throw new TypeError('Only moments, sides and rows are invented');
        return moments(query, rows);
      }),
    columns: async (queries) =>
      queries.map((query) => {
        if (query.kind !== 'columns') throw new TypeError('Only moments and rows are invented');
        return Object.fromEntries(query.columns.map((name) => [name, column(name, rows)]));
      }),
    close: async () => {}
  };
}
