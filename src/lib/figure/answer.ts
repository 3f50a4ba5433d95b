import type {
  AnswersTo,
  BaseChart,
  DatabaseChart,
  Estimated,
  Figure,
  Provenance,
  Queries,
  Unsaid
} from '../charts/chart.ts';
import { listedInFull } from '../charts/words/among.ts';
import { PICKED_AFTER_LOOKING } from '../charts/words/metric-words.ts';
import type { Judged } from '../charts/judged.ts';
import type { Database, Progress } from '../database/database.ts';
import { lacking, type Undocumented } from '../dataset/index.ts';
import { computeHere, type Compute, type Computed } from '../estimate/index.ts';
import type { Query } from '../query/index.ts';
import { columnsAsked, format, type Selection } from '../selection/index.ts';
import { discloseContent } from './disclose.ts';
import { judge } from './judged.ts';

export const CITATION = 'PRISM (Kirk et al. 2024), CC-BY-4.0';

/** How tasks are done: here and now unless told, and what to do with a figure of the first resamples only. */
export interface Computing<F = Figure> {
  readonly compute?: Compute;
  readonly first?: (figure: F) => void;
  /** Whether the groups differ at all, where that is known and need not be asked. */
  readonly known?: { readonly judged: Judged | undefined };
}

/** Answers a selection from a Database. Throws what the database throws. */
export async function answer<F, Q extends Queries, C>(
  chart: DatabaseChart<F, Q, C>,
  selection: Selection,
  database: Database,
  signal?: AbortSignal,
  progress?: Progress,
  { compute = computeHere, first, known }: Computing<Figure<F, C>> = {}
): Promise<Figure<F, C>> {
  const { manifest } = database;
  const extra = manifest.undocumented;
  const answers = await answersTo(chart.queries(selection), database, signal, progress);
  const text =
    manifest.source === 'twin'
      ? `Synthetic twin in the shape of ${CITATION}. No real answers, not for findings`
      : CITATION;
  const provenance = { source: manifest.source, version: manifest.version, text };
  const lacks = lacking(manifest.missing, columnsAsked(selection)).map(({ without }) => without);
  const withWhatLacks = (estimated: Estimated<F, C>): Estimated<F, C> =>
    lacks.length === 0 ? estimated : { ...estimated, omitted: [estimated.omitted, ...lacks].filter(Boolean).join(' ') };
  const estimated = (computed?: Computed) => withWhatLacks(chart.estimate(answers, selection, extra, computed));
  const figureOf = (content: Estimated<F, C>, judged?: Judged) =>
    finish(chart, selection, content, provenance, extra, judged);
  if (!chart.task) {
    if (known || !chart.verdict?.query(selection)) return figureOf(estimated(), known?.judged);
    const say = saidOf(chart, selection, estimated(), provenance, extra);
    first?.(say());
    return say(await judge(chart, selection, database, compute, signal, progress));
  }
  const columns = await database.columns(chart.task.columns(selection), signal, progress);
  const show = first && ((computed: Computed) => first(figureOf(estimated(computed))));
  return figureOf(estimated(await compute(chart.task.of(columns, selection, extra, answers), signal, show)));
}

/** A Database's answers under the names of the questions. */
export async function answersTo<Q extends Queries>(
  queries: Q,
  database: Pick<Database, 'answer'>,
  signal?: AbortSignal,
  progress?: Progress
): Promise<AnswersTo<Q>> {
  const asked = Object.entries(queries).flatMap(([name, query]) => (query ? [[name, query as Query] as const] : []));
  const answers = await database.answer(
    asked.map(([, query]) => query),
    signal,
    progress
  );
  return Object.fromEntries(asked.map(([name], i) => [name, answers[i]])) as AnswersTo<Q>;
}

/** An estimated chart as a Figure: what may be shown, in order, in words, with where it comes from. */
export const finish = <F, C>(
  chart: BaseChart<F, C>,
  selection: Selection,
  estimated: Estimated<F, C>,
  provenance: Provenance,
  extra: Undocumented = {},
  judged?: Judged
): Figure<F, C> => saidOf(chart, selection, estimated, provenance, extra)(judged);

/** An estimated chart as Figures of the same rows that differ in their words: without a verdict, and with one. */
function saidOf<F, C>(
  chart: BaseChart<F, C>,
  selection: Selection,
  estimated: Estimated<F, C>,
  provenance: Provenance,
  extra: Undocumented
): (judged?: Judged) => Figure<F, C> {
  const content = discloseContent(estimated, selection.minimum, chart);
  const { rows, notes } = content;
  const severalShown = rows.filter(({ estimate }) => estimate.shown).length > 1;
  const unjudged: Unsaid<F, C> = {
    ...content,
    question: chart.question(selection, extra),
    rows: chart.arrange?.(rows, selection) ?? rows,
    notes: [
      ...(severalShown ? notes : notes.filter((note) => note !== PICKED_AFTER_LOOKING)),
      ...listedInFull(selection, extra)
    ],
    chart: chart.name,
    selection,
    link: format(selection, chart.vocabulary).toString(),
    provenance
  };
  return (judged) => {
    const figure: Unsaid<F, C> = judged ? { ...unjudged, judged } : unjudged;
    const sentence = [chart.describe(figure), estimated.omitted].filter(Boolean).join(' ');
    return { ...figure, headline: chart.headline?.(figure) ?? figure.question, sentence };
  };
}
