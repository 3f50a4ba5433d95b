import { unpacked, type PackedEntry } from '../search/entry.ts';
import type { Finder } from '../search/finder.ts';

let ready: Promise<Finder> | undefined;

async function fetched(address: string): Promise<Finder> {
  const [{ finder }, response] = await Promise.all([import('../search/finder.ts'), fetch(address)]);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return finder(((await response.json()) as PackedEntry[]).map(unpacked));
}

/** What looks everything up, fetched once; a failure is forgotten, so that the next try asks again. */
export function searching(address: string): Promise<Finder> {
  ready ??= fetched(address).catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  return ready;
}
