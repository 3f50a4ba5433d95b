import scriptUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { engineFiles } from './engine-size.ts';
import { fetchBytes } from './fetch-bytes.ts';

/** What they begin with: `\0asm`, as every WebAssembly, and `"use`. */
const beginnings = { wasm: [0x00, 0x61, 0x73, 0x6d], script: [0x22, 0x75, 0x73, 0x65] };

/** The engine's files as addresses of the page's own, so that nothing is left to load when it starts. */
export interface EngineFiles {
  readonly wasm: string;
  readonly script: string;
  /** Lets go of the memory they take. */
  free(): void;
}

/**
 * Fetches the engine whole and looks at what came before it is started: the engine itself never says when its own download
 * fails, and a page in place of its script would stop it with words of the browser's.
 *
 * @param coming told how many bytes have come, of those that a server which compresses sends
 * @throws Error with a plain sentence; AbortError
 */
export async function fetchEngine(coming: (bytes: number) => void, signal: AbortSignal): Promise<EngineFiles> {
  const come = { wasm: 0, script: 0 };
  const fetchPart = (url: string, part: keyof typeof come) => {
    const { bytes: length, sent } = engineFiles[part];
    const progress = (bytes: number) => {
      // What comes packed is counted unpacked: the share of it is the same.
      come[part] = (bytes / length) * sent;
      coming(come.wasm + come.script);
    };
    return fetchBytes(url, { progress, signal, begins: beginnings[part], length });
  };
  const [program, text] = await Promise.all([fetchPart(wasmUrl, 'wasm'), fetchPart(scriptUrl, 'script')]).catch(
    (error: Error) => {
      signal.throwIfAborted();
      throw new Error(`DuckDB could not be loaded: ${error.message}`);
    }
  );
  const addresses = {
    wasm: URL.createObjectURL(new Blob([program], { type: 'application/wasm' })),
    script: URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  };
  return { ...addresses, free: () => Object.values(addresses).forEach((address) => URL.revokeObjectURL(address)) };
}
