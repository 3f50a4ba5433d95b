import { tick, untrack } from 'svelte';
import { base } from '$app/paths';
import type { Assets, Chart, DatabaseChart, Figure } from '../charts/chart.ts';
import { chartFor, chartNamed } from '../charts/index.ts';
import type { Database } from '../database/database.ts';
import { answer } from '../figure/answer.ts';
import { fileOf, isBuiltAhead, type AheadFile } from '../figure/built-ahead.ts';
import { computeInWorker } from '../figure/compute-in-worker.ts';
import { draw, type Drawing } from '../figure/draw.ts';
import { nameOf } from '../figure/drawn.ts';
import { format, plainParams, type Selection, type Vocabulary } from '../selection/index.ts';
import { isFollowing } from '../selection/url.svelte.ts';

/** A figure with its pictures. `drawings` is null while the pictures of the prerendered page stand. */
export interface View {
  readonly figure: Figure;
  readonly drawings: readonly Drawing[] | null;
}

const world: { promise: Promise<Assets['world']> | null } = { promise: null };

async function assetsFor(chart: Chart): Promise<Assets> {
  if (!chart.needs.includes('world')) return {};
  world.promise ??= fetch(`${base}/geometry/world.json`).then((response) => {
    if (!response.ok) throw new Error('The map could not be loaded');
    return response.json() as Promise<Assets['world']>;
  });
  world.promise.catch(() => (world.promise = null));
  return { world: await world.promise };
}

async function pictures(chart: Chart, figure: Figure): Promise<Drawing[]> {
  const [plot, assets] = await Promise.all([import('@observablehq/plot'), assetsFor(chart)]);
  return draw(plot, document, chart, figure, nameOf(figure), assets);
}

/** A figure as it is now and what becomes of it. */
export type LiveFigure = ReturnType<typeof live>;

/**
 * A figure that follows a selection. It keeps its own words and picture until the next figure is answered *and* drawn,
 * and then changes both at once; late answers are dropped. Which chart shows it depends on the selection.
 *
 * @param vocabulary the page's
 * @param selection the selection now asked for
 * @param initial the prerendered figure of the default selection
 */
export function live(vocabulary: Vocabulary, selection: () => Selection, initial: Figure, database: Database | null) {
  // A page reached by a click inside the site has no prerendered picture to keep.
  let undrawn = isFollowing();
  // What is shown rests on the first resamples only.
  let early = false;
  let view = $state.raw<View>({ figure: initial, drawings: undrawn ? [] : null });
  let pending = $state(false);
  let progress = $state('');
  let failure = $state<string | null>(null);
  let attempt = $state(0);
  let waiting: (() => void)[] = [];
  const link = $derived(format(selection(), vocabulary).toString());

  function done() {
    pending = false;
    waiting.forEach((go) => go());
    waiting = [];
  }

  /** Shows a figure of the first resamples while the others are still being made. */
  async function showFirst(figure: Figure, signal: AbortSignal) {
    const drawings = await pictures(chartNamed(figure.chart), figure);
    if (signal.aborted || !pending) return;
    [undrawn, early] = [false, true];
    progress = 'Narrowing down the intervals';
    view = { figure, drawings };
    await reveal();
  }

  async function next(signal: AbortSignal): Promise<View> {
    const wanted = selection();
    const chart = chartFor(vocabulary, wanted);
    const plain = plainLink(wanted, vocabulary);
    const shown = untrack(() => view);
    // What stands is shown otherwise, as a table or in words: nothing is asked or drawn anew.
    if (plainLink(shown.figure.selection, vocabulary) === plain && !undrawn && !early) {
      return { ...shown, figure: { ...shown.figure, selection: wanted, link } };
    }
    if (link === initial.link) return { figure: initial, drawings: await pictures(chart, initial) };
    const figure = isBuiltAhead(vocabulary, plain)
      ? { ...(await fetchAhead(chart, plain, initial.provenance.version)), selection: wanted, link }
      : await answer(answerable(chart), selection(), required(database), signal, (words) => (progress = words), {
          compute: computeInWorker,
          first: (figure) => void showFirst(figure, signal)
        });
    return { figure, drawings: await pictures(chart, figure) };
  }

  // The first change finds the list of what is built ahead made.
  $effect(() => {
    if (isFollowing()) (globalThis.requestIdleCallback ?? setTimeout)(() => isBuiltAhead(vocabulary, ''));
  });

  $effect(() => {
    void attempt;
    if (!isFollowing()) return;
    const wanted = link;
    // What is shown meanwhile must not start the question anew.
    if (untrack(() => view.figure.link === wanted && !undrawn && !early)) {
      done();
      failure = null;
      void reveal();
      return;
    }
    const controller = new AbortController();
    pending = true;
    progress = '';
    failure = null;
    // Only the link asks anew: a selection that is read again, but says the same, must not.
    untrack(() => next(controller.signal)).then(
      async (found) => {
        if (controller.signal.aborted) return;
        [undrawn, early] = [false, false];
        view = found;
        done();
        await reveal();
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        failure = reasonOf(error);
        done();
        void reveal();
      }
    );
    return () => controller.abort();
  });

  return {
    get view() {
      return view;
    },
    get pending() {
      return pending;
    },
    /** What is being done, in words; empty when there is nothing to say. */
    get progress() {
      return progress;
    },
    get failure() {
      return failure;
    },
    /** True while the figure shown is not the one the link asks for. */
    get behind() {
      return view.figure.link !== link;
    },
    /** The widest picture of what is shown, drawn now while the prerendered one stands; null when there is none. */
    async picture(): Promise<string | null> {
      const drawings = view.drawings?.length
        ? view.drawings
        : await pictures(chartNamed(view.figure.chart), view.figure);
      return drawings.at(-1)?.svg ?? null;
    },
    retry() {
      attempt++;
    },
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

/** Browsers report a lost connection as a TypeError with words of their own; other TypeErrors are the page's own fault. */
function reasonOf(error: unknown): string {
  if (!(error instanceof TypeError)) return error instanceof Error ? error.message : String(error);
  if (/fetch|import|network|load/i.test(error.message)) return 'the connection was lost';
  console.error(error);
  return 'there is a mistake in this page';
}

/** Figures of published charts are all built ahead; one that is not cannot be asked for. */
function answerable(chart: Chart): DatabaseChart {
  if (chart.source !== 'database') throw new Error('There is no such view of the published figures');
  return chart;
}

function required(database: Database | null): Database {
  if (!database) throw new Error('This figure cannot change here');
  return database;
}

const fetching = new Map<string, Promise<AheadFile>>();

/** A figure built ahead. Figures that change together are asked for at once and fetched once. */
async function fetchAhead(chart: Chart, link: string, version: string): Promise<Figure> {
  const address = `${base}/figures/${version}/${fileOf(chart, link)}.json`;
  const file = fetching.get(address) ?? fetchFile(address).finally(() => fetching.delete(address));
  fetching.set(address, file);
  return (await file)[chart.name]!;
}

async function fetchFile(address: string): Promise<AheadFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error('The figure could not be loaded');
  return (await response.json()) as AheadFile;
}

/** Lets `before-paint.js`'s cover go once the page shows what the link asks for, or says why not. */
async function reveal(): Promise<void> {
  await tick();
  document.documentElement.removeAttribute('data-awaiting-link');
  document.documentElement.removeAttribute('data-link-late');
}
