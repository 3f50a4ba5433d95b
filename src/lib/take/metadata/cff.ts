import { dataset, paper, type Work } from '../citation/work.ts';

const quoted = (text: string) => JSON.stringify(text);

const authorsOf = ({ authors }: Work, indent: string) =>
  authors.flatMap(({ given, family }) => [
    `${indent}- family-names: ${quoted(family)}`,
    `${indent}  given-names: ${quoted(given)}`
  ]);

/**
 * How the Atlas, the dataset and its paper are to be cited, as a Citation File Format 1.2.0 file.
 *
 * @param version version of the data that the site shows
 * @param site address of the site, where it is known
 */
export function citationFile(version: string, site: string): string {
  return [
    'cff-version: 1.2.0',
    'message: "Please cite the dataset and its paper, and the Atlas for what was worked out in it."',
    'title: "PRISM Atlas"',
    'type: software',
    'authors:',
    '  - name: "PRISM Atlas"',
    ...(site === '' ? [] : [`url: ${quoted(site)}`]),
    `version: ${quoted(version)}`,
    'references:',
    '  - type: data',
    `    title: ${quoted(dataset.title)}`,
    '    authors:',
    ...authorsOf(dataset, '      '),
    `    year: ${dataset.year}`,
    `    doi: ${quoted(dataset.doi!)}`,
    `    url: ${quoted(dataset.url)}`,
    '    license: CC-BY-4.0',
    '  - type: conference-paper',
    `    title: ${quoted(paper.title)}`,
    '    authors:',
    ...authorsOf(paper, '      '),
    `    year: ${paper.year}`,
    `    doi: ${quoted(paper.doi!)}`,
    `    url: ${quoted(paper.url)}`,
    `    collection-title: ${quoted(paper.within!)}`,
    `    volume: ${paper.volume!}`,
    ''
  ].join('\n');
}
