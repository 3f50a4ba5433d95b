import type { Chart, Figure } from '../../charts/chart.ts';
import { fontFaces } from '../../take/font-faces.ts';
import { frozen } from '../../take/frozen.ts';
import { pictures } from '../pictures.ts';

/** A view as one HTML file with its pictures and fonts inside. Rejects when it cannot be drawn. */
export async function frozenPage(chart: Chart, figure: Figure, address: string): Promise<string> {
  const drawings = await pictures(chart, figure);
  const plain = frozen(chart, figure, drawings, { address });
  const fonts = await fontFaces(plain, document.styleSheets, document.baseURI);
  return frozen(chart, figure, drawings, { address, fonts });
}
