import type { ReadingProgress, BroughtFiles } from '../../own-release/reading-messages.ts';
import type { FileProblems } from '../../release/report.ts';
import { releaseFileNames, requiredFileNames, type ReleaseFileName } from '../../release/files.ts';
import { officialSources } from '../../release/sources.ts';
import { reasonOf } from '../reason-of.ts';
import type { OwnRelease } from './own-release.svelte.ts';

/** How far the files that a reader brings have got. */
export type BringingStage =
  | { readonly is: 'choosing' }
  /** Files come from their public home: which, and how many bytes of all of them have come. */
  | { readonly is: 'fetching'; readonly name: ReleaseFileName; readonly bytes: number; readonly whole: number }
  | { readonly is: 'reading'; readonly progress: ReadingProgress | null }
  | { readonly is: 'opening' }
  | { readonly is: 'refused'; readonly problems: readonly FileProblems[] }
  | { readonly is: 'failed'; readonly reason: string }
  | { readonly is: 'opened' };

/** A file that a reader brought, by what it was recognised as. */
export interface Brought {
  readonly name: ReleaseFileName;
  readonly file: Blob;
  /** What it was called. */
  readonly called: string;
}

/** What a reader brings of a release: files are recognised as they come, read together, and opened on the whole site. */
export function bringing(own: OwnRelease) {
  let brought = $state.raw<readonly Brought[]>([]);
  let unknown = $state.raw<readonly string[]>([]);
  let stage = $state.raw<BringingStage>({ is: 'choosing' });
  /** Files that the public home does not have, and that a release can do without. */
  let notThere = $state.raw<readonly ReleaseFileName[]>([]);
  let work: AbortController | null = null;

  function put(one: Brought) {
    const all = [...brought.filter(({ name }) => name !== one.name), one];
    brought = all.sort((a, b) => releaseFileNames.indexOf(a.name) - releaseFileNames.indexOf(b.name));
  }

  /** Does something that can be cancelled, and says what came of it. */
  async function attempt(doing: (signal: AbortSignal) => Promise<void>) {
    const { signal } = (work = new AbortController());
    try {
      await doing(signal);
    } catch (error) {
      if (signal.aborted) stage = { is: 'choosing' };
      else if (error instanceof Error && 'problems' in error)
        stage = { is: 'refused', problems: error.problems as readonly FileProblems[] };
      else stage = { is: 'failed', reason: reasonOf(error) };
    }
  }

  async function readAll(signal: AbortSignal) {
    stage = { is: 'reading', progress: null };
    const { readInWorker } = await import('../../own-release/read-in-worker.ts');
    const files = Object.fromEntries(brought.map(({ name, file }) => [name, file])) as BroughtFiles;
    const held = await readInWorker(files, (progress) => (stage = { is: 'reading', progress }), signal);
    stage = { is: 'opening' };
    await own.open(held);
    stage = { is: 'opened' };
  }

  async function fetchAll(signal: AbortSignal) {
    const { NotFromHome, fromHome } = await import('../../own-release/from-home.ts');
    const wanted = officialSources.filter(({ name }) => !brought.some((one) => one.name === name));
    const whole = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
    let before = 0;
    notThere = [];
    for (const source of wanted) {
      const { name, required } = source;
      const come = (bytes: number) => (stage = { is: 'fetching', name, bytes: before + bytes, whole });
      come(0);
      try {
        const file = await fromHome(source, { come, signal });
        put({ name, file, called: name });
        before += file.size;
      } catch (error) {
        if (!(error instanceof NotFromHome)) throw error;
        if (!error.gone || required) throw new Error(`${name} could not be had: ${error.message}`, { cause: error });
        notThere = [...notThere, name];
      }
    }
  }

  const lacking = $derived(requiredFileNames.filter((name) => !brought.some((one) => one.name === name)));

  return {
    /** In the order of a release's files. */
    get brought() {
      return brought;
    },
    /** Names of files that are none of a release's. */
    get unknown() {
      return unknown;
    },
    /** Files without which there is no release, that have not come yet. */
    get lacking() {
      return lacking;
    },
    get stage() {
      return stage;
    },
    get notThere() {
      return notThere;
    },
    get busy() {
      return ['fetching', 'reading', 'opening'].includes(stage.is);
    },
    /** Takes files in; one that is brought again takes the place of the one before. */
    async add(files: Iterable<File>) {
      const { recognise } = await import('../../release/recognise.ts');
      const strange: string[] = [];
      for (const file of files) {
        const name = await recognise(file, file.name).catch(() => null);
        if (name === null) strange.push(file.name);
        else put({ name, file, called: file.name });
      }
      unknown = strange;
      stage = { is: 'choosing' };
    },
    leaveOut(name: ReleaseFileName) {
      brought = brought.filter((one) => one.name !== name);
      stage = { is: 'choosing' };
    },
    /** Reads what was brought and opens it; what was open stays until it is there whole. */
    read: () => attempt(readAll),
    /** Fetches what was not brought from its public home, and then reads and opens all of it. */
    fetch: () =>
      attempt(async (signal) => {
        await fetchAll(signal);
        await readAll(signal);
      }),
    cancel() {
      work?.abort(new DOMException('The reader cancelled', 'AbortError'));
    }
  };
}

export type Bringing = ReturnType<typeof bringing>;
