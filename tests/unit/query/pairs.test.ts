import { group } from 'd3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dimensionsOf, levelKey, levelsOf } from '../../../src/lib/dataset/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import type { AnswerRow, PairsQuery } from '../../../src/lib/query/index.ts';
import { madeRelease, type MadeRelease } from '../database/made-release.ts';
import { openColumns } from '../database/columns-in-node.ts';
import { openPageEngine } from '../database/page-engine.ts';
import { readRows, type Rows } from './recount.ts';

const all: PairsQuery = { kind: 'pairs', filters: [], sample: 'all', tie: 5, pair: null, by: [], byLength: false };
const women = levelsOf('gender').findIndex((level) => levelKey(level) === 'female');
const filters = [{ column: 'gender', exclude: false, keys: ['female'] }] as const;

/** Battles counted one by one, by the models (and the group) they are between. */
function battles(rows: Rows, { tie, byLength }: PairsQuery, by: string | null, onlyWomen: boolean): AnswerRow[] {
  const openers = rows.tables.utterances.filter(
    (row) => row.utterances!.turn === 0 && (!onlyWomen || row.participants!.gender === women)
  );
  const messages = group(openers, (row) => row.utterances!.interaction_id);
  const cells = new Map<
    string,
    { codes: number[]; people: Map<number, { x: number; y: number; wins: number; ties: number; talks: Set<number> }> }
  >();
  for (const replies of messages.values()) {
    for (const one of replies) {
      for (const other of replies) {
        const [a, b] = [one.utterances!, other.utterances!];
        if (a.model! >= b.model!) continue;
        const gap = a.score! - b.score!;
        const [long, short] = [a.response_length!, b.response_length!];
        const length = long >= 1.25 * short ? 0 : short >= 1.25 * long ? 2 : 1;
        const groups = by === null ? [] : [(one.participants![by] ?? one.conversations![by])!];
        const codes = [a.model!, b.model!, ...groups, ...(byLength ? [length] : [])];
        const cell = cells.get(codes.join()) ?? { codes, people: new Map() };
        cells.set(codes.join(), cell);
        const person = one.participants!.user_id!;
        const sums = cell.people.get(person) ?? { x: 0, y: 0, wins: 0, ties: 0, talks: new Set() };
        cell.people.set(person, sums);
        sums.x += 1;
        if (Math.abs(gap) <= tie) sums.ties += 1;
        else if (gap > 0) sums.wins += 1;
        sums.y = 2 * sums.wins + sums.ties;
        sums.talks.add(a.conversation_id!);
      }
    }
  }
  return [...cells.values()]
    .sort((one, other) => one.codes.map((code, i) => code - other.codes[i]!).find((d) => d !== 0) ?? 0)
    .map(({ codes, people }) => {
      const sum = (of: (person: { x: number; y: number; wins: number; ties: number; talks: Set<number> }) => number) =>
        [...people.values()].reduce((total, person) => total + of(person), 0);
      const x = sum((person) => person.x);
      return {
        first: codes[0]!,
        second: codes[1]!,
        ...Object.fromEntries(codes.slice(2).map((code, i) => [`g${i}`, code])),
        people: people.size,
        conversations: sum(({ talks }) => talks.size),
        ratings: x,
        wins: sum(({ wins }) => wins),
        ties: sum(({ ties }) => ties),
        losses: x - sum(({ wins, ties }) => wins + ties),
        x,
        y: sum(({ y }) => y),
        xx: sum(({ x }) => x * x),
        xy: sum(({ x, y }) => x * y),
        yy: sum(({ y }) => y * y)
      };
    });
}

describe('battles', () => {
  let release: MadeRelease;
  let rows: Rows;
  let build: Database;
  let others: readonly Database[];

  beforeAll(async () => {
    release = await madeRelease(120);
    rows = await readRows(release.folder);
    build = await openNode(release.folder);
    others = [await openColumns(release.folder), await openPageEngine(release.folder)];
  }, 60_000);

  afterAll(async () => {
    await build.close();
    for (const other of others) await other.close();
    await release.remove();
  });

  it.each([
    ['of all pairs', all, null],
    ['with ties by equal scores only', { ...all, tie: 0 }, null],
    ['by the length of the replies', { ...all, byLength: true }, null],
    ['by age', { ...all, by: ['age'] }, 'age'],
    ['by topic and length', { ...all, by: ['topic'], byLength: true }, 'topic'],
    ['of women', { ...all, filters }, null]
  ] as const)('%s are those of a recount, from every answerer', async (_, query, by) => {
    const [one] = await build.answer([query]);
    for (const other of others) expect(await other.answer([query])).toEqual([one]);
    expect(one!.length).toBeGreaterThan(50);
    expect(one).toEqual(battles(rows, query, by, query.filters.length > 0));
  });

  it('of one pair are its rows of all pairs', async () => {
    const [pair, every] = await build.answer([
      { ...all, pair: [3, 7], by: ['gender'] },
      { ...all, by: ['gender'] }
    ]);
    expect(pair).toEqual(every!.filter(({ first, second }) => first === 3 && second === 7));
    expect(pair!.length).toBeGreaterThan(1);
  });

  it('can be grouped by every column of people and conversations, and by none of the reply', async () => {
    for (const by of dimensionsOf('conversations')) {
      const [answer] = await build.answer([{ ...all, pair: [0, 1], by: [by] }]);
      expect(answer!.length, by).toBeGreaterThan(0);
    }
    for (const database of [build, ...others]) {
      await expect(database.answer([{ ...all, by: ['model_family'] }])).rejects.toThrow(TypeError);
    }
  });
});
