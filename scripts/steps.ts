import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { buildData } from '../data/build.ts';
import { buildGeometry, staleGeometry } from '../data/geometry/build.ts';
import { storedForm, type ShippedManifest } from '../src/lib/release/shipped/manifest.ts';

const said = (line: string) => console.log(`  ${line}`);

/** Runs a program of the project's own packages; rejects with its name when it fails. */
export function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}`))
    );
  });
}

/**
 * Data and map shapes, unless they are there. A twin or shapes written by an earlier version of the project are made anew; a
 * release is not touched.
 *
 * @throws Error when the data are a release in an earlier form
 */
export async function prepareData(): Promise<void> {
  const stale = await staleData('static/data/manifest.json');
  if (stale === 'official')
    throw new Error(
      'static/data holds a release in an earlier form than this version reads. Build it again: npm run data:official, or npm run data -- --from with its folder.'
    );
  if (stale === 'twin') said('data: in an earlier form; built afresh');
  if (stale !== null) await buildData({}, said);
  else said('data: already built (npm run data builds it afresh)');
  if (staleGeometry('static/geometry')) buildGeometry('static/geometry', said);
}

/** What is wrong with the data a manifest stands for: they are not there, or whose they are in an earlier form; null if fine. */
export async function staleData(path: string): Promise<'absent' | ShippedManifest['source'] | null> {
  if (!existsSync(path)) return 'absent';
  const { stored, source } = JSON.parse(readFileSync(path, 'utf8')) as ShippedManifest;
  return stored === (await storedForm()) ? null : source;
}

/** The production build, into `build/`. */
export async function buildSite(env: Record<string, string> = {}): Promise<void> {
  await run('npx', ['vite', 'build', '--logLevel', 'error'], env);
}
