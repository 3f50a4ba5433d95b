import { findColumn, levelsOf, type TableName, type Undocumented } from '../dataset/index.ts';
import { flagOf, type Narrowed, type RowCondition } from '../query/index.ts';

/** What rows of a table must be to count in a selection, besides passing its filters. */
export function conditionsOf(
  { sample, turns }: Omit<Narrowed, 'filters'>,
  table: TableName,
  extra: Undocumented
): RowCondition[] {
  const found: RowCondition[] = [];
  const flag = flagOf(sample, table);
  if (flag !== null) {
    const codes = Uint8Array.from(levelsOf(flag, extra), ({ value }) => (value === true ? 1 : 0));
    found.push({ table: findColumn(flag)!.table, column: flag, holds: codes });
  }
  if (table === 'utterances' && turns !== 'all') {
    const holds = turns === 'opener' ? (turn: number) => turn === 0 : (turn: number) => turn > 0;
    found.push({ table, column: 'turn', holds });
  }
  return found;
}
