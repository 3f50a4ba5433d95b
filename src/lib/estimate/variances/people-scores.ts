import { form } from '../products.ts';
import type { DesignView } from './view.ts';

/**
 * What each block adds to the slope of the restricted log-likelihood by the variances of the nested effects and of the
 * rest, in this order, block by block; their sum over the blocks is that slope. With Py = W⁻¹r: half of |K(k)ᵀPy|² less
 * what chance alone would give, K(k) the block's columns of effect k.
 */
export function scoresByBlock({ design, sums, solved, at: variances }: DesignView): Float64Array {
  const { blocks, nested, columns: c, widths, cores, first, end, pairs, local, whole, starts } = design;
  const { inverse, effects } = solved;
  const inner = nested.length;
  const rest = variances.at(-1)!;
  const scores = new Float64Array(blocks * (inner + 1));
  const widest = cores.reduce((most, core) => Math.max(most, core), 0);
  const room = {
    own: new Float64Array(widest),
    square: new Float64Array(widest ** 2),
    chance: new Float64Array(widest ** 2)
  };
  for (let b = 0; b < blocks; b++) {
    const [from, w, core] = [sums.starts[b]!, widths[b]!, cores[b]!];
    const stop = pairs[b + 1]! - 1;
    const own = room.own.subarray(0, core).fill(0);
    const chance = room.chance.subarray(0, core * core).fill(0);
    const square = room.square.subarray(0, core * core);
    own[core - 1] = 1;
    for (let i = pairs[b]!; i < stop; i++) {
      own[local[i]!]! -= effects[whole[i]!]!;
      for (let j = pairs[b]!; j < stop; j++) {
        chance[local[i]! * core + local[j]!]! += inverse[whole[i]! * c + whole[j]!]!;
      }
    }
    for (let i = 0; i < core; i++) square.set(sums.whole.subarray(from + i * w, from + i * w + core), i * core);
    let [left, expected] = [form(square, core, own), starts[b + 1]! - starts[b]!];
    for (let i = 0; i < core * core; i++) expected -= square[i]! * chance[i]!;
    for (let k = 0; k < inner; k++) {
      let [pulled, byChance] = [0, 0];
      for (let column = first[b * inner + k]!; column < end[b * inner + k]!; column++) {
        const row = sums.whole.subarray(from + column * w, from + column * w + core);
        let pull = 0;
        for (let i = 0; i < core; i++) pull += row[i]! * own[i]!;
        pulled += pull * pull;
        byChance += sums.whole[from + column * w + column]! - form(chance, core, row);
      }
      scores[b * (inner + 1) + k] = (pulled - byChance) / 2;
      // The variances times all |K(k)ᵀPy|² add up to rᵀW⁻¹r.
      left -= variances[k]! * pulled;
      expected -= variances[k]! * byChance;
    }
    scores[b * (inner + 1) + inner] = (left - expected) / rest / 2;
  }
  return scores;
}
