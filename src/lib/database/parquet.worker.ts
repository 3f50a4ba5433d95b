import { fetchBytes } from './fetch-bytes.ts';
import { parquetToArrow } from './parquet.ts';

/** Ask: one Parquet file by absolute address. */
export interface ParquetRequest {
  readonly id: number;
  readonly url: string;
}

/** Reply: the file as an Arrow IPC stream, or why not. */
export type ParquetReply =
  { readonly id: number; readonly arrow: Uint8Array } | { readonly id: number; readonly error: string };

const post = (reply: ParquetReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

self.onmessage = async ({ data: { id, url } }: MessageEvent<ParquetRequest>) => {
  try {
    const file = await fetchBytes(url);
    const arrow = await parquetToArrow(file.buffer);
    post({ id, arrow }, [arrow.buffer as ArrayBuffer]);
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
