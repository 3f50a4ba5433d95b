import { filesOf, tableNames, type Manifest } from '../dataset/index.ts';

/** A file of the engine: its bytes, and how many of them are sent where a server compresses. */
interface EngineFile {
  readonly bytes: number;
  readonly sent: number;
}

/**
 * The files of DuckDB-WASM 1.32.0 that a page loads, `sent` as brotli. An unpacked length that differs from the file's is
 * a file that did not come whole; a test holds these to the package.
 */
export const engineFiles: Readonly<Record<'wasm' | 'script', EngineFile>> = {
  wasm: { bytes: 34_242_586, sent: 5_065_391 },
  script: { bytes: 772_759, sent: 155_830 }
};

/** Bytes of the engine's files as they are sent. */
export const engineBytes = Object.values(engineFiles).reduce((all, { sent }) => all + sent, 0);

/** Bytes that starting SQL loads: the engine's files and those of the tables, which the page may have already. */
export function bytesToStart({ files }: Pick<Manifest, 'files'>): number {
  return tableNames.flatMap(filesOf).reduce((all, name) => all + (files[name]?.bytes ?? 0), engineBytes);
}
