const decimals = (digits: number) =>
  new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative'
  });
const [whole, tenth, hundredth] = [decimals(0), decimals(1), decimals(2)];

/** Narrow no-break space, between a number and its unit. */
const THIN = '\u202f';

/**
 * How a metric's value is written. `score`: one decimal. `share`: per cent. `standard` (standard deviations): two
 * decimals. `strength`: four decimals. `count`: whole.
 */
export type Scale = 'score' | 'share' | 'standard' | 'strength' | 'count';

/** A count: `8,011`. */
export function formatCount(n: number): string {
  return whole.format(n);
}

/** A count with its noun: `1 person`, `1,396 people`. */
export function formatCountOf(n: number, [singular, plural]: readonly [string, string]): string {
  return `${formatCount(n)} ${n === 1 ? singular : plural}`;
}

/** Decimals of per cents. */
type Digits = 0 | 1 | 2;

/**
 * Per cents with so many decimals. What is not 0 or 1 is never written as 0 % or 100 %, but as `under 0.1 %` or
 * `over 99.9 %`.
 */
export function formatPercent(share: number, digits: Digits): string {
  return `${percentPoints(share, digits, ['under ', 'over '])}${THIN}%`;
}

/** Whole per cents without their unit, for marks without room: `47`, and `<1` and `>99` for what is not 0 or 100. */
export function formatWholePercent(share: number): string {
  return percentPoints(share, 0, ['<', '>']);
}

function percentPoints(share: number, digits: Digits, [under, over]: readonly [string, string]): string {
  const text = ([whole, tenth, hundredth] as const)[digits].format(share * 100);
  const least = 10 ** -digits;
  if (share > 0 && Number(text) === 0) return `${under}${least.toFixed(digits)}`;
  if (share < 1 && Number(text) === 100) return `${over}${(100 - least).toFixed(digits)}`;
  return text;
}

/** Whole per cents, but a decimal near 0 and 100, where whole ones would give an interval no width. */
const percent = (share: number): string =>
  formatPercent(share, (share > 0 && share < 0.05) || (share > 0.95 && share < 1) ? 1 : 0);

/** A value on its scale: `65.1`, `47 %`, `2.4 %`, `0.31`, `0.0834`. A minus sign, not a hyphen. */
export function formatValue(value: number, scale: Scale): string {
  return writers[scale](value).replace('-', '−');
}

const writers: Readonly<Record<Scale, (value: number) => string>> = {
  score: (value) => tenth.format(value),
  share: percent,
  standard: (value) => hundredth.format(value),
  strength: (value) => value.toFixed(4),
  count: (value) => whole.format(value)
};

/** Decimals of a share in per cent that tell the ends of its interval apart, up to two; null where the usual ones do. */
function endDigits(low: number, high: number, scale: Scale): Digits | null {
  if (scale !== 'share' || low === high || percent(low) !== percent(high)) return null;
  return formatPercent(low, 1) === formatPercent(high, 1) ? 2 : 1;
}

/**
 * An interval in words: `64.0 to 66.2`. Its ends get as many decimals as it takes to tell them apart, up to two; where both
 * are nearer to 0 or 1 than that, it is said once: `under 0.01 %`.
 */
export function formatInterval(low: number, high: number, scale: Scale): string {
  const digits = endDigits(low, high, scale);
  const ends = [low, high].map((end) => (digits === null ? formatValue(end, scale) : formatPercent(end, digits)));
  return ends[0] === ends[1] && /^(under|over) /.test(ends[0]!) ? ends[0]! : ends.join(' to ');
}

/** An estimate's value with as many decimals as its interval's ends, so that it is not written outside of them. */
export function formatEstimate(
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
  scale: Scale
): string {
  const digits = endDigits(low, high, scale);
  return digits === null ? formatValue(value, scale) : formatPercent(value, digits);
}

/** Decimals of a difference; those of shares are in percentage points. */
const finest: Readonly<Record<Scale, number>> = { score: 1, share: 1, standard: 2, strength: 4, count: 0 };

function difference(value: number, scale: Scale, digits: number): string {
  const text = (scale === 'share' ? value * 100 : value).toFixed(digits);
  if (Number(text) === 0) return text.replace('-', '');
  return value < 0 ? text.replace('-', '−') : `+${text}`;
}

/** The usual decimals of a difference, or up to two more where it takes them for something not to be written as 0. */
const digitsSeen = (values: readonly number[], scale: Scale): number | undefined =>
  [0, 1, 2]
    .map((more) => finest[scale] + more)
    .find((digits) =>
      values.every((value) => value === 0 || Number(difference(value, scale, digits).replace('−', '-')) !== 0)
    );

/** A difference with its sign: `+3.2`, `−0.12`; one of shares in percentage points: `+4.1`. One beside 0 as `+0.03`. */
export function formatDifference(
  value: number,
  scale: Scale,
  digits = digitsSeen([value], scale) ?? finest[scale]
): string {
  return difference(value, scale, digits);
}

/** A difference's interval: `−0.4 to +1.3`. An end beside 0 gets up to two more decimals, so that its side can be seen. */
export function formatDifferenceInterval(low: number, high: number, scale: Scale): string {
  const digits = digitsSeen([low, high], scale) ?? finest[scale] + 2;
  return [low, high].map((end) => difference(end, scale, digits)).join(' to ');
}

/** A p-value: `0.031`, `0.0004`, `under 0.0001`; what is not 1 is never written as 1, but as `over 0.999`. */
export function formatP(p: number): string {
  if (p < 0.0001) return 'under 0.0001';
  const text = p.toFixed(p < 0.001 ? 4 : 3);
  return p < 1 && Number(text) === 1 ? 'over 0.999' : text;
}

/** A p-value after its letter: `p = 0.031`, `p under 0.0001`. */
export function pWords(p: number): string {
  const text = formatP(p);
  return `p ${/^\d/.test(text) ? '= ' : ''}${text}`;
}

export const PERSON = ['person', 'people'] as const;
export const CONVERSATION = ['conversation', 'conversations'] as const;
export const RATING = ['rating', 'ratings'] as const;
export const BATTLE = ['battle', 'battles'] as const;
export const PAIR = ['pair', 'pairs'] as const;

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A small count in a headline: `five`; from eleven on in figures. */
export const countWord = (n: number): string => small[n] ?? formatCount(n);

/** `a, b and c`. */
export function formatList(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** First letter in upper case, the rest as it is. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label inside a sentence: its first letter in lower case, unless it is an abbreviation or one letter. */
export function decapitalise(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Bytes as `5.1 MB`. */
export function formatBytes(bytes: number): string {
  return bytes >= 1e6 ? `${tenth.format(bytes / 1e6)} MB` : `${whole.format(bytes / 1e3)} kB`;
}
