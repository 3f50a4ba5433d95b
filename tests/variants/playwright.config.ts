import { defineConfig } from '@playwright/test';
import browser from '../../playwright.config.ts';

/** The site over the release with all variants, made by `build.ts`. */
export default defineConfig({
  ...browser,
  testDir: '.',
  outputDir: '../results/variants/browser',
  reporter: [['list'], ['json', { outputFile: '../results/variants.json' }]],
  globalSetup: './global-setup.ts'
});
