import regressions from '../../published/topic_regressions.json';
import { OutOfReach, stream } from '../random.ts';
import type { Conversation } from './conversation.ts';
import { TERMS, topicTerms, TOPICS } from './topics.ts';

/** A published coefficient with p < 0.01, and the twin's value of it. */
interface Tilt {
  topic: number;
  term: number;
  sign: number;
  value: number;
}

/**
 * Exchanges topics between a few conversations of the same type until every coefficient that is significant in the
 * published topic regressions has its published sign in the twin. Sizes of topics and types by topic stay.
 */
export function matchTopicSigns(conversations: readonly Conversation[]): void {
  const random = stream('topic signs');
  const rows = conversations.map(({ person, type }) => [0, ...topicTerms(person, type).map((term) => term + 1)]);
  const inverse = inverted(crossProducts(rows));
  const sums = TOPICS.map(() => new Float64Array(TERMS.length + 1));
  conversations.forEach(({ topic }, row) => add(sums[topic + 1], rows[row], 1));
  const wrongSigns = () => significant(sums, inverse).filter((tilt) => tilt.sign * tilt.value <= 0);
  let wrong = wrongSigns();
  for (let tries = 0; wrong.length > 0; tries++) {
    if (tries > 1e6) throw new OutOfReach(`topic signs: ${wrong.length} coefficients keep the wrong sign`);
    const first = wrong[0] as Tilt;
    const has = (row: number) => rows[row]?.includes(first.term + 1) === true;
    const lower = first.sign < 0;
    const from = random.below(conversations.length);
    const to = random.below(conversations.length);
    const [one, two] = [conversations[from], conversations[to]] as [Conversation, Conversation];
    if (one.topic !== first.topic || two.topic === first.topic || one.type !== two.type) continue;
    if (has(from) !== lower || has(to) === lower) continue;
    exchange(sums, rows, [from, to], one, two);
    const now = wrongSigns();
    if (total(now) < total(wrong)) wrong = now;
    else exchange(sums, rows, [from, to], one, two);
  }
}

function total(wrong: readonly Tilt[]): number {
  return wrong.reduce((sum, tilt) => sum + Math.abs(tilt.value), 0);
}

function exchange(
  sums: readonly Float64Array[],
  rows: readonly number[][],
  [from, to]: readonly [number, number],
  one: Conversation,
  two: Conversation
): void {
  add(sums[one.topic + 1], rows[from], -1);
  add(sums[two.topic + 1], rows[to], -1);
  [one.topic, two.topic] = [two.topic, one.topic];
  add(sums[one.topic + 1], rows[from], 1);
  add(sums[two.topic + 1], rows[to], 1);
}

function add(sum: Float64Array | undefined, terms: readonly number[] | undefined, by: number): void {
  for (const term of terms ?? []) if (sum) sum[term] = (sum[term] ?? 0) + by;
}

function significant(sums: readonly Float64Array[], inverse: readonly Float64Array[]): Tilt[] {
  return regressions.coefficients
    .filter((published) => published.sig_99 === 1)
    .map(({ cluster_id, term, estimate }) => {
      const index = TERMS.indexOf(term);
      const row = inverse[index + 1] ?? new Float64Array();
      const value = row.reduce((sum, weight, at) => sum + weight * (sums[cluster_id + 1]?.[at] ?? 0), 0);
      return { topic: cluster_id, term: index, sign: Math.sign(estimate), value };
    });
}

function crossProducts(rows: readonly number[][]): Float64Array[] {
  const products = Array.from({ length: TERMS.length + 1 }, () => new Float64Array(TERMS.length + 1));
  for (const row of rows) for (const one of row) add(products[one], row, 1);
  return products;
}

/** The inverse of a symmetric positive matrix (Gauss–Jordan; its diagonal leads). */
function inverted(matrix: readonly Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const wide = matrix.map((row, index) => {
    const both = new Float64Array(2 * size);
    both.set(row);
    both[size + index] = 1;
    return both;
  });
  for (let pivot = 0; pivot < size; pivot++) {
    const lead = wide[pivot] as Float64Array;
    const scale = lead[pivot] as number;
    for (let column = 0; column < 2 * size; column++) lead[column] = (lead[column] as number) / scale;
    for (const row of wide) {
      const factor = row === lead ? 0 : (row[pivot] as number);
      if (factor === 0) continue;
      for (let column = 0; column < 2 * size; column++) {
        row[column] = (row[column] as number) - factor * (lead[column] as number);
      }
    }
  }
  return wide.map((row) => row.slice(size));
}
