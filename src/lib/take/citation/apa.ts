import type { Author, Day, Work } from './work.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December']
];

/** A work as the reference list of the APA's manual (7th edition) has it, as plain text: italics are left to whoever pastes it. */
export function apa(work: Work): string {
  const { kind, title, year, publisher, within, volume, version, doi, url, read } = work;
  const where = doi ? `https://doi.org/${doi}` : url;
  const who = work.authors.length > 0 ? `${authorList(work.authors)} ` : '';
  switch (kind) {
    case 'paper':
      return `${who}(${year}). ${title}. ${within}, ${volume}. ${where}`;
    case 'dataset':
      return `${who}(${year}). ${title} [Data set]. ${publisher}. ${where}`;
    case 'page':
      return `${publisher}. (${year}). ${title}${/[.?!]$/.test(title) ? '' : '.'} (Data version ${version}). Retrieved ${dayWords(read!)}, from ${where}`;
  }
}

function authorList(authors: readonly Author[]): string {
  const names = authors.map(({ given, family }) => `${family}, ${initials(given)}`);
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')}, & ${names.at(-1)!}`;
}

const initials = (given: string) =>
  given
    .split(' ')
    .map((name) => `${name[0]}.`)
    .join(' ');

const dayWords = ({ year, month, day }: Day) => `${MONTHS[month - 1]} ${day}, ${year}`;
