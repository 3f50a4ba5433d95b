import type { Figure } from '../../charts/chart.ts';
import { marked } from '../../figure/titles.ts';
import { sourceLines } from '../source-lines.ts';
import { textLines } from '../text-lines.ts';

/** Pixels that a line of comment may be wide, as the site's own type would be. */
const WIDE = 640;

/** What stands at the head of code: what it answers, where it is from, what it needs, as lines without comment signs. */
export function headOf(figure: Figure, address: string, needs: readonly string[]): readonly string[] {
  const said = [
    marked(figure, figure.question),
    `${figure.numbers} · ${figure.method}`,
    ...sourceLines(figure),
    address,
    ...needs,
    'Groups of too few people have no estimate: do not print numbers about fewer than ten people.'
  ];
  return said.flatMap((text) => textLines(text, { face: 'sans', size: 13, width: WIDE }));
}
