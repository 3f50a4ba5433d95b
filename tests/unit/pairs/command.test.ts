import { afterAll, beforeAll, expect, it } from 'vitest';
import { writePairs } from '../../../scripts/pairs.ts';
import { parse } from '../../../src/lib/selection/index.ts';
import { namedRecipes, recipeOf, recipeVocabulary, selectionOf } from '../../../src/lib/pairs/index.ts';
import { openColumns } from '../database/columns-in-node.ts';
import { madeRelease, type MadeRelease } from '../database/made-release.ts';
import { pairsHere } from '../pages/pairs-here.ts';

let release: MadeRelease;
beforeAll(async () => {
  release = await madeRelease(120, 3);
});
afterAll(() => release.remove());

const links = ['pairing=all&gap=2&ties=exact&most=3&gender=female&not.model=gpt-4&seed=7&turns=all&v=1'];

it.each([...namedRecipes.map(({ key }) => key), ...links])(
  'npm run pairs writes what the page saves, to the byte: %s',
  async (asked) => {
    let written = '';
    const said = await writePairs(asked, release.folder, (text) => void (written += text));
    const named = namedRecipes.find(({ key }) => key === asked);
    const selection = named ? selectionOf(named) : parse(new URLSearchParams(asked), recipeVocabulary).selection;
    const database = await openColumns(release.folder);
    const { file, steps } = await pairsHere(database).ask(recipeOf(selection), 'file');
    await database.close();
    expect(await file!.text()).toBe(written);
    expect(written.split('\n').length - 1).toBe(steps.at(-1)!.pairs);
    expect(said).toHaveLength(steps.length + 1);
    expect(said.at(-1)).toContain(release.manifest.version);
  }
);

it('a link that means nothing is refused with a sentence, and writes nothing', async () => {
  let written = '';
  const asking = writePairs('gap=3&v=1', release.folder, (text) => void (written += text));
  await expect(asking).rejects.toThrow('“gap=3” was left out: it is not one of the choices.');
  expect(written).toBe('');
});

it('a page’s whole address is taken as a link', async () => {
  const said = await writePairs('https://x.org/pairs/?gap=0&v=1#recipes', release.folder, () => {});
  expect(said.at(-1)).toContain('different scores');
});
