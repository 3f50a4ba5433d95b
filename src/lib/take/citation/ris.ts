import { isoDay } from './iso-day.ts';
import type { Work } from './work.ts';

const types = { paper: 'CPAPER', dataset: 'DATA', page: 'ELEC' } as const;

/** A work as a RIS record, which reference managers read: one tag a line, CRLF. */
export function ris({ kind, title, authors, year, publisher, within, volume, version, doi, url, read }: Work): string {
  const tags: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', types[kind]],
    ['TI', title],
    ...(authors.length > 0
      ? authors.map(({ given, family }) => ['AU', `${family}, ${given}`] as const)
      : [['AU', publisher] as const]),
    ['PY', String(year)],
    ['T2', within],
    ['VL', volume],
    ['PB', publisher],
    ['ET', version && `Data version ${version}`],
    ['DO', doi],
    ['UR', url],
    ['Y2', read && isoDay(read).replaceAll('-', '/')]
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []));
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}
