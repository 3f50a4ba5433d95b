import { figureKey } from '../figure/built-ahead.ts';
import type { Figure } from '../charts/chart.ts';

/** Longest part of a file name that tells of the view. */
const LONGEST = 60;

/** Letters of the link's own that tell views of one question apart. */
const TELLING = 4;

/**
 * Name of a file that holds a figure: `prism-atlas-<chart>-<short words>-<version>.<extension>`. The short words are the
 * question's and what the rows are, whole words only; a twin's begin with `synthetic`.
 */
export function fileName(figure: Figure, extension: string): string {
  const { chart, provenance, rows, rowsAre } = figure;
  const question = figure.question.toLowerCase();
  const by = rows.length > 1 && !question.includes(rowsAre.toLowerCase()) ? ` by ${rowsAre.toLowerCase()}` : '';
  const words = `${provenance.source === 'twin' ? 'synthetic ' : ''}${question}${by}`
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .replace(/\+/g, ' plus ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let short = '';
  for (const word of words) {
    const longer = short === '' ? word : `${short}-${word}`;
    if (longer.length > LONGEST) break;
    short = longer;
  }
  // What is cut off, or only counted, tells views apart no longer.
  const told = figure.link === '' ? '' : `-${figureKey(figure.link).slice(0, TELLING)}`;
  return `prism-atlas-${chart}-${short || 'view'}${told}-${provenance.version}.${extension}`;
}
