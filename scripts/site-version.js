import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** What a built site is made of besides its data: folders and files, from the project's root. */
const SOURCES = [
  'src',
  'data/published',
  'data/check',
  'data/twin/random.ts',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'scripts/licences.ts'
];

/** Length of either hash. */
const LENGTH = 10;

/**
 * A name for a built site: other code or other data, another name; the same, the same, wherever it is built.
 *
 * @param {string} root folder of the project
 * @param {Readonly<Record<string, string | undefined>>} env what the build is told: `BASE_PATH`, `SITE_URL`, `STATIC_PATH`
 * @returns {string} version of the package, of the code and of the data
 */
export function siteVersion(root, env) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const code = createHash('sha256');
  const add = (name, path) => code.update(`${name}\0`).update(readFileSync(path)).update('\0');
  for (const file of SOURCES.flatMap((source) => filesIn(root, source))) add(file, join(root, file));
  // Wherever they lie, they are the same site. The data are told apart, by what their manifest says of them.
  const shipped = resolve(root, env.STATIC_PATH ?? 'static');
  for (const file of filesIn(shipped, '.')) if (!file.startsWith('data/')) add(`static/${file}`, join(shipped, file));
  code.update(`${env.BASE_PATH ?? ''}\0${env.SITE_URL ?? ''}`);
  const manifest = join(shipped, 'data/manifest.json');
  const data = existsSync(manifest) ? createHash('sha256').update(readFileSync(manifest)) : null;
  return [version, code.digest('hex').slice(0, LENGTH), data?.digest('hex').slice(0, LENGTH) ?? 'none'].join('-');
}

/**
 * The files under a path, in one order everywhere; none where there is nothing.
 *
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  if (statSync(whole).isFile()) return [path];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, sep).length).split(sep).join('/'))
    .sort();
}
