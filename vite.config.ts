import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { licences } from './scripts/licences.ts';

export default defineConfig({
  plugins: [sveltekit(), licences('pages')],
  define: {
    __SITE_URL__: JSON.stringify(process.env.SITE_URL ?? ''),
    __OFFLINE__: JSON.stringify(process.env.OFFLINE !== 'off')
  },
  worker: { format: 'es', plugins: () => [licences('worker')] },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
  build: { target: 'es2022' },
  test: {
    // A busy machine is no fault; what takes for ever still fails.
    testTimeout: 30_000,
    // All cores: the thread that hands out files has little to do.
    maxWorkers: '100%',
    css: { include: [/(tokens|figure)\.css/] },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['tests/unit/pages/**'],
          environment: 'node'
        }
      },
      {
        // Whole pages, run as a browser runs them.
        extends: true,
        resolve: { conditions: ['browser'] },
        test: {
          name: 'pages',
          include: ['tests/unit/pages/**/*.test.ts'],
          environment: 'jsdom',
          setupFiles: ['tests/unit/pages/setup.ts']
        }
      }
    ]
  }
});
