/** Draws from a fixed seed. */
export interface Chance {
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  one<T>(of: readonly T[]): T;
  /** True this share of the time. */
  odds(share: number): boolean;
  shuffled<T>(of: readonly T[]): T[];
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    one: (of) => of[whole(0, of.length - 1)]!,
    odds: (share) => next() < share,
    shuffled(of) {
      const rest = [...of];
      return of.map(() => rest.splice(whole(0, rest.length - 1), 1)[0]!);
    }
  };
}

/** Texts that a careless reader breaks on. */
const nasty = [
  'the value is "x": NaN, "y": NaN',
  '{"score": NaN}',
  'a}{b }\n{ c',
  'line\u2028sep\u2029para\u0085next',
  'half \ud83d surrogate',
  '\udc00 low first',
  '😀😀 emoji 👩‍👩‍👧',
  'quote " and \\ and \\" end\\',
  'nul \u0000 inside',
  '\ufeffbom at start',
  'tab\tcr\rlf\ncrlf\r\n end',
  'EMPTY STRING inside',
  '<script>alert(1)</script> &amp; <b>',
  'שלום עולם',
  '\u202eabc',
  'None',
  'null',
  'NaN',
  '  spaces kept  ',
  '[1, 2',
  "it's, a, comma; \"csv\" 'x'",
  '-Infinity, Infinity',
  '𝔘𝔫𝔦 \uff5e',
  '"',
  '\\',
  '\\u0041',
  ': NaN',
  '\\": NaN'
];
const words = 'how what do you think about war love money work is the best recipe why can a model feel life'.split(' ');

export function textOf(draw: Chance): string {
  if (draw.odds(0.4)) return draw.one(nasty);
  return (
    Array.from({ length: draw.whole(1, 12) }, () => draw.one(words)).join(' ') + draw.one(['?', '.', '…', ' ’so’'])
  );
}
