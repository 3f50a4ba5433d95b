import figures from '../../published/metadata.json';
import { stream } from '../random.ts';
import { languages } from './languages.ts';
import { CATEGORIES, drawWeighted, moderation } from './moderation.ts';
import type { Category } from './moderation.ts';
import type { TextKey } from './rows.ts';

/** What the automatic checks said about a text. */
export interface TextFlags {
  pii: boolean;
  /** false where a person looked and found nothing; null where nobody looked. */
  manual: false | null;
  language: string;
  categories: Category[];
  /** Hundredths, in the order of `CATEGORIES`. */
  scores: number[];
}

const NO_SCORES = CATEGORIES.map(() => 0);

/**
 * The flags of each text, with published counts by column. What people wrote and a machine took for personal data was
 * looked at by hand (167 texts), always without a finding.
 *
 * @param length characters of each text, for short ones are the ones misjudged
 * @param topic the topic of each text's conversation, for war, race, death and gender are flagged more often
 */
export function textFlags(
  keys: readonly TextKey[],
  length: (row: number) => number,
  topic: (row: number) => number
): TextFlags[] {
  const random = stream('flags');
  const codes = languages(keys, (_, row) => (length(row) < 25 ? 30 : length(row) < 60 ? 6 : 1));
  const heated = new Set([1, 2, 3, 4, 6, 13, 17, 20, 21]);
  const flagged = moderation(keys, (_, row) => (heated.has(topic(row)) ? 8 : 1));
  const personal = new Set<number>();
  for (const { column_id, pii_flag_true } of figures.by_column_id) {
    const rows = keys.flatMap((key, row) => (key.column === column_id ? [row] : []));
    for (const row of drawWeighted(random, rows, length, pii_flag_true)) personal.add(row);
  }
  return keys.map((key, row): TextFlags => {
    const pii = personal.has(row);
    const categories = flagged[row] as Category[];
    return {
      pii,
      manual: pii && key.column !== 'model_response' ? false : null,
      language: codes[row] as string,
      categories,
      scores: categories.length ? flaggedScores(random, categories) : random.chance(0.15) ? faint(random) : NO_SCORES
    };
  });
}

function flaggedScores(random: ReturnType<typeof stream>, categories: readonly Category[]): number[] {
  return CATEGORIES.map((category) => (categories.includes(category) ? random.between(35, 99) : random.below(20)));
}

function faint(random: ReturnType<typeof stream>): number[] {
  const scores = [...NO_SCORES];
  scores[random.below(CATEGORIES.length)] = random.between(1, 30);
  return scores;
}
