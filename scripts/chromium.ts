import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

function installed(): string | null {
  const own = chromium.executablePath();
  return [...places, own].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

/**
 * Path of a Chromium to test with: one that is installed, else one installed now (Playwright's own, then the system's
 * package).
 *
 * @throws Error that says exactly what to install
 */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  console.log('  no Chromium found: installing one');
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  if (!installed() && process.platform === 'linux' && process.getuid?.() === 0) {
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
    } catch {
      // Said below.
    }
  }
  const now = installed();
  if (now) return now;
  throw new Error(
    'The browser tests need Chromium and none could be installed. Install it ("apt-get install chromium", or "npx playwright install chromium"), or set CHROMIUM_PATH to an executable, and run npm test again.'
  );
}
