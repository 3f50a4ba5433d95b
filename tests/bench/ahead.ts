import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lineTable, type Table } from './report.ts';
import type { Site } from './site.ts';

/** Figures built ahead: how many files, how large. */
export async function aheadTable(site: Site): Promise<Table> {
  const folder = join(site.folder, 'figures');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'));
  const bytes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return lineTable(
    'What is built ahead',
    'The default figures of every page, every measure of Explore by every grouping, and the settings of rankings and of the figures about scores: what a slow line brings sooner as a file than as the tables it is made of.',
    [
      {
        what: 'largest file, plain',
        unit: 'bytes',
        measured: bytes.reduce((a, b) => Math.max(a, b), 0),
        budget: 50_000
      },
      { what: 'all files, plain', unit: 'bytes', measured: bytes.reduce((a, b) => a + b, 0), budget: 4_000_000 },
      { what: 'files', unit: 'count', measured: files.length, budget: 900 }
    ]
  );
}
