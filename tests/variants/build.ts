import { rm } from 'node:fs/promises';
import { buildSite } from '../../scripts/steps.ts';
import { accepted } from './accepted.ts';
import { writeStatic } from './write.ts';

/** Where the release with all variants, and the site over it, are made. */
export const FOLDER = 'tests/results/variants';

/** The variants that can stand in one release. */
export const together = accepted.filter(({ alone }) => !alone);

/** Enough for groups of thirty, and for every undocumented answer to be given by somebody. */
const PEOPLE = 160;

/** Builds the data and the site of a release that is different in every way at once. */
export async function buildVariants(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await writeStatic(FOLDER, together, PEOPLE);
  await buildSite({ STATIC_PATH: `${FOLDER}/static`, BUILD_PATH: `${FOLDER}/build` });
}
