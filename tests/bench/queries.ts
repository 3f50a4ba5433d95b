import { byGroup } from '../../src/lib/charts/explore/by-group.ts';
import type { AnswerRow, MomentsQuery } from '../../src/lib/query/index.ts';
import type { Selection } from '../../src/lib/selection/index.ts';
import { openColumns } from '../unit/database/columns-in-node.ts';
import { openPageEngine } from '../unit/database/page-engine.ts';
import { filterChanges, isFilterChange, type Way } from './changes.ts';
import { plainMoments, plainTables } from './plain-moments.ts';

/** Milliseconds for each filter change: the answer of columns and of DuckDB-WASM to what Explore asks, and as plain loops. */
export interface QueryTimes {
  readonly columns: readonly number[];
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
 * Answers every filter change once over columns, as the page does, once with DuckDB-WASM, both run in Node, and once with
 * plain loops.
 *
 * @throws Error when they differ
 */
export async function timeQueries(folder: string, { start, changes }: Way): Promise<QueryTimes> {
  const engine = await openPageEngine(folder);
  const columns = await openColumns(folder);
  const tables = await plainTables(folder);
  const plain = (queries: readonly MomentsQuery[]) => queries.map((query) => plainMoments(tables, query));
  const times = { columns: [] as number[], engine: [] as number[], plain: [] as number[] };
  await columns.answer(momentsOf(start));
  await engine.answer(momentsOf(start));
  plain(momentsOf(start));
  for (const { selection } of changes.filter(isFilterChange)) {
    const queries = momentsOf(selection);
    const timed = async <T>(into: number[], work: () => T | Promise<T>) => {
      const clock = performance.now();
      const found = await work();
      into.push(performance.now() - clock);
      return found;
    };
    const answers = await timed(times.columns, () => columns.answer(queries));
    const others = await timed(times.engine, () => engine.answer(queries));
    const floor = await timed(times.plain, () => plain(queries));
    queries.forEach((query, i) => {
      compare(query, answers[i]!, floor[i]!);
      compare(query, others[i]!, floor[i]!);
    });
  }
  await engine.close();
  await columns.close();
  return times;
}

function compare(query: MomentsQuery, answer: readonly AnswerRow[], floor: readonly AnswerRow[]): void {
  const same =
    answer.length === floor.length &&
    floor.every((row, i) => Object.keys(row).every((name) => answer[i]![name] === row[name]));
  if (!same) throw new Error(`An answer and the plain loops differ: ${JSON.stringify({ query, answer, floor })}`);
}
