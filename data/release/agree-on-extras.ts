import { annotatedTexts, keyOf, type Metadata } from './metadata.ts';
import type { Neighbourhoods } from './neighbourhoods.ts';
import type { Report } from './report.ts';

/** The ids of the rows that were read, by the name of the id. */
export type Keys = Readonly<
  Record<'user_id' | 'conversation_id' | 'interaction_id' | 'utterance_id', Int32Array | undefined>
>;

/** What was read of the optional files. */
export interface Extras {
  readonly topics: ReadonlyMap<number, string> | null;
  readonly metadata: Metadata | null;
  readonly neighbourhoods: ReadonlyMap<string, Neighbourhoods>;
}

/**
 * Holds the optional files against the tables. They may speak of rows that a subset lacks, or be silent on some; both
 * are told, not refused.
 */
export function agreeOnExtras(keys: Keys, { topics, metadata, neighbourhoods }: Extras, report: Report): void {
  const sets = Object.fromEntries(Object.entries(keys).map(([name, values]) => [name, new Set(values)]));
  const compare = (file: string, ids: Iterable<number>, key: keyof Keys, what: string): void => {
    const known = sets[key] ?? new Set<number>();
    let strangers = 0;
    let found = 0;
    for (const id of ids) {
      if (known.has(id)) found += 1;
      else strangers += 1;
    }
    if (strangers > 0) report.warn(file, `rows speak of ${what} that the tables do not hold`, strangers);
    if (found < known.size) report.warn(file, `${what} of the tables stand in no row`, known.size - found);
  };

  if (topics) compare('opening_prompt_text_df_original.csv', topics.keys(), 'conversation_id', 'conversations');
  if (metadata) {
    for (const text of annotatedTexts) {
      compare('metadata.jsonl', metadata.flags[text].keys(), keyOf(text), `texts (${text})`);
    }
  }
  for (const [file, ids] of neighbourhoods) {
    if (file.includes('response')) compare(file, ids.keys(), 'utterance_id', 'replies');
    else compare(file, ids.keys(), 'conversation_id', 'conversations');
  }
}
