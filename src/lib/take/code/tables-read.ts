import type { Field } from './fields.ts';
import type { CodeRecipe } from './recipe.ts';

/** The release's file of each table, without its ending. */
const FILES = { participants: 'survey', conversations: 'conversations', utterances: 'utterances' } as const;

/** By what rows are joined to a table above them. */
const VIA = { participants: 'user_id', conversations: 'conversation_id' } as const;

/** A table that a recipe reads. */
export interface TableRead {
  readonly table: CodeRecipe['table'];
  readonly file: string;
  readonly keys: readonly string[];
  readonly fields: readonly Field[];
  /** By what it is joined to the rows; null for the rows themselves. */
  readonly via: string | null;
}

/** The tables that a recipe reads, the rows first; those above are joined to them, so that no row is counted twice. */
export function tablesRead({ table, fields }: CodeRecipe): TableRead[] {
  const own = (of: CodeRecipe['table']) => fields.filter((field) => field.table === of);
  const above = (['conversations', 'participants'] as const).filter((one) => one !== table && own(one).length > 0);
  const keys = table === 'participants' ? ['user_id'] : ['user_id', 'conversation_id'];
  return [
    { table, file: `${FILES[table]}.jsonl`, keys, fields: own(table), via: null },
    ...above.map((one) => ({
      table: one,
      file: `${FILES[one]}.jsonl`,
      keys: [VIA[one]],
      fields: own(one),
      via: VIA[one]
    }))
  ];
}
