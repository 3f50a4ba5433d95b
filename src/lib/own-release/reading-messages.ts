import type { ReleaseFileName } from '../release/files.ts';
import type { FileProblems } from '../release/report.ts';
import type { ShippedManifest } from '../release/shipped/manifest.ts';
import type { NotShelved } from './shelf/shelve.ts';

/** What a reader has brought, by the name that each file has in a release. */
export type BroughtFiles = Readonly<Partial<Record<ReleaseFileName, Blob>>>;

/** To the worker: the files of a release, once. */
export interface ReadingRequest {
  readonly read: BroughtFiles;
}

/** How far reading has got. */
export interface ReadingProgress {
  /** What is being done: the name of a file that is read; or the tables are written, or kept in the browser. */
  readonly doing: ReleaseFileName | 'tables' | 'shelf';
  /** Bytes read of all files, and those there are. */
  readonly bytes: number;
  readonly whole: number;
}

/** From the worker: how far it has got; at last the files of the site, or what is wrong with those that were brought. */
export type ReadingReply =
  | ReadingProgress
  | {
      readonly manifest: ShippedManifest;
      readonly files: Readonly<Record<string, ArrayBuffer>>;
      /** Null when the browser keeps it. */
      readonly notShelved: NotShelved | null;
    }
  | { readonly problems: readonly FileProblems[] }
  | { readonly error: string };
