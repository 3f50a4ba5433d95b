/** What may be told of a file that is fetched. */
export interface Fetching {
  /** Told how many bytes have come, unpacked. */
  readonly progress?: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** What the file must begin with: some servers send a page in place of a file that is not there. */
  readonly begins?: readonly number[];
  /** How long it must be. */
  readonly length?: number;
}

/**
 * All bytes at an address.
 *
 * @throws Error with the end of a plain sentence when the server does not send them, or sends something else; AbortError
 */
export async function fetchBytes(
  url: string,
  { progress, signal, begins = [], length }: Fetching = {}
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await arriving(fetch(url, { signal: signal ?? null }));
  if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await arriving(reader.read());
    if (done) break;
    if (size === 0 && begins.some((byte, i) => i < value.length && byte !== value[i])) {
      void reader.cancel().catch(() => {});
      throw somethingElse();
    }
    chunks.push(value);
    size += value.byteLength;
    progress?.(size);
  }
  const bytes = new Uint8Array(size);
  chunks.reduce((at, chunk) => (bytes.set(chunk, at), at + chunk.byteLength), 0);
  if (begins.some((byte, i) => byte !== bytes[i])) throw somethingElse();
  if (length !== undefined && size !== length) throw new Error(`${size} of its ${length} bytes came`);
  return bytes;
}

const somethingElse = () => new Error('the server sent something else under its name');

/** Browsers report a lost connection as a TypeError with words of their own. */
function arriving<T>(promise: Promise<T>): Promise<T> {
  return promise.catch((error: unknown) => {
    throw error instanceof TypeError ? new Error('the connection was lost') : error;
  });
}
