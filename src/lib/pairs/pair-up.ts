import { below, mixed } from './mix.ts';
import type { RepliesToPair } from './rated-replies.ts';
import type { Pairing } from './recipe.ts';

/** Pairs of replies by their rows. */
export interface Pairs {
  readonly chosen: Int32Array;
  readonly rejected: Int32Array;
}

/** What the pairings of a message write to. */
interface Sheet extends Pairs {
  length: number;
}

function add(sheet: Sheet, chosen: number, rejected: number): void {
  sheet.chosen[sheet.length] = chosen;
  sheet.rejected[sheet.length++] = rejected;
}

/** Whether one reply stands above another: by score, then as the chosen one, then by its place in the file. */
function above({ score, chosen }: RepliesToPair, one: number, other: number): boolean {
  const gap = score[one]! - score[other]!;
  if (gap !== 0) return gap > 0;
  return chosen[one] === chosen[other] ? one < other : chosen[one]! > chosen[other]!;
}

type Pairer = (replies: RepliesToPair, rows: Int32Array, count: number, seed: number, into: Sheet) => void;

const pairers: Readonly<Record<Pairing, Pairer>> = {
  each({ chosen }, rows, count, _seed, into) {
    for (let i = 0; i < count; i++) {
      if (chosen[rows[i]!] !== 1) continue;
      for (let j = 0; j < count; j++) if (chosen[rows[j]!] !== 1) add(into, rows[i]!, rows[j]!);
    }
  },
  random({ chosen, message, ids }, rows, count, seed, into) {
    let rejected = 0;
    for (let i = 0; i < count; i++) rejected += 1 - chosen[rows[i]!]!;
    if (rejected === 0) return;
    let left = below(rejected, mixed(seed, ids.message[message[rows[0]!]!]!, 0));
    let drawn = 0;
    while (chosen[rows[drawn]!] === 1 || left-- > 0) drawn++;
    for (let i = 0; i < count; i++) if (chosen[rows[i]!] === 1) add(into, rows[i]!, rows[drawn]!);
  },
  extremes(replies, rows, count, _seed, into) {
    if (count < 2) return;
    let [best, worst] = [rows[0]!, rows[0]!];
    for (let i = 1; i < count; i++) {
      if (above(replies, rows[i]!, best)) best = rows[i]!;
      if (above(replies, worst, rows[i]!)) worst = rows[i]!;
    }
    add(into, best, worst);
  },
  all(replies, rows, count, _seed, into) {
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        const [one, other] = [rows[i]!, rows[j]!];
        if (above(replies, one, other)) add(into, one, other);
        else add(into, other, one);
      }
    }
  }
};

/**
 * Pairs the replies to each message that are there, message by message.
 *
 * @param there 1 for each row that may be in a pair
 */
export function pairUp(replies: RepliesToPair, there: Uint8Array, pairing: Pairing, seed: number): Pairs {
  const { starts, ids, most } = replies;
  const into: Sheet = { chosen: new Int32Array(most), rejected: new Int32Array(most), length: 0 };
  const pairer = pairers[pairing];
  let rows = new Int32Array(8);
  for (let message = 0; message < ids.message.length; message++) {
    const [start, end] = [starts[message]!, starts[message + 1]!];
    if (end - start > rows.length) rows = new Int32Array(2 * (end - start));
    let count = 0;
    for (let row = start; row < end; row++) if (there[row] === 1) rows[count++] = row;
    if (count > 1) pairer(replies, rows, count, seed, into);
  }
  return { chosen: into.chosen.subarray(0, into.length), rejected: into.rejected.subarray(0, into.length) };
}
