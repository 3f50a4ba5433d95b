/** The average of each person's values, NaN where a person has none; NaN among the values is no value. */
export function averaged(values: ArrayLike<number>, person: ArrayLike<number>, people: number): Float64Array {
  const sums = new Float64Array(people);
  const counts = new Float64Array(people);
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!)) continue;
    sums[person[row]!]! += values[row]!;
    counts[person[row]!]!++;
  }
  return sums.map((sum, i) => sum / counts[i]!);
}
