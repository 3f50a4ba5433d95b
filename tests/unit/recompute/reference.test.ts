import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildData } from '../../../data/build.ts';
import { exploreVocabulary } from '../../../src/lib/charts/explore/explore-vocabulary.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { findMetric } from '../../../src/lib/dataset/index.ts';
import { parse, type Selection } from '../../../src/lib/selection/index.ts';
import { PLANTED, agrees, type Numbers } from '../estimate/reference-rows.ts';
import { filesOf } from '../release/afresh/release.ts';
import { study, studyRelease } from './reference-release.ts';
import { comparedNumbers, figureNumbers } from './site.ts';

/** Views of Explore over the study of the fixture, read and answered as the site does, against R's survey. */

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'study-'));
  const files = filesOf(studyRelease(), {});
  await mkdir(join(folder, 'release'));
  for (const name of ['survey', 'conversations', 'utterances']) {
    await writeFile(join(folder, 'release', `${name}.jsonl`), files[`data/${name}.jsonl`]!);
  }
  await buildData({ from: join(folder, 'release'), to: join(folder, 'built') }, () => undefined);
  database = await openNode(join(folder, 'built'));
}, 60_000);

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

function selectionOf(link: string): Selection {
  const { selection, dropped } = parse(new URLSearchParams(link), exploreVocabulary);
  expect(dropped).toEqual([]);
  return selection;
}

/** Numbers that the reference has and the site has not, or has otherwise. */
const different = (site: Numbers | undefined, reference: Numbers) =>
  Object.entries(reference).filter(([name, value]) => site?.[name] === undefined || !agrees(site[name], value));

describe('views of Explore are what R makes of the same rows', () => {
  it.each(study.views.map((view) => [view.link, view] as const))('%s', async (link, { all, groups, wrong }) => {
    const selection = selectionOf(link);
    const site = await figureNumbers(selection, database);
    const relative = findMetric(selection.metric)!.relative !== undefined;
    // What is the same for everybody by construction gets no number over all rows.
    if (relative) expect(Object.keys(site.get('')!)).toEqual(['people', 'conversations', 'ratings']);
    else expect(different(site.get(''), all)).toEqual([]);
    const shown = [...site].filter(([key, { people }]) => key !== '' && people! > 0);
    expect(shown.map(([key]) => key).sort()).toEqual(Object.keys(groups).sort());
    for (const [key, numbers] of shown) expect(different(numbers, groups[key]!), key).toEqual([]);
    for (const [planted, numbers] of Object.entries(wrong)) {
      expect(different(site.get(''), numbers), `unnoticed: ${planted}`).not.toEqual([]);
    }
  });

  it.each(study.comparisons.map((view) => [view.link, view] as const))(
    '%s',
    async (link, { between, within, wrong }) => {
      const site = (await comparedNumbers(selectionOf(link), database)).get('')!;
      const named = (prefix: string) =>
        Object.fromEntries(
          Object.entries(site).flatMap(([name, value]) =>
            name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : []
          )
        );
      expect(different(named('between_'), between)).toEqual([]);
      if (within) expect(different(named('within_'), within)).toEqual([]);
      for (const [planted, numbers] of Object.entries(wrong)) {
        expect(different(named('between_'), numbers), `unnoticed: ${planted}`).not.toEqual([]);
      }
    }
  );

  it('have each error planted in several', () => {
    const views = [...study.views, ...study.comparisons];
    for (const planted of PLANTED) {
      expect(views.filter(({ wrong }) => planted in wrong).length, planted).toBeGreaterThanOrEqual(3);
    }
  });
});
