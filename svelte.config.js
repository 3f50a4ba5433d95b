import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { siteVersion } from './scripts/site-version.js';

const root = fileURLToPath(new URL('.', import.meta.url));

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ fallback: '404.html', pages: process.env.BUILD_PATH ?? 'build' }),
    files: { assets: process.env.STATIC_PATH ?? 'static' },
    paths: { base: process.env.BASE_PATH ?? '', relative: true },
    // While the database works out the answers of one page, another is estimated and drawn.
    prerender: { concurrency: 12 },
    // A page that stays open over a deployment tells by it that its code or its data are gone.
    // The page registers it, once it has nothing else to do.
    serviceWorker: { register: false },
    version: { name: siteVersion(root, process.env), pollInterval: 0 },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval', 'blob:'],
        'worker-src': ['self', 'blob:'],
        // Plot writes a style element into each picture.
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        // Beside its own, the public home of the release and where that redirects to: a reader may load it from there.
        'connect-src': [
          ...['self', 'blob:'],
          ...['https://huggingface.co', 'https://*.huggingface.co', 'https://*.hf.co'],
          'https://raw.githubusercontent.com'
        ],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self']
      }
    }
  }
};
