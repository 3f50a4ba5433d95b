import type { DatabaseChart, Figure } from '../../charts/chart.ts';
import type { Database } from '../../database/database.ts';
import type { Rerun } from '../../figure/rerun/rerun.ts';
import type { Statement } from '../../figure/rerun/statements.ts';
import { started } from './started.svelte.ts';

/** So long without a sign, and the reader is told that nothing comes. */
const SILENT_AFTER_MS = 8_000;

/** What becomes of the statements that a reader runs. */
export type Running = ReturnType<typeof running>;

/** Runs a figure's statements when told, and says how far they are. Nothing is run, and no engine started, before. */
export function running(
  chart: DatabaseChart,
  figure: () => Figure,
  statements: readonly Statement[],
  database: Database
) {
  let controller: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let now = $state<'idle' | 'running' | 'cancelled' | 'failed' | 'done'>('idle');
  let progress = $state('');
  let silent = $state(false);
  let reason = $state('');
  let result = $state.raw<Rerun | null>(null);

  function listen() {
    clearTimeout(timer);
    silent = false;
    timer = setTimeout(() => (silent = true), SILENT_AFTER_MS);
  }

  function end(as: typeof now) {
    controller?.abort();
    controller = null;
    clearTimeout(timer);
    silent = false;
    now = as;
  }

  async function run() {
    end('running');
    const own = (controller = new AbortController());
    [progress, reason, result] = ['Starting', '', null];
    listen();
    try {
      const { rerun } = await import('../../figure/rerun/rerun.ts');
      const found = await rerun(chart, figure(), statements, database, own.signal, (words) => {
        if (controller !== own) return;
        progress = words;
        listen();
      });
      if (controller !== own) return;
      started.version = database.manifest.version;
      result = found;
      end('done');
    } catch (error) {
      if (controller !== own) return;
      reason = error instanceof Error ? error.message : String(error);
      end('failed');
    }
  }

  return {
    get now() {
      return now;
    },
    /** What is being done, in words. */
    get progress() {
      return progress;
    },
    /** Nothing has come for a while. */
    get silent() {
      return silent;
    },
    /** Why it failed. */
    get reason() {
      return reason;
    },
    get result() {
      return result;
    },
    run,
    cancel: () => end('cancelled'),
    /** Waits as long again before anything is said. */
    wait: listen,
    /** Lets go of everything: the figure has changed or gone. */
    stop: () => end('idle')
  };
}
