import { describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { dimensionsOf, isolated, levelKey, levelsOf, numbersOf } from '../../../src/lib/dataset/index.ts';
import { format, isTooLong, parse, unread, type Filter } from '../../../src/lib/selection/index.ts';

const LONGEST = 8192;
const keysOf = (column: string) => levelsOf(column).map(levelKey);

/** A filter on every column, each with so many of its levels as make its part of the link longest. */
function onEveryColumn(): Filter[] {
  const { vocabulary } = byGroup;
  const length = (filter: Filter) =>
    format({ ...vocabulary.defaults, filters: [filter] }, vocabulary).toString().length;
  const levels = dimensionsOf('utterances').map((column): Filter => {
    const keys = keysOf(column);
    const sizes = keys.map((_, i): Filter => ({ column, exclude: false, keys: keys.slice(0, i + 1) }));
    return sizes.reduce((longest, one) => (length(one) > length(longest) ? one : longest));
  });
  const ranges = numbersOf('utterances').map((column): Filter => ({ column, from: 10, to: 90 }));
  return [...levels, ...ranges];
}

describe('a link', () => {
  it('says many levels in one parameter, or those that are missing, and gives them back', () => {
    const { vocabulary } = byGroup;
    const all = keysOf('birth_country');
    for (const keys of [
      all,
      all.slice(1),
      all.slice(0, 40),
      all.slice(0, 9),
      [all[0]!],
      all.slice(0, 5),
      [...all.slice(3)]
    ]) {
      const selection = { ...vocabulary.defaults, filters: [{ column: 'birth_country', exclude: false, keys }] };
      const link = format(selection, vocabulary);
      expect(link.getAll('birth_country')).toHaveLength(keys.length > 5 ? 1 : keys.length);
      expect(parse(new URLSearchParams(link.toString()), vocabulary)).toEqual({ selection, dropped: [] });
      expect(link.toString().length).toBeLessThan(
        keys.length > 5 ? 12 * Math.min(keys.length, all.length - keys.length + 4) + 60 : 400
      );
    }
    expect(parse(new URLSearchParams('birth_country=*france*nowhere'), vocabulary).dropped).toEqual([
      expect.stringContaining('nowhere')
    ]);
  });

  it('is shorter than what is read with a filter on every column at once', () => {
    const { vocabulary } = byGroup;
    const filters = onEveryColumn();
    expect(filters.length).toBeGreaterThan(60);
    expect(format({ ...vocabulary.defaults, filters }, vocabulary).toString().length).toBeLessThan(LONGEST);
    expect(isTooLong(format({ ...vocabulary.defaults, filters }, vocabulary))).toBe(false);
    // Two sides may be as long again: that is said before it is followed.
    const longest = { ...vocabulary.defaults, filters, compare: { a: filters, b: filters } };
    expect(isTooLong(format(longest, vocabulary))).toBe(true);
  });

  it('that is longer is not read, in a moment, and says so', () => {
    for (const link of [`metric=${'x'.repeat(1_000_000)}`, 'gender=female&'.repeat(5000), `${'ä'.repeat(9000)}=1`]) {
      const search = new URLSearchParams(link);
      const start = performance.now();
      const { selection, dropped } = parse(search, byGroup.vocabulary);
      expect(performance.now() - start).toBeLessThan(200);
      expect(selection).toEqual(byGroup.vocabulary.defaults);
      expect(dropped).toEqual([expect.stringContaining('longer than 8,192 characters')]);
    }
  });

  it('to a page that reads none is told what it left out, but for what other sites add', () => {
    expect(unread(new URLSearchParams('gender=female&utm_source=x&v='))).toEqual([
      '“gender=female” was left out: this page shows the same under every link.',
      '“v” was left out: this page shows the same under every link.'
    ]);
    expect(unread(new URLSearchParams('fbclid=1'))).toEqual([]);
    expect(unread(new URLSearchParams(Array.from({ length: 20 }, (_, i) => [`p${i}`, '1']))).at(-1)).toContain(
      '12 more'
    );
  });

  it('turns no sentence round by marks of direction', () => {
    const [said] = parse(new URLSearchParams([['metric', 'a\u202eb\u2067c']]), byGroup.vocabulary).dropped;
    expect(said).toContain('“metric=abc” was left out');
    const [arabic] = parse(new URLSearchParams([['metric', 'مرحبا']]), byGroup.vocabulary).dropped;
    expect(arabic).toContain('“\u2068metric=مرحبا\u2069” was');
    expect(isolated('plain – text')).toBe('plain – text');
    const label = levelsOf('gender', { gender: ['x\u202ey', 'אחר'] })
      .slice(-2)
      .map(({ label }) => label);
    expect(label).toEqual(['xy (undocumented)', '\u2068אחר\u2069 (undocumented)']);
  });
});
