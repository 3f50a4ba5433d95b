import { defineConfig } from '@playwright/test';

/** One production build, served by the project's own server; a second server that must receive nothing. */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'tests/results/browser',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: 2,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'tests/results/browser.json' }]],
  globalSetup: './tests/browser/global-setup.ts',
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Tests hold back and change what a page asks for, which a service worker would ask for in its place.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--force-color-profile=srgb',
        '--font-render-hinting=none'
      ]
    }
  }
});
