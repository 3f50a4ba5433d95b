import type { Manifest } from '../dataset/index.ts';
import { fetchTableFile } from './fetch-table-file.ts';
import type { Folder } from './folder.ts';
import { parquetToArrow } from './parquet.ts';

/** Ask: one file of the tables by name, in a folder. */
export interface ParquetRequest {
  readonly name: string;
  readonly manifest: Manifest;
  readonly folder: Folder;
}

/** Reply: how many bytes of the file have come; at last the file as an Arrow IPC stream, or why not. */
export type ParquetReply = { readonly name: string } & (
  { readonly come: number } | { readonly arrow: Uint8Array } | { readonly error: string }
);

const post = (reply: ParquetReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

self.onmessage = async ({ data: { name, manifest, folder } }: MessageEvent<ParquetRequest>) => {
  try {
    const file = await fetchTableFile(name, manifest, folder, (come) => post({ name, come }));
    const arrow = await parquetToArrow(file);
    post({ name, arrow }, [arrow.buffer as ArrayBuffer]);
  } catch (error) {
    post({ name, error: error instanceof Error ? error.message : String(error) });
  }
};
