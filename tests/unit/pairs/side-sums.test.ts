import { expect, it } from 'vitest';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { sideSums } from '../../../src/lib/pairs/side-sums.ts';

/** Units by chance: those of one person follow one another, on either side. */
function units(seed: number) {
  const draw = seeded(seed);
  return Array.from({ length: 30 }, (_, person) =>
    Array.from({ length: 1 + draw.integer(5) }, () => ({ person, side: draw.integer(2), code: draw.integer(4) - 1 }))
  ).flat();
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

it('the sums of left and dropped are those that counting person by person gives', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const all = units(seed);
    const columns = { person: all.map((u) => u.person), side: all.map((u) => u.side), code: all.map((u) => u.code) };
    for (const { code, a, b, cross } of sideSums(columns, 3)) {
      const people = [...new Set(columns.person)].map((person) => {
        const own = all.filter((unit) => unit.person === person);
        const x = (side: number) => own.filter((unit) => unit.side === side).length;
        const y = (side: number) => own.filter((unit) => unit.side === side && unit.code === code).length;
        return { xa: x(0), xb: x(1), ya: y(0), yb: y(1) };
      });
      const left = people.filter(({ xa }) => xa > 0);
      const both = left.filter(({ xb }) => xb > 0);
      expect(a).toEqual({
        people: left.length,
        x: sum(left.map(({ xa }) => xa)),
        y: sum(left.map(({ ya }) => ya)),
        xx: sum(left.map(({ xa }) => xa ** 2)),
        xy: sum(left.map(({ xa, ya }) => xa * ya)),
        yy: sum(left.map(({ ya }) => ya ** 2)),
        conversations: a.x,
        ratings: a.x
      });
      expect(b.x).toBe(sum(people.map(({ xb }) => xb)));
      expect(b.yy).toBe(sum(people.map(({ yb }) => yb ** 2)));
      expect(cross.people).toBe(both.length);
      expect(cross.a.xy).toBe(sum(both.map(({ xa, ya }) => xa * ya)));
      expect(cross.b.yy).toBe(sum(both.map(({ yb }) => yb ** 2)));
      expect([cross.xaxb, cross.xayb, cross.yaxb, cross.yayb]).toEqual([
        sum(both.map(({ xa, xb }) => xa * xb)),
        sum(both.map(({ xa, yb }) => xa * yb)),
        sum(both.map(({ ya, xb }) => ya * xb)),
        sum(both.map(({ ya, yb }) => ya * yb))
      ]);
    }
  }
});
