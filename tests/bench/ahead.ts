import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { charts, type Chart } from '../../src/lib/charts/index.ts';
import { dimensionsOf, findMetric, levelKey, levelsOf, metrics } from '../../src/lib/dataset/index.ts';
import { builtAhead } from '../../src/lib/figure/built-ahead.ts';
import { format, refusal, samples, turnChoices, type Selection } from '../../src/lib/selection/index.ts';
import { lineTable, type Line, type Table } from './report.ts';
import type { Site } from './site.ts';

/**
 * Every view that one choice on a chart's default view leads to: another measure, grouping, sample, turn or option, or
 * one level of one filter. Numbers that are typed (bounds of ranges, the fewest people) are not counted.
 */
function singleChanges({ vocabulary }: Chart): Selection[] {
  const { defaults, parts, params } = vocabulary;
  const metric = findMetric(defaults.metric)!;
  const changes: Partial<Selection>[] = [];
  if (parts.includes('metric')) for (const { name } of metrics) changes.push({ metric: name });
  if (parts.includes('by')) for (const by of [null, ...dimensionsOf(metric.table)]) changes.push({ by });
  if (parts.includes('sample')) for (const sample of samples) changes.push({ sample });
  if (parts.includes('turns') && metric.table === 'utterances') {
    for (const turns of turnChoices) changes.push({ turns });
  }
  for (const [name, { choices }] of Object.entries(params)) {
    for (const { key } of choices) changes.push({ params: { ...defaults.params, [name]: key } });
  }
  if (parts.includes('filters')) {
    for (const column of dimensionsOf('utterances')) {
      for (const level of levelsOf(column)) {
        changes.push({ filters: [{ column, exclude: false, keys: [levelKey(level)] }] });
      }
    }
  }
  return changes
    .map((change) => ({ ...defaults, ...change }))
    .map((selection) => ({ ...selection, ...(refusal(selection)?.instead ?? {}) }));
}

/** Of the changes that are none of the default, the share that is built ahead. */
function shareAhead(chart: Chart): number {
  const linkOf = (selection: Selection) => format(selection, chart.vocabulary).toString();
  const ahead = new Set(builtAhead(chart.vocabulary).map(linkOf));
  const changes = new Set(singleChanges(chart).map(linkOf));
  changes.delete('');
  return [...changes].filter((link) => ahead.has(link)).length / changes.size;
}

/** Figures built ahead: how many of the likely next views, how many files, how large. */
export async function aheadTable(site: Site): Promise<Table> {
  const folder = join(site.folder, 'figures');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'));
  const bytes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  const lines: Line[] = charts
    .filter(({ vocabulary }) => vocabulary.parts.length > 0 || Object.keys(vocabulary.params).length > 0)
    .map((chart) => ({
      what: `“${chart.label}”: single changes built ahead`,
      unit: 'share',
      measured: shareAhead(chart),
      budget: 0.9
    }));
  lines.push(
    { what: 'largest file, plain', unit: 'bytes', measured: bytes.reduce((a, b) => Math.max(a, b), 0), budget: 50_000 },
    { what: 'all files, plain', unit: 'bytes', measured: bytes.reduce((a, b) => a + b, 0), budget: 10_000_000 },
    { what: 'files', unit: 'count', measured: files.length, budget: 2000 }
  );
  return lineTable(
    'What is built ahead',
    'A single change is one choice on a chart’s default view: a measure, grouping, sample, turn or option, or one level of one filter.',
    lines
  );
}
