import type { Figure } from '../../charts/chart.ts';
import { findColumn, findMetric } from '../../dataset/index.ts';
import { answerOf, marked } from '../../figure/titles.ts';
import { apa } from '../citation/apa.ts';
import { works, type Day } from '../citation/index.ts';
import { sourceLines } from '../source-lines.ts';

/** What PRISM's authors ask of whoever uses it, and under what licences it stands. */
const TERMS = [
  'Human-written text and ratings are under CC-BY-4.0, model replies under CC-BY-NC-4.0. These files hold no text of either.',
  'Do not try to find out who took part. Groups of fewer than ten people have no numbers here; do not work them out by subtraction.',
  'PRISM is an opt-in sample, recruited online and in English: these are people who took part, not whole countries.'
];

/**
 * What goes with a figure's data: what was asked and found, of whom, how, from where, and on what terms.
 *
 * @param files what each file of the folder is
 * @param day the day on which it is taken
 */
export function readMe(
  figure: Figure,
  address: string,
  files: readonly (readonly [name: string, says: string])[],
  day: Day
): string {
  const cited = works(figure, address, day);
  const asked = askedIn(figure).map(({ label, asked }) => `- ${label}: ${asked}`);
  const part = (head: string, lines: readonly string[]) => (lines.length === 0 ? [] : [head, '', ...lines, '']);
  return [
    marked(figure, figure.question),
    '',
    answerOf(figure),
    '',
    ...part('WHO AND HOW', [figure.numbers, figure.method, ...figure.notes]),
    ...part('WHAT WAS ASKED', asked),
    ...part(
      'FILES',
      files.map(([name, says]) => `- ${name}: ${says}`)
    ),
    ...part('SOURCE', [...sourceLines(figure), address]),
    ...part('TERMS', TERMS),
    ...part('TO BE CITED AS', [cited.dataset, cited.paper, cited.view].map(apa))
  ].join('\n');
}

/** The columns of the description that a figure speaks of: what it measures, by what, and of whom. */
function askedIn({ selection, unit }: Figure) {
  const { metric, by, and, filters, compare } = selection;
  const measured = unit === null ? undefined : findMetric(metric)?.column;
  const narrowed = [...filters, ...(compare?.a ?? []), ...(compare?.b ?? [])].map(({ column }) => column);
  const names = [measured, by, and, ...narrowed].filter((name) => name !== undefined && name !== null);
  return [...new Set(names)].flatMap((name) => findColumn(name)?.column ?? []);
}
