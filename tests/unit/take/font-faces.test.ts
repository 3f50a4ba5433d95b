import { afterEach, expect, test, vi } from 'vitest';
import { fontFaces, unicodeRanges, type Sheet } from '../../../src/lib/take/font-faces.ts';
import { pixelRatio } from '../../../src/lib/take/png.ts';

function rule(values: Record<string, string>): CSSRule {
  return { cssText: '@font-face { }', style: { getPropertyValue: (name: string) => values[name] ?? '' } } as never;
}

const face = (family: string, file: string, range: string) =>
  rule({
    'font-family': `"${family}"`,
    'font-weight': '100 900',
    'unicode-range': range,
    src: `url("${file}") format("woff2")`
  });

const sheets: Sheet[] = [
  {
    href: 'https://atlas.example/assets/site.css',
    cssRules: [
      face('Inter Variable', './latin.woff2', 'U+0-FF, U+2013'),
      face('Inter Variable', './greek.woff2', 'U+370-3FF'),
      face('Other', './other.woff2', 'U+0-FF')
    ]
  },
  {
    href: 'https://elsewhere.example/site.css',
    get cssRules(): CSSRule[] {
      throw new DOMException('Not allowed', 'SecurityError');
    }
  }
];

afterEach(() => vi.unstubAllGlobals());

test('only the fonts that are named, in the parts whose letters occur, come with their files', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => (asked.push(url), Promise.resolve(new Response(new Uint8Array([1, 2, 3])))));
  const css = await fontFaces('font-family="\'Inter Variable\'" 18–24', sheets, 'https://atlas.example/');
  expect(asked).toEqual(['https://atlas.example/assets/latin.woff2']);
  expect(css).toBe(
    "@font-face{font-family:'Inter Variable';font-style:normal;font-weight:100 900;unicode-range:U+0-FF, U+2013;src:url(data:font/woff2;base64,AQID) format('woff2')}"
  );
});

test('a font that cannot be had is left to the system', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 404 })));
  expect(await fontFaces('Inter Variable', sheets, 'https://atlas.example/')).toBe('');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  expect(await fontFaces('Inter Variable', sheets, 'https://atlas.example/')).toBe('');
});

test('unicode ranges', () => {
  expect(unicodeRanges('U+0000-00FF, U+0131, u+4??')).toEqual([
    [0, 255],
    [0x131, 0x131],
    [0x400, 0x4ff]
  ]);
});

test('an image is twice as large as its picture unless no canvas could hold it', () => {
  expect(pixelRatio(800, 1500, 2)).toBe(2);
  expect(pixelRatio(800, 12_000, 2) * 12_000).toBeLessThanOrEqual(16_000);
  const ratio = pixelRatio(5000, 5000, 2);
  expect(ratio ** 2 * 25e6).toBeLessThanOrEqual(16e6 + 1);
});
