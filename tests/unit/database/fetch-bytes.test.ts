import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchBytes } from '../../../src/lib/database/fetch-bytes.ts';

afterEach(() => vi.unstubAllGlobals());

const wasm = [0x00, 0x61, 0x73, 0x6d];
const text = (words: string) => new TextEncoder().encode(words);

/** A server that sends these chunks, and whether the page let go of the rest. */
function serving(chunks: readonly Uint8Array[], status = 200) {
  const seen = { cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const chunk of chunks) stream.enqueue(chunk);
    },
    pull: (stream) => stream.close(),
    cancel: () => void (seen.cancelled = true)
  });
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
  return seen;
}

describe('a file', () => {
  it('comes whole, and how far it is is told', async () => {
    serving([Uint8Array.from(wasm), text('abc')]);
    const told: number[] = [];
    const bytes = await fetchBytes('x', { begins: wasm, length: 7, progress: (n) => told.push(n) });
    expect([...bytes]).toEqual([...wasm, 97, 98, 99]);
    expect(told).toEqual([4, 7]);
  });

  it('that is a page instead is refused at its first bytes', async () => {
    const seen = serving([text('<!doctype html>'), text('…'), text('…')]);
    await expect(fetchBytes('x', { begins: wasm })).rejects.toThrow('the server sent something else under its name');
    expect(seen.cancelled).toBe(true);
  });

  it('that begins wrong within a few bytes is refused as well', async () => {
    serving([Uint8Array.of(0x00), text('nonsense')]);
    await expect(fetchBytes('x', { begins: wasm })).rejects.toThrow('something else');
    serving([]);
    await expect(fetchBytes('x', { begins: wasm })).rejects.toThrow('something else');
  });

  it('that ends early is refused with how much of it came', async () => {
    serving([Uint8Array.from(wasm)]);
    await expect(fetchBytes('x', { begins: wasm, length: 9 })).rejects.toThrow('4 of its 9 bytes came');
  });

  it('that is not there says what the server said', async () => {
    serving([text('gone')], 404);
    await expect(fetchBytes('x')).rejects.toThrow('the server answered 404');
  });

  it('that is cut off says so in words of ours, at the start or in the middle', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(fetchBytes('x')).rejects.toThrow(/^the connection was lost$/);
    const body = new ReadableStream({ pull: (stream) => stream.error(new TypeError('network error')) });
    vi.stubGlobal('fetch', async () => new Response(body));
    await expect(fetchBytes('x')).rejects.toThrow(/^the connection was lost$/);
  });

  it('is let go of when nobody wants it', async () => {
    const controller = new AbortController();
    controller.abort();
    vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
      signal!.throwIfAborted();
    });
    await expect(fetchBytes('x', { signal: controller.signal })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' })
    );
  });
});
