/** An event of the worker's own life, which lasts until the promise is settled. */
interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

/** A page asks for something. */
interface AskingEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** What is needed of the scope of a service worker, which pages have no types for. */
export interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskingEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly installing: unknown; readonly waiting: unknown; unregister(): Promise<boolean> };
  readonly location: { readonly origin: string };
}
