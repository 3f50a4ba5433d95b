import type { Chart, DatabaseChart, Estimated, Figure, Provenance } from '../charts/chart.ts';
import type { Database, Progress } from '../database/database.ts';
import { format, type Selection } from '../selection/index.ts';
import { disclose } from './disclose.ts';

const SYNTHETIC = 'Synthetic: ';
export const CITATION = 'PRISM (Kirk et al. 2024), CC-BY-4.0';

/** Answers a selection from a Database. Throws what the database throws. */
export async function answer(
  chart: DatabaseChart,
  selection: Selection,
  database: Database,
  signal?: AbortSignal,
  progress?: Progress
): Promise<Figure> {
  const { manifest } = database;
  const answers = await database.answer(chart.queries(selection), signal, progress);
  const text =
    manifest.source === 'twin'
      ? `Synthetic twin in the shape of ${CITATION}. No real answers, not for findings`
      : CITATION;
  return finish(chart, selection, chart.estimate(answers, selection, manifest.undocumented), {
    source: manifest.source,
    version: manifest.version,
    text
  });
}

/** An estimated chart as a Figure: what may be shown, in order, in words, with where it comes from. */
export function finish(chart: Chart, selection: Selection, estimated: Estimated, provenance: Provenance): Figure {
  const rows = estimated.rows.map((row) => disclose(row, selection.minimum));
  const figure = {
    ...estimated,
    question: provenance.source === 'twin' ? SYNTHETIC + estimated.question : estimated.question,
    rows: chart.arrange?.(rows, selection) ?? rows,
    overall: estimated.overall && disclose(estimated.overall, selection.minimum),
    chart: chart.name,
    selection,
    link: format(selection, chart.vocabulary).toString(),
    provenance
  };
  const sentence = chart.describe(figure);
  return { ...figure, sentence: provenance.source === 'twin' ? SYNTHETIC + sentence : sentence };
}
