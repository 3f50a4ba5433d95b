import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { buildData } from '../data/build.ts';
import { buildGeometry } from '../data/geometry/build.ts';

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

/** Data and map shapes, unless they are there. */
export async function prepareData(): Promise<void> {
  if (existsSync('static/data/manifest.json')) said('data: already built (npm run data builds it afresh)');
  else await buildData({}, said);
  if (!existsSync('static/geometry/world.json')) await buildGeometry('static/geometry', said);
}

/** The production build, into `build/`. */
export async function buildSite(env: Record<string, string> = {}): Promise<void> {
  await run('npx', ['vite', 'build', '--logLevel', 'error'], env);
}
