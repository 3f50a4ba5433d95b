import { existsSync, readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const { version } = read('package.json');
const data = existsSync(new URL('static/data/manifest.json', import.meta.url))
  ? read('static/data/manifest.json').version
  : 'none';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ fallback: '404.html' }),
    paths: { base: process.env.BASE_PATH ?? '', relative: true },
    // While the database works out the answers of one page, another is estimated and drawn.
    prerender: { concurrency: 12 },
    version: { name: `${version}-${data}`, pollInterval: 0 },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval', 'blob:'],
        'worker-src': ['self', 'blob:'],
        // Plot writes a style element into each picture.
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'connect-src': ['self', 'blob:'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self']
      }
    }
  }
};
