import figures from '../../published/metadata.json';
import { stream } from '../random.ts';
import type { Random } from '../random.ts';
import type { TextKey } from './rows.ts';

/** The eleven moderation categories, in the release's key order. */
export const CATEGORIES = [
  'sexual',
  'hate',
  'harassment',
  'self-harm',
  'sexual/minors',
  'hate/threatening',
  'violence/graphic',
  'self-harm/intent',
  'self-harm/instructions',
  'harassment/threatening',
  'violence'
] as const;

export type Category = (typeof CATEGORIES)[number];

/**
 * The categories each text was flagged for: published numbers of flagged texts by column, and of texts in each
 * category among what people and what models wrote. `risk` says how likely a text is to be flagged, relative to others.
 */
export function moderation(keys: readonly TextKey[], risk: (key: TextKey, row: number) => number): Category[][] {
  const random = stream('moderation');
  const flagged: Category[][] = keys.map(() => []);
  const human: number[] = [];
  const model: number[] = [];
  for (const { column_id, moderation_flagged_true } of figures.by_column_id) {
    const rows = keys.flatMap((key, row) => (key.column === column_id ? [row] : []));
    const drawn = drawWeighted(random, rows, (row) => risk(keys[row] as TextKey, row), moderation_flagged_true);
    (column_id === 'model_response' ? model : human).push(...drawn);
  }
  share(random, flagged, human, (category) => category.human_n);
  share(random, flagged, model, (category) => category.model_n);
  return flagged;
}

/** `count` different rows, each draw with probability in proportion to its weight. */
export function drawWeighted(
  random: Random,
  rows: readonly number[],
  weight: (row: number) => number,
  count: number
): number[] {
  const drawn = new Set<number>();
  const sums: number[] = [];
  let total = 0;
  for (const row of rows) sums.push((total += weight(row)));
  while (drawn.size < count) {
    const wanted = random.unit() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    drawn.add(rows[low] as number);
  }
  return [...drawn];
}

type Published = (typeof figures.moderation_categories_true)[number];

/** Gives every flagged row one category and the rest of each category's published count to rows that lack it. */
function share(
  random: Random,
  flagged: Category[][],
  rows: readonly number[],
  count: (category: Published) => number
): void {
  const order = random.shuffle([...rows]);
  const published = [...figures.moderation_categories_true].sort((a, b) => count(a) - count(b));
  let next = 0;
  for (const category of published) {
    const name = category.category as Category;
    let left = count(category);
    // A rare category takes rows of its own for a third of its count, the most frequent ones all rows still bare.
    const largest = category === published[published.length - 1];
    const own = largest ? order.length - next : Math.min(Math.ceil(left / 3), order.length - next);
    for (let index = 0; index < own; index++, left--) flagged[order[next++] as number]?.push(name);
    while (left > 0) {
      const row = flagged[random.pick(order)] as Category[];
      if (row.includes(name)) continue;
      row.push(name);
      left -= 1;
    }
  }
}
