import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parse } from 'comment-parser';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../../src/lib/estimate/', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, file: basename(path), text: readFileSync(new URL(path, folder), 'utf8') }))
  .sort((a, b) => (a.file < b.file ? -1 : 1));
const methods = sources.flatMap(({ file, text }) =>
  parse(text, { spacing: 'preserve' })
    .filter((block) => block.tags.some(({ tag }) => tag === 'method'))
    .map((block) => ({ file, block, title: block.tags.find(({ tag }) => tag === 'method')!.source[0]!.source }))
);

test('every method of the Methods page is described', () => {
  expect(methods.map(({ file }) => file)).toEqual([
    'adjust.ts',
    'battle-share.ts',
    'battles.ts',
    'bounded-mean.ts',
    'bradley-terry.ts',
    'composed-task.ts',
    'difference.ts',
    'difference.ts',
    'difference.ts',
    'disagreement.ts',
    'effect.ts',
    'group-taste.ts',
    'hold-juries.ts',
    'least-squares.ts',
    'mean.ts',
    'median-difference.ts',
    'median.ts',
    'one-among.ts',
    'orders-task.ts',
    'pair-ballots.ts',
    'pearson.ts',
    'people-interval.ts',
    'permuted.ts',
    'rank-centrality.ts',
    'rank-centrality.ts',
    'ranks.ts',
    'representativeness.ts',
    'rounds.ts',
    'share-ballots.ts',
    'share.ts',
    'shared-people.ts',
    'simulated-battles.ts',
    'simultaneous.ts',
    'standings.ts',
    'tilts-task.ts',
    'use-of-scale.ts',
    'variance-components.ts',
    'variance-shares.ts',
    'welfare.ts',
    'win-rate.ts',
    'win-rate.ts',
    'within-slopes.ts'
  ]);
});

describe.each(methods)('$file $title', ({ block }) => {
  test('has words for the reader, then one of each tag', () => {
    expect(block.description.trim().split('\n\n')[0]!.length).toBeGreaterThan(100);
    const tags = block.tags.map(({ tag }) => tag);
    expect(tags.slice(0, 4)).toEqual(['method', 'formula', 'assumes', 'source']);
    expect(tags.slice(4).filter((tag) => tag !== 'differs')).toEqual([]);
    expect(tags.length).toBeLessThanOrEqual(5);
  });
});

test('numbers in, numbers out: no clock, no unseeded chance, no import from outside the folder', () => {
  expect(sources.some(({ text }) => / from '[^']+'/.test(text))).toBe(true);
  for (const { path, text } of sources) {
    expect(text).not.toMatch(/Math\.random|Date\.now|new Date/);
    for (const [, from] of text.matchAll(/from '([^']+)'/g)) {
      expect(resolve('/estimate', dirname(path), from!)).toMatch(/^\/estimate\/([a-z]+\/)?[a-z-]+\.ts$/);
    }
  }
});
