import { expect, test } from 'vitest';
import { ExactSums } from '../../../src/lib/columnar/exact-sums.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';

test('sums of whole numbers are exact, and past what a double holds the nearest to it', () => {
  const draw = seeded(3);
  const large = [1, 1000, 2 ** 20, 2 ** 31, 2 ** 45, Number.MAX_SAFE_INTEGER];
  for (let round = 0; round < 200; round++) {
    const sums = new ExactSums(1);
    let exact = 0n;
    const most = large[draw.integer(large.length)]!;
    for (let i = draw.integer(40); i >= 0; i--) {
      const [a, b] = [draw.integer(2 ** 20) - 2 ** 19, draw.integer(2 ** 20)].map((one) =>
        Math.trunc((one / 2 ** 20) * most)
      );
      const place = draw.integer(2);
      if (i % 2 === 0) sums.addProduct(place, a!, b!);
      else sums.add(place, a!);
      if (place === 1) exact += i % 2 === 0 ? BigInt(a!) * BigInt(b!) : BigInt(a!);
    }
    expect(sums.at(1)).toBe(Number(exact));
  }
  expect(new ExactSums(2).at(1)).toBe(0);
});
