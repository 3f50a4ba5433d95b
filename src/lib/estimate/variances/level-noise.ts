import { solveEquations } from './mixed-equations.ts';
import type { DesignView } from './view.ts';

/** So many times all variance, an effect is as good as fixed. */
const AS_GOOD_AS_FIXED = 1e4;

/**
 * How much more the levels of a crossed effect move with other people than the likelihood thinks: the ratio of the mean
 * variances of the levels' estimates less their mean, by people's own contributions and by the likelihood. 1 where people
 * are what the other effects take them for. `crossed` is its place among the crossed effects; `clusterOf` has the person of each block, null when each block is one.
 */
export function levelNoise(
  { design, sums, totals, at: variances }: DesignView,
  crossed: number,
  clusterOf: Int32Array | null
): number {
  const { blocks, nested, columns: c, offsets, pairs, local, whole, widths, cores } = design;
  const [from, end] = [offsets[crossed]!, offsets[crossed + 1]!];
  const levels = end - from;
  const fixed = Float64Array.from(variances);
  fixed[nested.length + crossed] = AS_GOOD_AS_FIXED * variances.reduce((sum, value) => sum + value, 0);
  const { inverse, effects } = solveEquations(design, totals, fixed);

  // The rows of the inverse that belong to the levels, less their mean.
  const centred = new Float64Array(levels * c);
  for (let j = 0; j < c; j++) {
    let mean = 0;
    for (let i = from; i < end; i++) mean += inverse[i * c + j]! / levels;
    for (let i = 0; i < levels; i++) centred[i * c + j] = inverse[(from + i) * c + j]! - mean;
  }
  let expected = 0;
  for (let i = 0; i < levels; i++) {
    let mean = 0;
    for (let j = from; j < end; j++) mean += centred[i * c + j]! / levels;
    expected += centred[i * c + from + i]! - mean;
  }

  const clusters = clusterOf ? clusterOf.reduce((most, cluster) => Math.max(most, cluster + 1), 0) : blocks;
  const moved = new Float64Array(clusters * levels);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const own = new Float64Array(widest);
  for (let b = 0; b < blocks; b++) {
    const [at, w, core, stop] = [sums.starts[b]!, widths[b]!, cores[b]!, pairs[b + 1]! - 1];
    own.fill(0, 0, core);
    own[core - 1] = 1;
    for (let i = pairs[b]!; i < stop; i++) own[local[i]!]! -= effects[whole[i]!]!;
    const to = (clusterOf ? clusterOf[b]! : b) * levels;
    for (let i = pairs[b]!; i < stop; i++) {
      let pull = 0;
      for (let j = 0; j < core; j++) pull += sums.whole[at + local[i]! * w + j]! * own[j]!;
      for (let level = 0; level < levels; level++) moved[to + level]! += centred[level * c + whole[i]!]! * pull;
    }
  }
  const found = moved.reduce((sum, value) => sum + value * value, 0) * (clusters / (clusters - 1));
  return found / expected;
}
