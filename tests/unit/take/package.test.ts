import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { downloadZip } from 'client-zip';
import { dsvFormat } from 'd3';
import { expect, it } from 'vitest';
import { chartNamed } from '../../../src/lib/charts/index.ts';
import { csvLines } from '../../../src/lib/take/csv.ts';
import { dictionary } from '../../../src/lib/take/dictionary.ts';
import { packedFiles } from '../../../src/lib/take/package/index.ts';
import { ageFigure, HIDDEN_MEAN } from './made-figures.ts';

const run = promisify(execFile);
const ADDRESS = 'https://atlas.example/explore/?by=age&v=1';
const DAY = { year: 2026, month: 11, day: 30 };

async function packed(settings: Parameters<typeof packedFiles>[3]) {
  const figure = await ageFigure();
  const chart = chartNamed(figure.chart);
  const files = packedFiles(chart, figure, ADDRESS, settings, DAY);
  return { figure, chart, files, of: (name: string) => files.find((file) => file.name === name)!.text };
}

it.each(['point', 'comma'] as const)('R reads the archive that Python opens, decimals with a %s', async (decimals) => {
  const { chart, figure, files } = await packed({ decimals, mark: true });
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  try {
    const zip = await downloadZip(files.map(({ name, text }) => ({ name, input: text }))).arrayBuffer();
    await writeFile(join(folder, 'all.zip'), Buffer.from(zip));
    const open = `import zipfile; z = zipfile.ZipFile("all.zip"); assert z.testzip() is None; z.extractall("."); print("|".join(z.namelist()))`;
    const { stdout: names } = await run('python3', ['-c', open], { cwd: folder });
    expect(names.trim().split('|')).toEqual(files.map(({ name }) => name));
    const read = `source("labels.R"); cat(nrow(data), ncol(data), format(sum(data$estimate, na.rm = TRUE), digits = 15), attr(data$estimate, "label"), sep = "|")`;
    const { stdout } = await run('Rscript', ['--vanilla', '-e', read], { cwd: folder });
    const lines = csvLines(chart, figure, ADDRESS);
    const at = lines[0]!.indexOf('estimate');
    const sum = lines.slice(1).reduce((total, line) => total + Number(line[at] ?? 0), 0);
    const [rows, columns, total, label] = stdout.split('|');
    expect([Number(rows), Number(columns)]).toEqual([lines.length - 1, lines[0]!.length]);
    expect(Number(total)).toBeCloseTo(sum, 9);
    expect(label).toBe(
      dictionary(chart)
        .find(({ name }) => name === 'estimate')!
        .says.replaceAll('`', '')
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('a comma stands in numbers only, and the mark only where it is asked for', async () => {
  const { of } = await packed({ decimals: 'comma', mark: false });
  const [line] = dsvFormat(';').parse(of('data.csv'));
  expect(line!.estimate).toMatch(/^\d+(,\d+)?$/);
  expect(line!.link).toBe(ADDRESS);
  expect(of('data.csv').startsWith('\ufeff')).toBe(false);
  expect((await packed({ decimals: 'point', mark: true })).of('data.csv').startsWith('\ufeff')).toBe(true);
});

it('the text says what was asked and found, of whom, from where, and on what terms', async () => {
  const { figure, files, of } = await packed({ decimals: 'point', mark: false });
  const text = of('README.txt');
  for (const part of [
    figure.question,
    figure.sentence,
    figure.numbers,
    figure.method,
    ADDRESS,
    figure.provenance.version
  ])
    expect(text).toContain(part);
  expect(text.startsWith('Synthetic: ')).toBe(figure.provenance.source === 'twin');
  expect(text).toMatch(/- Age: .*\n/);
  for (const { name } of files.slice(1)) expect(text).toContain(`- ${name}: `);
  expect(text).toContain('CC-BY-NC-4.0');
  expect(text).not.toContain(HIDDEN_MEAN.toFixed(1));
});

it('labels for Stata and SPSS name every column once', async () => {
  const { chart, of } = await packed({ decimals: 'comma', mark: false });
  const names = dictionary(chart).map(({ name }) => name);
  // Stata's longest name.
  for (const name of names) expect(name.length).toBeLessThanOrEqual(32);
  expect([...of('labels.do').matchAll(/^label variable (\w+) /gm)].map(([, name]) => name)).toEqual(names);
  const [, , labels] = of('labels.sps').split(/\/VARIABLES=|VARIABLE LABELS/);
  expect([...labels!.matchAll(/^ {2}(\w+) '/gm)].map(([, name]) => name)).toEqual(names);
});
