/**
 * Starts a module worker from a blob that imports `url`. A worker started from an address is not bound by the page's
 * content security policy; one started from a blob inherits it.
 */
export function startWorker(url: string): Worker {
  const address = new URL(url, document.baseURI).href;
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }));
  const worker = new Worker(blob, { type: 'module' });
  return worker;
}
