import type { Source } from '../release/sources.ts';

/** A file could not be had from its public home; the message says why, as the end of a plain sentence. */
export class NotFromHome extends Error {
  override readonly name = 'NotFromHome';

  /** @param gone whether the home does not have the file */
  constructor(
    message: string,
    readonly gone = false
  ) {
    super(message);
  }
}

/** How a file is fetched. */
export interface FromHome {
  /** Told how many bytes have come, unpacked. */
  readonly come: (bytes: number) => void;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which the home is taken to have fallen silent. */
  readonly patience?: number;
}

const LESS_THAN = '<'.charCodeAt(0);

/**
 * A file of the release from its public home, whole.
 *
 * @throws NotFromHome with why it cannot be had; AbortError
 */
export async function fromHome(
  { url }: Pick<Source, 'url'>,
  { come, signal, patience = 30_000 }: FromHome
): Promise<Blob> {
  const { host } = new URL(url);
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), patience);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, silence.signal]), credentials: 'omit' });
    if (!response.ok || !response.body) throw refusal(response.status, host);
    if (response.headers.get('content-type')?.startsWith('text/html')) throw webPage(host);
    let bytes = 0;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), patience);
        if (bytes === 0 && chunk[0] === LESS_THAN) throw webPage(host);
        bytes += chunk.length;
        come(bytes);
        controller.enqueue(chunk);
      }
    });
    const file = await new Response(response.body.pipeThrough(counted)).blob();
    const length = response.headers.get('content-length');
    if (length !== null && !response.headers.has('content-encoding') && Number(length) !== file.size)
      throw new NotFromHome(`only ${file.size} of its ${length} bytes came`);
    return file;
  } catch (error) {
    signal.throwIfAborted();
    if (silence.signal.aborted)
      throw new NotFromHome(`${host} has sent nothing for ${Math.round(patience / 1000)} seconds`);
    if (error instanceof NotFromHome) throw error;
    throw new NotFromHome(lost(host), false);
  } finally {
    clearTimeout(timer);
  }
}

const webPage = (host: string) => new NotFromHome(`${host} sent a web page in place of the file`);

function refusal(status: number, host: string): NotFromHome {
  if (status === 404 || status === 410)
    return new NotFromHome(`${host} has it no longer at that address (${status})`, true);
  if (status === 401 || status === 403) return new NotFromHome(`${host} does not give it to everybody (${status})`);
  if (status === 429) return new NotFromHome(`${host} has had too many requests (429); it may give it in some minutes`);
  return new NotFromHome(`${host} answered ${status}`);
}

/** A page is not told why a request failed: only whether there is any network. */
const lost = (host: string) =>
  globalThis.navigator?.onLine === false
    ? 'this device is offline'
    : `the connection to ${host} was lost, or something between blocks it`;
