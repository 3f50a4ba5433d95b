import type { DatabaseChart, Figure } from '../../charts/chart.ts';
import type { Database } from '../../database/database.ts';
import type { Rerun } from '../../figure/rerun/rerun.ts';
import type { Statement } from '../../figure/rerun/statements.ts';
import { Silence } from '../silence.svelte.ts';
import { started } from './started.svelte.ts';

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
  const silence = new Silence();
  let now = $state<'idle' | 'running' | 'cancelled' | 'failed' | 'done'>('idle');
  let progress = $state('');
  let reason = $state('');
  let result = $state.raw<Rerun | null>(null);

  function end(as: typeof now) {
    controller?.abort();
    controller = null;
    silence.end();
    now = as;
  }

  async function run() {
    end('running');
    const own = (controller = new AbortController());
    [progress, reason, result] = ['Starting', '', null];
    silence.listen();
    try {
      const { rerun } = await import('../../figure/rerun/rerun.ts');
      const found = await rerun(chart, figure(), statements, database, own.signal, (words) => {
        if (controller !== own) return;
        progress = words;
        silence.listen();
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
      return silence.fallen;
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
    wait: () => silence.listen(),
    /** Lets go of everything: the figure has changed or gone. */
    stop: () => end('idle')
  };
}
