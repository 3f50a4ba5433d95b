import type { Chart, Figure } from '../../charts/chart.ts';
import { chartShowing } from '../../charts/choose.ts';
import { answer } from '../../figure/answer.ts';
import { isBuiltAhead } from '../../figure/built-ahead.ts';
import { computeInWorker } from '../../figure/compute-in-worker.ts';
import { format, parse, type Selection } from '../../selection/index.ts';
import type { BriefedView } from '../../take/briefing/briefing.ts';
import type { OpenRelease } from '../open-release.svelte.ts';
import { figureAhead } from '../site-files.ts';

/** A figure of a briefing with what shows it: it stays what it is, but for the release it is of. */
export interface BriefedFigure {
  readonly charts: readonly Chart[];
  readonly selection: Selection;
  readonly figure: Figure;
  /** Parts of its link that mean nothing, as sentences. */
  readonly dropped: readonly string[];
}

/**
 * Answers a view of a briefing.
 *
 * @throws Error with a plain sentence where there is no such figure, or it cannot be had
 */
export async function briefedFigure(
  { chart, link }: Pick<BriefedView, 'chart' | 'link'>,
  release: OpenRelease,
  signal?: AbortSignal
): Promise<BriefedFigure> {
  const { framedCharts } = await import('../../figure/framed.ts');
  let charts: readonly [Chart, ...Chart[]];
  try {
    charts = framedCharts(chart);
  } catch {
    throw new Error(`the Atlas has no figure called ${chart}`);
  }
  const [{ vocabulary }] = charts;
  const { manifest, database } = release;
  const { selection, dropped } = parse(new URLSearchParams(link), vocabulary, manifest.undocumented);
  const shown = chartShowing(charts, selection);
  const canonical = format(selection, vocabulary).toString();
  if (shown.source === 'published')
    return { charts, selection, dropped, figure: await figureAhead(shown, canonical, 'published') };
  if (isBuiltAhead(vocabulary, canonical)) {
    try {
      return { charts, selection, dropped, figure: await figureAhead(shown, canonical, manifest.version) };
    } catch {
      // Of another release nothing is built ahead: it is answered.
    }
  }
  if (!database) throw new Error('there is no data to answer it from');
  const figure = await answer(shown, selection, database, signal, undefined, { compute: computeInWorker });
  return { charts, selection, dropped, figure };
}
