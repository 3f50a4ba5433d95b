import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { chartFor, vocabularies } from '../../src/lib/charts/index.ts';
import { shareAhead } from '../unit/figure/single-changes.ts';
import { lineTable, type Line, type Table } from './report.ts';
import type { Site } from './site.ts';

/** Figures built ahead: how many of the likely next views, how many files, how large. */
export async function aheadTable(site: Site): Promise<Table> {
  const folder = join(site.folder, 'figures');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'));
  const bytes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  const lines: Line[] = vocabularies.flatMap((vocabulary) => {
    const measured = shareAhead(vocabulary);
    if (measured === null) return [];
    const what = `“${chartFor(vocabulary, vocabulary.defaults).label}”: single changes built ahead`;
    return [{ what, unit: 'share', measured, budget: 0.9 }];
  });
  lines.push(
    { what: 'largest file, plain', unit: 'bytes', measured: bytes.reduce((a, b) => Math.max(a, b), 0), budget: 50_000 },
    { what: 'all files, plain', unit: 'bytes', measured: bytes.reduce((a, b) => a + b, 0), budget: 10_000_000 },
    { what: 'files', unit: 'count', measured: files.length, budget: 2000 }
  );
  return lineTable(
    'What is built ahead',
    'A single change is one choice on a page’s default view: a measure, grouping, second grouping, sample, turn or option, one level of one filter, or one of side A compared with everyone else, as far as the page offers them. The three figures of the Models page, which offers them all, are built ahead for its settings, and its ranking for the levels readers use most: all by all levels would take half a minute more of the build and twice the bytes.',
    lines
  );
}
