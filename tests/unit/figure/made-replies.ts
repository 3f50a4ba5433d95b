import { findColumn, isDimension, type TableName } from '../../../src/lib/dataset/index.ts';
import { seeded, type Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import type { Columns, ColumnsQuery } from '../../../src/lib/query/index.ts';

const PEOPLE = 150;

/**
 * Single replies: each person's four conversations, three models in each opener, and two replies in the next turn. What
 * belongs to people and conversations is the same for all their replies.
 */
export function madeReplies({ columns, turns }: ColumnsQuery): Columns {
  const random = seeded(9);
  const rows: Record<string, number>[] = [];
  for (let person = 0; person < PEOPLE; person++) {
    const ofPerson = codesFor(columns, 'participants', random);
    const level = random.integer(30);
    for (let i = 0; i < 4; i++) {
      const conversation = person * 4 + i;
      const ofConversation = codesFor(columns, 'conversations', random);
      for (const turn of turns === 'opener' ? [0] : [0, 1]) {
        for (let reply = 0; reply < (turn === 0 ? 3 : 2); reply++) {
          const model = (random.integer(2) + reply * 2) % 5;
          rows.push({
            ...codesFor(columns, 'utterances', random),
            ...ofPerson,
            ...ofConversation,
            user_id: person,
            conversation_id: conversation,
            interaction_id: conversation * 2 + turn,
            turn,
            model,
            score: 1 + level + model * 8 + random.integer(37)
          });
        }
      }
    }
  }
  return Object.fromEntries(columns.map((name) => [name, Int32Array.from(rows, (row) => row[name]!)]));
}

/** One of the first three levels for every dimension asked for of a table, and some hundreds for every number. */
function codesFor(columns: readonly string[], table: TableName, random: Seeded): Record<string, number> {
  const own = columns.filter((name) => findColumn(name)!.table === table);
  return Object.fromEntries(
    own.map((name) => [name, isDimension(findColumn(name)!.column) ? random.integer(2) : random.integer(1600)])
  );
}
