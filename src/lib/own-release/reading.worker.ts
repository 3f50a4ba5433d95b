import { ReleaseError } from '../release/report.ts';
import { readFiles } from './read-files.ts';
import type { ReadingReply, ReadingRequest } from './reading-messages.ts';

const post = (reply: ReadingReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

self.onmessage = async ({ data: { read } }: MessageEvent<ReadingRequest>) => {
  try {
    const { manifest, files } = await readFiles(read, post);
    const buffers = Object.fromEntries([...files].map(([name, { buffer }]) => [name, buffer]));
    post({ manifest, files: buffers }, Object.values(buffers));
  } catch (error) {
    if (error instanceof ReleaseError) post({ problems: error.problems });
    else post({ error: error instanceof Error ? error.message : String(error) });
  }
};
