/** A way to put a person's use of the scale into one number. */
export type Use = 'range' | 'deviation' | 'mean' | 'middle';

/** Rated replies: who rated them, to which message they answer, and the score. */
export interface RatedMessages {
  readonly person: Int32Array;
  readonly interaction: Int32Array;
  readonly score: Int32Array;
}

/**
 * How a person uses the scale, in one number: how far apart they put the replies to one message (range, standard
 * deviation), where on the scale these lie (mean), or how far their mean is from the middle. Each opening message is
 * measured, and the person's number is the average over theirs, so that nobody counts for more because they wrote more.
 *
 * Messages with one reply only are left out, and so are people who have no other. `row` is one of the person's rows.
 *
 * @method Use of the scale (expressivity and centrality)
 * @formula range = highest − lowest; deviation = √(Σ(score − mean)² / (n − 1)); mean; middle = |mean − 50|
 * a person’s number = average over their opening messages with n ≥ 2 replies
 * @assumes Nothing about what a point is worth: the slider showed no numbers, and people may mean different things by it.
 * @source Expressivity (range, deviation) and centrality (mean, middle) as in the score analysis published with PRISM (Kirk
 * et al. 2024).
 */
export function useOfScale({ person, interaction, score }: RatedMessages, use: Use): { row: number; value: number }[] {
  const messages = new Map<number, { row: number; scores: number[] }>();
  interaction.forEach((id, row) => {
    const message = messages.get(id) ?? { row, scores: [] };
    message.scores.push(score[row]!);
    messages.set(id, message);
  });
  const people = new Map<number, { row: number; sum: number; messages: number }>();
  for (const { row, scores } of messages.values()) {
    if (scores.length < 2) continue;
    const who = person[row]!;
    const own = people.get(who) ?? { row, sum: 0, messages: 0 };
    own.sum += measure(scores, use);
    own.messages++;
    people.set(who, own);
  }
  return [...people.values()].map(({ row, sum, messages }) => ({ row, value: sum / messages }));
}

function measure(scores: readonly number[], use: Use): number {
  if (use === 'range') return Math.max(...scores) - Math.min(...scores);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  if (use === 'mean') return mean;
  if (use === 'middle') return Math.abs(mean - 50);
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1));
}
