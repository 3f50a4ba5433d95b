import { sha256, type Manifest } from '../dataset/index.ts';
import { fetchBytes } from './fetch-bytes.ts';
import type { Folder } from './folder.ts';

/** So much of a file's hash stands in its address: what was fetched for another release is not taken from a cache. */
const VERSION = 10;

/** The address of a file in its folder. */
export const addressed = (name: string, { sha256 }: Pick<Manifest['files'][string], 'sha256'>) =>
  `${name}?v=${sha256.slice(0, VERSION)}`;

/** `PAR1`, which every Parquet file begins with. */
const PARQUET = [0x50, 0x41, 0x52, 0x31];

/**
 * The bytes of a shipped file, which are those that the manifest tells of. Servers may send them compressed.
 *
 * @param come told how many bytes have come, unpacked
 * @throws Error with the end of a plain sentence when the folder does not give them, or gives others
 */
export async function fetchTableFile(
  name: string,
  { files }: Pick<Manifest, 'files'>,
  folder: Folder,
  come: (bytes: number) => void,
  signal?: AbortSignal
): Promise<ArrayBuffer> {
  const wanted = files[name];
  if (wanted === undefined) throw new Error('the release does not hold it');
  if (typeof folder !== 'string') return held(folder[name], wanted, come);
  const address = `${folder}${addressed(name, wanted)}`;
  const { buffer } = await fetchBytes(address, { progress: come, signal, begins: PARQUET, length: wanted.bytes });
  // Browsers hash for pages of https alone; the file's own checksum is looked at in any case.
  if (globalThis.isSecureContext && (await sha256(buffer)) !== wanted.sha256) {
    throw new Error('it was damaged on its way, or belongs to another version of this site than the page');
  }
  return buffer;
}

/** The bytes of a file at hand, unless the browser has lost or changed it. */
async function held(
  file: Blob | undefined,
  wanted: Manifest['files'][string],
  come: (bytes: number) => void
): Promise<ArrayBuffer> {
  const buffer = await file?.arrayBuffer().catch(() => undefined);
  if (buffer === undefined) throw new Error('the browser no longer holds it');
  come(buffer.byteLength);
  if ((await sha256(buffer)) !== wanted.sha256) throw new Error('what the browser kept of it is damaged');
  return buffer;
}
