import { parquetToArrow } from './parquet.ts';

/** Ask: one Parquet file by absolute address. */
export interface ParquetRequest {
  readonly id: number;
  readonly url: string;
}

/** Reply: progress in bytes, then the Arrow IPC stream, or why not. */
export type ParquetReply =
  | { readonly id: number; readonly loaded: number }
  | { readonly id: number; readonly arrow: Uint8Array }
  | { readonly id: number; readonly error: string };

const post = (reply: ParquetReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

self.onmessage = async ({ data: { id, url } }: MessageEvent<ParquetRequest>) => {
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.byteLength;
      post({ id, loaded: size });
    }
    const file = new Uint8Array(size);
    chunks.reduce((at, chunk) => (file.set(chunk, at), at + chunk.byteLength), 0);
    const arrow = await parquetToArrow(file.buffer);
    post({ id, arrow }, [arrow.buffer as ArrayBuffer]);
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
