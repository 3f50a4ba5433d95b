import scoreFigures from '../../published/scores.json';

/** Of the bins 1–2, 49–50 and 99–100, how many have the first score of the two; assumed, the spikes are 1, 50 and 100. */
const FIRST_OF_SPIKE: Record<number, number> = { 0: 3480, 24: 190, 49: 860 };

/**
 * How many of `total` scores are 1, 2, …, 100: the published histogram's shape (measured from a plot), tilted so that
 * with `idle` further scores of 50 the mean and standard deviation are as published.
 */
export function scoreCounts(total: number, idle: number): number[] {
  const { counts } = scoreFigures.score_histogram_ESTIMATE;
  const shape = counts.flatMap((count, bin) => {
    const first = FIRST_OF_SPIKE[bin] ?? count / 2;
    return bin === 24 ? [first, first] : [first, count - first];
  });
  const { mean, std } = scoreFigures.score_all_68371;
  const all = total + idle;
  const wantedMean = (mean * all - 50 * idle) / total;
  const wantedSquare = ((std * std + mean * mean) * all - 2500 * idle) / total;
  let counted = normalised(shape, total);
  for (let round = 0; round < 40; round++) {
    const moment = (power: number) =>
      counted.reduce((sum, count, index) => sum + count * (index + 1) ** power, 0) / total;
    const gap = wantedMean - moment(1);
    const wider = wantedSquare - moment(2) - 2 * mean * gap;
    counted = normalised(
      counted.map((count, index) => {
        const away = index + 1 - mean;
        return count * Math.max(0.1, 1 + (gap * away) / 900 + (wider * (away * away - 860)) / 1.4e6);
      }),
      total
    );
  }
  return rounded(counted, total);
}

function normalised(counts: readonly number[], total: number): number[] {
  const sum = counts.reduce((a, b) => a + b, 0);
  return counts.map((count) => (count * total) / sum);
}

function rounded(counts: readonly number[], total: number): number[] {
  const whole: number[] = [];
  let exact = 0;
  let given = 0;
  for (const count of counts) {
    exact += count;
    const next = Math.round(exact) - given;
    whole.push(next);
    given += next;
  }
  whole[whole.length - 1] = (whole[whole.length - 1] as number) + total - given;
  return whole;
}

/**
 * Scores 1 to 100 of latent numbers by their rank, so that the scores are spread as published; the order stays.
 *
 * @param idle which of them are sliders left at 50, whatever their latent number
 */
export function scoresFrom(latent: Float64Array, idle: Uint8Array): { scores: Uint8Array; middle: number } {
  const moved = latent.filter((_, index) => idle[index] === 0).sort();
  const counts = scoreCounts(moved.length, latent.length - moved.length);
  const ends: number[] = [];
  let end = 0;
  for (const count of counts) ends.push(moved[Math.min(moved.length - 1, (end += count) - 1)] as number);
  const scores = new Uint8Array(latent.length);
  for (let index = 0; index < latent.length; index++) {
    const value = latent[index] as number;
    let low = 0;
    let high = 99;
    while (low < high) {
      const half = (low + high) >> 1;
      if ((ends[half] as number) < value) low = half + 1;
      else high = half;
    }
    scores[index] = idle[index] ? 50 : low + 1;
  }
  return { scores, middle: ends[49] as number };
}
