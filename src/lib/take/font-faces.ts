/** What is read of a page's style sheets; a `CSSStyleSheet` is one. */
export interface Sheet {
  readonly href: string | null;
  readonly cssRules: Iterable<CSSRule>;
}

/**
 * `@font-face` rules for the fonts that a text names and the characters it uses, taken from the page's own style sheets,
 * each with its file inside as `data:`. Empty when none can be read: whoever uses them falls back to the system's fonts.
 *
 * @param page address that style elements without one are relative to
 */
export async function fontFaces(text: string, sheets: Iterable<Sheet>, page: string): Promise<string> {
  const used = [...new Set([...text].map((character) => character.codePointAt(0)!))];
  const rules = [...sheets].flatMap((sheet) =>
    fontRules(sheet)
      .filter(({ family, ranges }) => text.includes(family) && used.some((code) => within(code, ranges)))
      .map((rule) => ({ ...rule, url: rule.url && new URL(rule.url, sheet.href ?? page).href }))
  );
  const embedded = await Promise.all(rules.map((rule) => embed(rule).catch(() => '')));
  return embedded.join('');
}

interface FontRule {
  readonly family: string;
  readonly style: string;
  readonly weight: string;
  /** First and last code point of each range; empty for all. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly rangeText: string;
  readonly url: string;
}

function fontRules(sheet: Sheet): FontRule[] {
  let rules: Iterable<CSSRule>;
  try {
    rules = sheet.cssRules;
  } catch {
    // A style sheet of another host, put in by an extension, may not be read.
    return [];
  }
  return [...rules].flatMap((rule) => {
    if (!('style' in rule) || !rule.cssText.startsWith('@font-face')) return [];
    const style = rule.style as CSSStyleDeclaration;
    const rangeText = style.getPropertyValue('unicode-range');
    return {
      family: style.getPropertyValue('font-family').replace(/^["']|["']$/g, ''),
      style: style.getPropertyValue('font-style') || 'normal',
      weight: style.getPropertyValue('font-weight') || 'normal',
      ranges: unicodeRanges(rangeText),
      rangeText,
      url: /url\(\s*["']?([^"')]+)["']?\s*\)/.exec(style.getPropertyValue('src'))?.[1] ?? ''
    };
  });
}

/** Reads `U+0-FF, U+131, U+4??`. */
export function unicodeRanges(text: string): [number, number][] {
  return [...text.matchAll(/U\+([0-9a-f]+)(\?*)(?:-([0-9a-f]+))?/gi)].map(([, from, wild, to]) => {
    const first = parseInt(from! + wild!.replaceAll('?', '0'), 16);
    return [first, to ? parseInt(to, 16) : parseInt(from! + wild!.replaceAll('?', 'f'), 16)];
  });
}

const within = (code: number, ranges: FontRule['ranges']) =>
  ranges.length === 0 || ranges.some(([first, last]) => code >= first && code <= last);

async function embed({ family, style, weight, rangeText, url }: FontRule): Promise<string> {
  if (url === '') return '';
  const data = url.startsWith('data:') ? url : await dataUrl(url);
  const range = rangeText === '' ? '' : `unicode-range:${rangeText};`;
  return `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};${range}src:url(${data}) format('woff2')}`;
}

async function dataUrl(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  // In pieces: a whole file is more arguments than a call may have.
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return `data:font/woff2;base64,${btoa(binary)}`;
}
