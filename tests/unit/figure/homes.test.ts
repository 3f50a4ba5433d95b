import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { charts } from '../../../src/lib/charts/index.ts';
import { homeOf } from '../../../src/lib/figure/homes.ts';
import { format } from '../../../src/lib/selection/index.ts';

it.each(charts.map((chart) => [chart.name, chart] as const))('%s has a page of its own', (name, chart) => {
  const selection = chart.vocabulary.defaults;
  const home = new URL(homeOf({ chart: name, link: 'minimum=30', selection }), 'https://atlas.example');
  const alone =
    /^\/(places|models)\/[a-z0-9-.]+\/$/.test(home.pathname) && !/^\/models\/(pairs|scores)\//.test(home.pathname);
  const folder = alone
    ? home.pathname.replace(/[^/]+\/$/, home.pathname.startsWith('/places') ? '[place]/' : '[model]/')
    : home.pathname;
  expect(existsSync(`src/routes${folder}+page.svelte`), folder).toBe(true);
  // Only a page that follows its link is given one.
  expect(home.search).toBe(alone ? '' : '?minimum=30');
  if (name !== 'where-from' && home.pathname === '/') expect(home.hash).not.toBe('');
  expect(format(selection, chart.vocabulary).toString()).toBe('');
});
