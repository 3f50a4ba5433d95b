import type { Manifest } from '../dataset/index.ts';
import { fetchBytes } from './fetch-bytes.ts';

/** So much of a file's hash stands in its address: what was fetched for another release is not taken from a cache. */
const VERSION = 10;

/** `PAR1`, which every Parquet file begins with. */
const PARQUET = [0x50, 0x41, 0x52, 0x31];

/**
 * The bytes of a shipped file, which are those that the manifest tells of. Servers may send them compressed.
 *
 * @param folder address of the folder with the files, ending in `/`
 * @param come told how many bytes have come, unpacked
 * @throws Error with the end of a plain sentence when the server does not send them, or sends others
 */
export async function fetchTableFile(
  name: string,
  { files }: Manifest,
  folder: string,
  come: (bytes: number) => void,
  signal?: AbortSignal
): Promise<ArrayBuffer> {
  const wanted = files[name];
  if (wanted === undefined) throw new Error('the release does not hold it');
  const address = `${folder}${name}?v=${wanted.sha256.slice(0, VERSION)}`;
  const { buffer } = await fetchBytes(address, { progress: come, signal, begins: PARQUET, length: wanted.bytes });
  // Browsers hash for pages of https alone; the file's own checksum is looked at in any case.
  if (globalThis.isSecureContext && (await sha256(buffer)) !== wanted.sha256) {
    throw new Error('it was damaged on its way, or belongs to another version of this site than the page');
  }
  return buffer;
}

/** In hexadecimal. */
async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
