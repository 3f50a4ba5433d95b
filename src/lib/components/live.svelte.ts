import { updated } from '$app/state';
import { tick, untrack } from 'svelte';
import type { Chart, DatabaseChart, Figure } from '../charts/chart.ts';
import { chartCalled, chartShowing } from '../charts/choose.ts';
import type { Database } from '../database/database.ts';
import { answer } from '../figure/answer.ts';
import { isBuiltAhead } from '../figure/built-ahead.ts';
import { computeInWorker } from '../figure/compute-in-worker.ts';
import { widthsOf, type Drawing } from '../figure/draw.ts';
import { format, plainParams, type Selection, type Vocabulary } from '../selection/index.ts';
import { isFollowing } from '../selection/url.svelte.ts';
import type { OpenRelease } from './open-release.svelte.ts';
import { pictures } from './pictures.ts';
import { reasonOf } from './reason-of.ts';
import { Silence } from './silence.svelte.ts';
import { figureAhead } from './site-files.ts';
import { titleOf } from '../figure/titles.ts';

/** After so long it is said again that something is waited for. */
const SPOKEN_AGAIN_MS = 10_000;

/** A figure with its chart and pictures. `drawings` is null while the pictures of the prerendered page stand. */
export interface View {
  readonly chart: Chart;
  readonly figure: Figure;
  readonly drawings: readonly Drawing[] | null;
}

/**
 * How what stands is to what the link asks for. `shown`: it is that. `dimmed`: it is what the reader saw before the last
 * change. `awaited`: it is something the reader never asked for. `failed`: what is asked for cannot be had.
 */
export type Stage = 'shown' | 'dimmed' | 'awaited' | 'failed';

/** A figure as it is now and what becomes of it. */
export type LiveFigure = ReturnType<typeof live>;

/**
 * A figure that follows a selection and the release that is open. It keeps its own words and picture until the next
 * figure is answered *and* drawn, and then changes both at once; late answers are dropped. A figure of many resamples is
 * shown as soon as the first of them are made, and again with all. Figures of another release than the open one are never
 * taken for answers; published ones hold for any.
 *
 * @param charts those that may show it, which share one vocabulary
 * @param selection the selection now asked for
 * @param initial the prerendered figure of the default selection
 */
export function live(charts: readonly Chart[], selection: () => Selection, initial: Figure, release: OpenRelease) {
  const { vocabulary } = charts[0]!;
  // A page reached by a click inside the site has no prerendered picture to keep.
  const undrawn = isFollowing();
  let view = $state.raw<View>({
    chart: chartCalled(charts, initial.chart),
    figure: initial,
    drawings: undrawn ? [] : null
  });
  /** Whether what is shown is drawn, and made of all its resamples. */
  let whole = !undrawn;
  let pending = $state(false);
  let progress = $state('');
  let failure = $state<string | null>(null);
  let attempt = $state(0);
  /** Whether what stands was once what the link asked for. */
  let seen = $state(false);
  const silence = new Silence();
  /** What is said aloud of the waiting: not each step. */
  let spoken = $state('');
  let slow: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void)[] = [];
  /** What holds the pictures in the page. */
  let holder: HTMLElement | undefined;
  /** What was drawn last, or is being drawn. */
  let drawing: { readonly rows: Figure['rows']; readonly pictures: Promise<readonly Drawing[]> } | undefined;
  const link = $derived(format(selection(), vocabulary).toString());

  const holds = ({ provenance }: Figure) =>
    provenance.source === 'published' || provenance.version === release.manifest.version;
  const isBehind = () => view.figure.link !== link || !holds(view.figure);

  function done(reason: string | null) {
    failure = reason;
    pending = false;
    seen = reason === null;
    silence.end();
    clearTimeout(slow);
    spoken = '';
    // What fails may be of a version of the site that is gone.
    if (reason !== null) void updated.check();
    waiting.forEach((go) => go());
    waiting = [];
  }

  function say(words: string) {
    progress = words;
    silence.listen();
  }

  /**
   * The pictures of a figure: only the one that is seen, where another of the chart's stands, so that it is there at once.
   * Where only the words have changed nothing is drawn.
   */
  function drawn(chart: Chart, figure: Figure): Promise<readonly Drawing[]> {
    return drawing?.rows !== figure.rows ? draws(figure, drawSeen(chart, figure)) : drawing.pictures;
  }

  function draws({ rows }: Figure, pictures: Promise<readonly Drawing[]>): Promise<readonly Drawing[]> {
    const made = (drawing = { rows, pictures });
    // What could not be drawn is drawn when it is tried again.
    pictures.catch(() => (drawing = drawing === made ? undefined : drawing));
    return pictures;
  }

  function drawSeen(chart: Chart, figure: Figure): Promise<readonly Drawing[]> {
    const seen = [...(holder?.children ?? [])].find((drawing) => drawing.getClientRects().length > 0);
    const width = widthsOf(chart).find((width) => seen?.classList.contains(`drawing-${width}`));
    return pictures(chart, figure, width === undefined ? width : [width]);
  }

  /** Draws the widths that are not seen once the page has time. */
  function drawRest({ chart, figure, drawings }: View) {
    const rest = widthsOf(chart).filter((width) => !drawings?.some((drawing) => drawing.width === width));
    if (!drawings?.length || rest.length === 0) return;
    (globalThis.requestIdleCallback ?? setTimeout)(async () => {
      if (view.drawings !== drawings) return;
      const more = await pictures(chart, figure, rest).catch(() => []);
      if (view.drawings !== drawings) return;
      const all = [...drawings, ...more].sort((a, b) => a.width - b.width);
      if (drawing?.rows === figure.rows) draws(figure, Promise.resolve(all));
      view = { ...view, drawings: all };
    });
  }

  function show(next: View) {
    const same = view.drawings === next.drawings;
    view = next;
    if (!same) drawRest(next);
  }

  async function showFirst(chart: Chart, figure: Figure, signal: AbortSignal) {
    const drawings = await drawn(chart, figure);
    if (signal.aborted || !pending) return;
    whole = false;
    progress = 'task' in chart && chart.task ? 'Narrowing down the intervals' : 'Testing whether the groups differ';
    silence.end();
    show({ chart, figure, drawings });
    seen = true;
  }

  async function next(wanted: Selection, signal: AbortSignal): Promise<View> {
    const plain = plainLink(wanted, vocabulary);
    const asked = { selection: wanted, link };
    // What stands is shown otherwise, as a table or in words: nothing is asked or drawn anew.
    if (whole && holds(view.figure) && plainLink(view.figure.selection, vocabulary) === plain)
      return { ...view, figure: { ...view.figure, ...asked } };
    const chart = chartShowing(charts, wanted);
    const figure = { ...(await figureOf(chart, wanted, plain, signal)), ...asked };
    return { chart, figure, drawings: await drawn(chart, figure) };
  }

  async function figureOf(chart: Chart, wanted: Selection, plain: string, signal: AbortSignal): Promise<Figure> {
    // What the site was built with was also answered ahead.
    if (holds(initial)) {
      if (link === initial.link) return initial;
      if (isBuiltAhead(vocabulary, plain) && !isApart(chart))
        return figureAhead(chart, plain, initial.provenance.version);
    }
    return answer(answerable(chart), wanted, required(release.database), signal, say, {
      compute: computeInWorker,
      first: (figure) => void showFirst(chart, figure, signal)
    });
  }

  // The first change finds the list of what is built ahead made.
  $effect(() => {
    if (isFollowing()) (globalThis.requestIdleCallback ?? setTimeout)(() => isBuiltAhead(vocabulary, ''));
  });

  $effect(() => {
    // Only these ask anew: neither a selection that is read again but says the same, nor what is shown meanwhile.
    void [attempt, link, release.database];
    if (!isFollowing()) return;
    if (untrack(() => whole && !isBehind())) return void done(null);
    const controller = new AbortController();
    if (untrack(() => !isBehind())) seen = true;
    pending = true;
    progress = '';
    failure = null;
    silence.listen();
    spoken = 'Working out the figure';
    clearTimeout(slow);
    slow = setTimeout(() => (spoken = 'Still working out the figure'), SPOKEN_AGAIN_MS);
    untrack(() => next(selection(), controller.signal)).then(
      (found) => {
        if (controller.signal.aborted) return;
        whole = true;
        show(found);
        done(null);
      },
      (error: unknown) => {
        if (!controller.signal.aborted) done(reasonOf(error));
      }
    );
    return () => {
      controller.abort();
      silence.end();
    };
  });

  const stage = $derived.by((): Stage => {
    if (!isBehind()) return 'shown';
    if (failure !== null) return 'failed';
    return seen ? 'dimmed' : 'awaited';
  });
  /** What the link asks, whatever stands. */
  const question = $derived(chartShowing(charts, selection()).question(selection(), release.manifest.undocumented));

  return {
    get view() {
      return view;
    },
    get stage() {
      return stage;
    },
    get question() {
      return question;
    },
    /** What the page is called: what was found, or what is asked until it is. */
    get title() {
      return stage === 'shown' ? titleOf(view.figure) : question;
    },
    get pending() {
      return pending;
    },
    /** What is being done, in words; empty when there is nothing to say. */
    get progress() {
      return progress;
    },
    /** What is said aloud of the waiting; empty when nothing is waited for. */
    get spoken() {
      return spoken;
    },
    get failure() {
      return failure;
    },
    /** Nothing has come for a while, though something is waited for. */
    get silent() {
      return silence.fallen;
    },
    /** True while the figure shown is not the one the link asks for, or not of the open release. */
    get behind() {
      return isBehind();
    },
    /** Told of what holds the pictures in the page, so that the one that is seen is drawn first. */
    shownIn(element: HTMLElement | undefined) {
      holder = element;
    },
    retry() {
      attempt++;
    },
    /** Waits as long again before anything is said. */
    wait: () => silence.listen(),
    /** Resolves when no figure is being worked out, so that what can wait never stands in its way. */
    async settled() {
      // A change just made is noticed first.
      await tick();
      while (pending) await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
}

/** The link of what is asked, whatever way it is set out in: table, in any order, and words say the same as the chart. */
function plainLink(selection: Selection, vocabulary: Vocabulary): string {
  const params = plainParams(selection.params, vocabulary.params);
  return format({ ...selection, params }, vocabulary).toString();
}

/** Whether a figure has to be made without the server: offline the tables are there, and what was built of them is not. */
const isApart = ({ source }: Chart) => source === 'database' && !navigator.onLine;

/** Figures of published charts are all built ahead; one that is not cannot be asked for. */
function answerable(chart: Chart): DatabaseChart {
  if (chart.source !== 'database') throw new Error('There is no such view of the published figures');
  return chart;
}

function required(database: Database | null): Database {
  if (!database) throw new Error('This figure cannot change here');
  return database;
}
