import type { ReleaseFile, ReleaseFileName, ReleaseFiles } from '../release/files.ts';
import { readRelease } from '../release/read.ts';
import { ship, type ShippedRelease } from '../release/shipped/ship.ts';
import type { BroughtFiles, ReadingProgress } from './reading-messages.ts';

/** A step of progress is told when so many bytes more have been read. */
const STEP = 1 << 20;

/**
 * Reads what was brought as the build reads a release, and writes what the site reads: the same files, the same bytes.
 *
 * @throws ReleaseError with every problem of every file when anything must be refused
 */
export async function readFiles(
  brought: BroughtFiles,
  say: (progress: ReadingProgress) => void
): Promise<ShippedRelease> {
  const whole = Object.values(brought).reduce((sum, { size }) => sum + size, 0);
  let bytes = 0;
  let told = 0;
  let doing: ReadingProgress['doing'] = 'survey.jsonl';
  function come(name: ReleaseFileName, length: number) {
    bytes += length;
    if (doing === name && bytes - told < STEP) return;
    [doing, told] = [name, bytes];
    say({ doing, bytes, whole });
  }
  const files = Object.entries(brought).map(([name, blob]) => [
    name,
    counted(name as ReleaseFileName, blob, (length) => come(name as ReleaseFileName, length))
  ]);
  const release = await readRelease(Object.fromEntries(files) as ReleaseFiles, () => {});
  say({ doing: 'tables', bytes: whole, whole });
  return ship(release);
}

/** A file that says how much of it is taken. */
function counted(name: ReleaseFileName, blob: Blob, come: (length: number) => void): ReleaseFile {
  const counting = () =>
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        come(chunk.length);
        controller.enqueue(chunk);
      }
    });
  return { name, bytes: blob.size, open: () => blob.stream().pipeThrough(counting()) };
}
