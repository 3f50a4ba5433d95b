import type { Figure } from '../charts/chart.ts';
import { answerOf } from '../figure/titles.ts';
import { sourceLines } from './source-lines.ts';

/**
 * What a figure says, to be pasted into a text: what was found, how much and how sure, the people it rests on, the source
 * and the address of the view, in one paragraph.
 *
 * @param address full address of the view
 */
export function sentenceWithSource(figure: Figure, address: string): string {
  const said = answerOf(figure);
  const people = said.includes(figure.numbers) ? [] : [`(${figure.numbers}.)`];
  return [said, ...people, ...sourceLines(figure).map((line) => `${line}.`), address].join(' ');
}
