/** Which of the site's two typefaces a text is set in. */
export type Face = 'serif' | 'sans';

/** Advance widths of the characters from space to ~, in thousandths of the type size, regular weight. */
const widths: Record<Face, readonly number[]> = {
  // Inter 4.
  sans: [
    281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620,
    566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903,
    753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612,
    583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426,
    333, 426, 662
  ],
  // Source Serif 4.
  serif: [
    237, 289, 381, 525, 518, 932, 728, 182, 362, 362, 458, 534, 302, 320, 302, 341, 529, 529, 529, 529, 529, 529, 529,
    529, 529, 529, 302, 302, 534, 534, 534, 414, 834, 712, 653, 662, 739, 638, 612, 723, 814, 376, 381, 710, 618, 935,
    768, 738, 621, 738, 690, 544, 632, 758, 709, 1005, 672, 667, 586, 335, 341, 335, 534, 514, 400, 541, 619, 520, 614,
    533, 369, 557, 641, 329, 303, 594, 329, 955, 643, 579, 622, 601, 456, 465, 359, 628, 579, 836, 569, 586, 490, 359,
    290, 359, 534
  ]
};

/** Punctuation beyond ~ that sentences of the site use, in thousandths. */
const beyond: Readonly<Record<string, number>> = {
  '\u00a0': 281,
  '\u202f': 141,
  '–': 514,
  '—': 1000,
  '‘': 261,
  '’': 261,
  '“': 440,
  '”': 440,
  '…': 864,
  '·': 302
};

/** Semi-bold is at most so much wider than regular, over a line of text. */
const SEMI_BOLD = 1.05;

/**
 * Width of a text in pixels, estimated without a document: exact for the site's own fonts without kerning, an upper bound
 * for other Latin letters and an em for what is neither.
 */
export function textWidth(text: string, face: Face, size: number, weight = 400): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    thousandths +=
      widths[face][code - 32] ??
      beyond[character] ??
      (code < 0x250 || (code >= 0x2190 && code < 0x2300) ? 760 : code >= 0x300 && code < 0x370 ? 0 : 1000);
  }
  return (thousandths / 1000) * size * (weight > 400 ? SEMI_BOLD : 1);
}

interface Setting {
  readonly face: Face;
  readonly size: number;
  readonly weight?: number;
  /** Widest a line may be, in pixels. */
  readonly width: number;
  /** Lines of nearly the same length, for headlines. */
  readonly balanced?: boolean;
}

/** A last line shorter than this part of the others looks left over. */
const LEFT_OVER = 0.2;

/**
 * Breaks a text into lines at its spaces; a word longer than a line, such as an address, wherever it must. No interval is
 * torn apart, and no word is left alone on the last line where a little narrower lines prevent it.
 */
export function textLines(text: string, setting: Setting): string[] {
  const { face, size, weight, width, balanced } = setting;
  const whole = text.replace(/(?<=[\d%]) to (?=[−\d])/g, '\u00a0to\u00a0');
  const lines = broken(whole, setting, width);
  const good = (found: readonly string[]) =>
    !balanced && textWidth(found.at(-1)!, face, size, weight) >= width * LEFT_OVER;
  let best = lines;
  for (let narrow = width; best.length > 1 && !good(best) && narrow > width * 0.5; narrow *= 0.97) {
    const next = broken(whole, setting, narrow);
    if (next.length > lines.length) break;
    best = next;
  }
  return best;
}

function broken(text: string, { face, size, weight }: Setting, width: number): string[] {
  const fits = (line: string) => textWidth(line, face, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n\t]+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line)) {
      const end = breakAt(line, fits);
      lines.push(line.slice(0, end));
      line = line.slice(end);
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Where to break a word that is too long: behind the last sign between its parts that fits, else at the last letter. */
function breakAt(word: string, fits: (line: string) => boolean): number {
  const letters = [...word];
  let end = 1;
  while (end < letters.length && fits(letters.slice(0, end + 1).join(''))) end++;
  const start = letters.slice(0, end).join('');
  const sign = Math.max(...['&', '?', '/', '.', '-', '='].map((one) => start.lastIndexOf(one)));
  return sign > start.length / 2 ? (start[sign] === '&' || start[sign] === '?' ? sign : sign + 1) : start.length;
}
