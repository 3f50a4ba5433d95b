import { ReleaseError } from '../release/report.ts';
import { readFiles } from './read-files.ts';
import type { ReadingReply, ReadingRequest } from './reading-messages.ts';
import { shelve } from './shelf/shelve.ts';

const post = (reply: ReadingReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

self.onmessage = async ({ data: { read } }: MessageEvent<ReadingRequest>) => {
  try {
    const release = await readFiles(read, post);
    const { manifest, files } = release;
    const whole = Object.values(read).reduce((sum, { size }) => sum + size, 0);
    post({ doing: 'shelf', bytes: whole, whole });
    const notShelved = await shelve(release);
    const buffers = Object.fromEntries([...files].map(([name, { buffer }]) => [name, buffer]));
    post({ manifest, files: buffers, notShelved }, Object.values(buffers));
  } catch (error) {
    if (error instanceof ReleaseError) post({ problems: error.problems });
    else post({ error: error instanceof Error ? error.message : String(error) });
  }
};
