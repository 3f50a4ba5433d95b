import type { Day, Work } from './work.ts';

const types = { paper: 'paper-conference', dataset: 'dataset', page: 'webpage' } as const;

const dateOf = ({ year, month, day }: Day) => ({ 'date-parts': [[year, month, day]] });

/** A work as CSL-JSON 1.0, what citation processors read: a list of one item. */
export function cslJson(work: Work): string {
  const { key, kind, title, authors, year, publisher, within, volume, version, doi, url, read } = work;
  const item = {
    id: key,
    type: types[kind],
    title,
    author: authors.length > 0 ? authors.map(({ given, family }) => ({ family, given })) : [{ literal: publisher }],
    issued: { 'date-parts': [[year]] },
    'container-title': within ?? (kind === 'page' ? publisher : undefined),
    volume,
    publisher: kind === 'page' ? undefined : publisher,
    version,
    DOI: doi,
    URL: url,
    accessed: read && dateOf(read)
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
