import {
  columnsOf,
  fileOf,
  isDimension,
  levelsOf,
  parentOf,
  tableNames,
  tables,
  type Column,
  type Manifest,
  type TableName
} from '../../dataset/index.ts';
import { bibtex } from '../citation/bibtex.ts';
import { dataset, paper } from '../citation/work.ts';
import { aboutDataset, authorship, KEYWORDS, LICENCES } from './about-dataset.ts';
import { responsible } from './responsible.ts';

/** The names that Croissant 1.1 and its part on responsible AI use, and what they mean. */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  isLiveDataset: 'cr:isLiveDataset',
  key: 'cr:key',
  md5: 'cr:md5',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  source: 'cr:source'
};

const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.parquet', 'application/vnd.apache.parquet'],
  ['.json', 'application/json']
];

/** The day on which PRISM was made public. */
const MADE_PUBLIC = '2024-04-24';

/**
 * The data that a site ships as Croissant 1.1 (JSON-LD): its files with their hashes, every column of its three tables with
 * what was asked and what its codes stand for, and how it came about and what it is not.
 */
export function croissant(manifest: Manifest) {
  const { name, description } = aboutDataset(manifest);
  const files = Object.entries(manifest.files).map(([path, { bytes, sha256 }]) => ({
    '@type': 'cr:FileObject',
    '@id': path,
    name: path,
    contentUrl: `data/${path}`,
    contentSize: `${bytes} B`,
    encodingFormat: TYPES.find(([ending]) => path.endsWith(ending))?.[1] ?? 'application/octet-stream',
    sha256
  }));
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: ['http://mlcommons.org/croissant/1.1', 'http://mlcommons.org/croissant/RAI/1.0'],
    name,
    description,
    url: dataset.url,
    ...authorship(manifest),
    publisher: { '@type': 'Organization', name: 'PRISM Atlas' },
    citeAs: bibtex(paper).trim(),
    license: Object.values(LICENCES),
    usageInfo:
      'Human-written text and ratings are CC-BY-4.0; model replies are CC-BY-NC-4.0 and may not be used commercially.',
    version: manifest.version,
    datePublished: MADE_PUBLIC,
    inLanguage: 'en',
    keywords: KEYWORDS,
    isLiveDataset: false,
    ...responsible,
    ...(manifest.source === 'twin' ? { 'rai:hasSyntheticData': true } : {}),
    distribution: files,
    recordSet: tableNames.flatMap((table) => recordSets(table, manifest))
  };
}

/** A table as sets of records, one for each of its files. */
function recordSets(table: TableName, { remade, undocumented }: Manifest) {
  const { key } = tables[table];
  const shipped = Object.entries(columnsOf(table)).filter(([name]) => !Object.hasOwn(remade?.[table] ?? {}, name));
  const files = new Map<string, (readonly [string, Column])[]>();
  for (const one of shipped) {
    const file = fileOf(table, one[0]);
    files.set(file, [...(files.get(file) ?? []), one]);
  }
  return [...files].map(([file, columns]) => {
    const set = file.replace(/\.parquet$/, '');
    const own = columns.some(([name]) => name === key) ? columns : [[key, columnsOf(table)[key]!] as const, ...columns];
    return {
      '@type': 'cr:RecordSet',
      '@id': set,
      name: set,
      description: `One row is one of the ${tables[table].noun[1]}.`,
      key: { '@id': `${set}/${key}` },
      field: own.map(([name, column]) => fieldOf({ table, set, file, name, column, undocumented }))
    };
  });
}

interface Place {
  readonly table: TableName;
  readonly set: string;
  readonly file: string;
  readonly name: string;
  readonly column: Column;
  readonly undocumented: Manifest['undocumented'];
}

function fieldOf({ table, set, file, name, column, undocumented }: Place) {
  const parent = parentOf(table);
  return {
    '@type': 'cr:Field',
    '@id': `${set}/${name}`,
    name,
    description: [column.asked, stored(name, column, undocumented), column.note].filter(Boolean).join(' '),
    dataType: 'sc:Integer',
    source: { fileObject: { '@id': file }, extract: { column: name } },
    ...(parent?.via === name
      ? { references: { field: { '@id': `${fileOf(parent.table, name).replace(/\.parquet$/, '')}/${name}` } } }
      : {})
  };
}

/** Longest list of answers that a description spells out. */
const MOST_LISTED = 30;

/** What the stored integers stand for. */
function stored(name: string, column: Column, undocumented: Manifest['undocumented']): string {
  if (isDimension(column)) {
    const levels = levelsOf(name, undocumented).map(({ label }, code) => `${code} ${label}`);
    if (levels.length > MOST_LISTED) return 'A code; the codebook of the Atlas lists what each stands for.';
    return column.kind === 'many'
      ? `A bit for each answer ticked, empty where not asked: ${levels.slice(0, column.levels.length).join(', ')}.`
      : `A code: ${levels.join(', ')}.`;
  }
  if (column.kind === 'number')
    return column.perUnit === 1 ? `In ${column.unit}.` : `In 1/${column.perUnit} of: ${column.unit}.`;
  if (column.kind === 'time') return 'Seconds since 1970-01-01 00:00:00, on the clock of the release.';
  return `The number of an id that begins with “${column.prefix}”.`;
}
