import type { Columns, ColumnsQuery } from '../query/index.ts';
import type { RepliesToPair } from './rated-replies.ts';
import type { Recipe } from './recipe.ts';

/** Asks for the replies that a recipe's filters and sample let through; null when it has neither. */
export function passingQuery({ filters, sample }: Recipe): ColumnsQuery | null {
  if (filters.length === 0 && sample === 'all') return null;
  return { kind: 'columns', table: 'utterances', columns: ['utterance_id'], filters, sample, turns: 'all' };
}

/** The answer as 1 for each row that is let through, else 0. */
export function passingRows({ utterance, rows }: RepliesToPair, { utterance_id }: Columns): Uint8Array {
  const passing = new Uint8Array(rows);
  const through = new Set(utterance_id);
  for (let row = 0; row < rows; row++) if (through.has(utterance[row]!)) passing[row] = 1;
  return passing;
}
