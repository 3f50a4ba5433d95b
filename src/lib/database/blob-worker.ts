/**
 * Starts a worker that runs a module. A worker started from an address is not bound by the page's content security policy;
 * one started from a blob inherits it. The blob is a classic script, since a module one never starts in a sandboxed frame:
 * it keeps the messages that come while it imports the module, and then hands them to the module's `onmessage`.
 *
 * @param url address of the module, which must listen by `self.onmessage`
 */
export function startWorker(url: string): Worker {
  const address = new URL(url, document.baseURI).href;
  const script = `const early = [];
self.onmessage = (event) => early.push(event);
import(${JSON.stringify(address)}).then(
  () => early.forEach((event) => self.onmessage(event)),
  () => setTimeout(() => { throw new Error('its program could not be loaded'); })
);`;
  const blob = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(blob);
  URL.revokeObjectURL(blob);
  return worker;
}
