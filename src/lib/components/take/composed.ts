import type { Chart, Figure } from '../../charts/chart.ts';
import { fontFaces } from '../../take/font-faces.ts';
import { drawingWidth } from '../../take/picture-layout.ts';
import { svg, withFontFaces, type SvgOptions } from '../../take/svg.ts';
import { pictures } from '../pictures.ts';

/** How a picture is wanted. */
export type Wanted = Required<SvgOptions>;

/** A figure as one picture that needs nothing else, its fonts inside, as SVG text. Rejects when it cannot be drawn. */
export async function composed(chart: Chart, figure: Figure, wanted: Wanted): Promise<string> {
  const [drawing] = await pictures(chart, figure, [drawingWidth(chart, wanted.width)]);
  const plain = svg(chart, figure, drawing?.svg ?? null, wanted);
  return withFontFaces(plain, await fontFaces(plain, document.styleSheets, document.baseURI));
}
