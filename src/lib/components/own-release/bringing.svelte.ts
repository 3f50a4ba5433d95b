import type { ReadingProgress, BroughtFiles } from '../../own-release/reading-messages.ts';
import type { FileProblems } from '../../release/report.ts';
import { releaseFileNames, requiredFileNames, type ReleaseFileName } from '../../release/files.ts';
import { reasonOf } from '../reason-of.ts';
import type { OwnRelease } from './own-release.svelte.ts';

/** How far the files that a reader brings have got. */
export type Stage =
  | { readonly is: 'choosing' }
  | { readonly is: 'reading'; readonly progress: ReadingProgress | null }
  | { readonly is: 'opening' }
  | { readonly is: 'refused'; readonly problems: readonly FileProblems[] }
  | { readonly is: 'failed'; readonly reason: string }
  | { readonly is: 'opened' };

/** A file that a reader brought, by what it was recognised as. */
export interface Brought {
  readonly name: ReleaseFileName;
  readonly file: File;
}

/** What a reader brings of a release: files are recognised as they come, read together, and opened on the whole site. */
export function bringing(own: OwnRelease) {
  let brought = $state.raw<readonly Brought[]>([]);
  let unknown = $state.raw<readonly string[]>([]);
  let stage = $state.raw<Stage>({ is: 'choosing' });
  let work: AbortController | null = null;

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
    get busy() {
      return stage.is === 'reading' || stage.is === 'opening';
    },
    /** Takes files in; one that is brought again takes the place of the one before. */
    async add(files: Iterable<File>) {
      const { recognise } = await import('../../release/recognise.ts');
      const strange: string[] = [];
      for (const file of files) {
        const name = await recognise(file, file.name).catch(() => null);
        if (name === null) strange.push(file.name);
        else {
          const all = [...brought.filter((one) => one.name !== name), { name, file }];
          brought = all.sort((a, b) => releaseFileNames.indexOf(a.name) - releaseFileNames.indexOf(b.name));
        }
      }
      unknown = strange;
      stage = { is: 'choosing' };
    },
    leaveOut(name: ReleaseFileName) {
      brought = brought.filter((one) => one.name !== name);
      stage = { is: 'choosing' };
    },
    /** Reads what was brought and opens it; what was open stays until it is there whole. */
    async read() {
      const { signal } = (work = new AbortController());
      stage = { is: 'reading', progress: null };
      try {
        const { readInWorker } = await import('../../own-release/read-in-worker.ts');
        const files = Object.fromEntries(brought.map(({ name, file }) => [name, file])) as BroughtFiles;
        const held = await readInWorker(files, (progress) => (stage = { is: 'reading', progress }), signal);
        stage = { is: 'opening' };
        await own.open(held);
        stage = { is: 'opened' };
      } catch (error) {
        if (signal.aborted) stage = { is: 'choosing' };
        else if (error instanceof Error && 'problems' in error)
          stage = { is: 'refused', problems: error.problems as readonly FileProblems[] };
        else stage = { is: 'failed', reason: reasonOf(error) };
      }
    },
    cancel() {
      work?.abort(new DOMException('The reader cancelled', 'AbortError'));
    }
  };
}

export type Bringing = ReturnType<typeof bringing>;
