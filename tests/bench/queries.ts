import { byGroup } from '../../src/lib/charts/explore/by-group.ts';
import type { AnswerRow, MomentsQuery } from '../../src/lib/query/index.ts';
import type { Selection } from '../../src/lib/selection/index.ts';
import { openPageEngine } from '../unit/database/page-engine.ts';
import { filterChanges, isFilterChange, type Way } from './changes.ts';
import { plainMoments, plainTables } from './plain-moments.ts';

/** Milliseconds for each filter change: the engine's answer to what Explore asks, and the same as plain loops. */
export interface QueryTimes {
  readonly engine: readonly number[];
  readonly plain: readonly number[];
}

/** The changes to measure, drawn over the tables of a folder. */
export async function measuredWay(folder: string): Promise<Way> {
  const tables = await plainTables(folder);
  const everyone = (selection: Selection) => plainMoments(tables, momentsOf(selection)[0]!)[0]!.people!;
  return filterChanges(everyone, tables.undocumented);
}

function momentsOf(selection: Selection): MomentsQuery[] {
  return Object.values(byGroup.queries(selection)).filter((query) => query?.kind === 'moments');
}

/**
 * Answers every filter change once with the engine of the page, run in Node, and once with plain loops.
 *
 * @throws Error when the two differ
 */
export async function timeQueries(folder: string, { start, changes }: Way): Promise<QueryTimes> {
  const engine = await openPageEngine(folder);
  const tables = await plainTables(folder);
  const plain = (queries: readonly MomentsQuery[]) => queries.map((query) => plainMoments(tables, query));
  const times = { engine: [] as number[], plain: [] as number[] };
  await engine.answer(momentsOf(start));
  plain(momentsOf(start));
  for (const { selection } of changes.filter(isFilterChange)) {
    const queries = momentsOf(selection);
    const clock = performance.now();
    const answers = await engine.answer(queries);
    const between = performance.now();
    const floor = plain(queries);
    times.plain.push(performance.now() - between);
    times.engine.push(between - clock);
    queries.forEach((query, i) => compare(query, answers[i]!, floor[i]!));
  }
  await engine.close();
  return times;
}

function compare(query: MomentsQuery, answer: readonly AnswerRow[], floor: readonly AnswerRow[]): void {
  const same =
    answer.length === floor.length &&
    floor.every((row, i) => Object.keys(row).every((name) => answer[i]![name] === row[name]));
  if (!same) throw new Error(`The engine and the plain loops differ: ${JSON.stringify({ query, answer, floor })}`);
}
