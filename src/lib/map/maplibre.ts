type MapLibre = typeof import('maplibre-gl');

let loading: Promise<MapLibre> | null = null;

/**
 * Loads MapLibre, in a browser and on demand. Its worker starts from a blob that imports the worker's file: a worker
 * started from an address would not be bound by the page's content security policy, one from a blob inherits it. Rejects
 * when a file cannot be loaded; the next call tries again.
 */
export function loadMapLibre(): Promise<MapLibre> {
  loading ??= start();
  loading.catch(() => (loading = null));
  return loading;
}

async function start(): Promise<MapLibre> {
  const [maplibre, worker] = await Promise.all([
    import('maplibre-gl'),
    import('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url')
  ]);
  const address = new URL(worker.default, document.baseURI).href;
  // Never revoked: MapLibre starts its workers anew whenever a map opens after the last one closed.
  maplibre.setWorkerUrl(
    URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }))
  );
  maplibre.setWorkerCount(1);
  return maplibre;
}

/** Whether this browser can draw with WebGL 2, without which MapLibre draws nothing. */
export function canDrawWebGl(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
