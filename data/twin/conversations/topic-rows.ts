import { stream } from '../random.ts';
import type { Conversation } from './conversation.ts';
import { TOPICS } from './topics.ts';

/** Columns of the authors' topic file. */
const HEADER = 'id,text,orig_text,cluster_id,umap_embedding,distance_to_centroid,x2,y2';

/** Dimensions of the embedding the authors clustered. */
const DIMENSIONS = 20;

/**
 * The lines of `opening_prompt_text_df_original.csv`: one conversation each, its opening prompt, topic, an invented
 * 20-number embedding printed over several lines as numpy does, the distance to the topic's centre (blank for
 * outliers) and invented coordinates on a plane, one cloud per topic.
 */
export function* topicRows(conversations: readonly Conversation[], prompts: readonly string[]): Generator<string> {
  const random = stream('topic plane');
  const centres = TOPICS.map(() => Array.from({ length: DIMENSIONS + 2 }, () => 5 + 6 * random.unit()));
  yield HEADER;
  for (const { number, topic } of conversations) {
    const spread = topic < 0 ? 2.4 : 0.35;
    const centre = centres[topic + 1] as number[];
    const point = centre.map((middle) => middle + spread * random.normal());
    const away = Math.sqrt(
      point.slice(0, DIMENSIONS).reduce((sum, x, axis) => sum + (x - (centre[axis] ?? 0)) ** 2, 0)
    );
    const embedding = point.slice(0, DIMENSIONS).map((x) => x.toFixed(6));
    const printed = [0, 6, 12, 18].map((start) => embedding.slice(start, start + 6).join(' ')).join('\n ');
    const text = cell(prompts[number] ?? '');
    const [x, y] = [point[DIMENSIONS], point[DIMENSIONS + 1]].map((value) => (value ?? 0).toFixed(6));
    yield `c${number},${text},${text},${topic},"[${printed}]",${topic < 0 ? '' : away.toFixed(6)},${x},${y}`;
  }
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
