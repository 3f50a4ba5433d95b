import { isoDay } from './iso-day.ts';
import type { Work } from './work.ts';

const entries = { paper: 'inproceedings', dataset: 'misc', page: 'misc' } as const;

/** A work as an entry of a `.bib` file, in ASCII, with braces that keep capitals. */
export function bibtex(work: Work): string {
  const { key, kind, title, authors, year, publisher, within, volume, version, doi, url, read } = work;
  const notes = [version && `Data version ${version}`, read && `Accessed ${isoDay(read)}`].filter(Boolean);
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['title', `{${tex(title)}}`],
    [
      'author',
      authors.length > 0
        ? authors.map(({ given, family }) => tex(`${family}, ${given}`)).join(' and ')
        : `{${tex(publisher)}}`
    ],
    ['year', String(year)],
    ['booktitle', within && tex(within)],
    ['volume', volume],
    ['publisher', kind === 'page' ? undefined : tex(publisher)],
    ['howpublished', kind === 'page' ? `\\url{${url}}` : undefined],
    ['doi', doi],
    ['url', url],
    ['urldate', read && isoDay(read)],
    ['note', notes.length > 0 ? tex(notes.join('. ')) : undefined]
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${entries[kind]}{${key},\n${lines.join(',\n')}\n}\n`;
}

const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0308': '"',
  '\u0327': 'c '
};

const signs: Readonly<Record<string, string>> = {
  '–': '--',
  '—': '---',
  '−': '$-$',
  '’': "'",
  '‘': '`',
  '“': '``',
  '”': "''",
  '…': '\\ldots{}',
  '·': '$\\cdot$',
  '\u00a0': '~',
  '\u202f': '\\,'
};

/** A text for TeX: its special characters are escaped, and what is not ASCII is written with what is. */
function tex(text: string): string {
  return text
    .replace(/\\/g, '\\textbackslash ')
    .replace(/[&%$#_{}]/g, '\\$&')
    .replace(/~/g, '\\textasciitilde{}')
    .replace(/\^/g, '\\textasciicircum{}')
    .replace(/[–—−’‘“”…·\u00a0\u202f]/g, (sign) => signs[sign]!)
    .normalize('NFD')
    .replace(
      /(\p{L})([\u0300\u0301\u0302\u0303\u0308\u0327])/gu,
      (_, letter: string, mark: string) => `{\\${accents[mark]}${letter}}`
    )
    .normalize('NFC');
}
