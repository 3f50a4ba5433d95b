import { tick } from 'svelte';
import { expect, it, onTestFinished, vi } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { live } from '../../../src/lib/components/live.svelte.ts';
import { openRelease } from '../../../src/lib/components/open-release.svelte.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { tableNames } from '../../../src/lib/dataset/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { Answer, Query } from '../../../src/lib/query/index.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { followLinks } from '../../../src/lib/selection/url.svelte.ts';

/** A Database whose people all say the same, and which answers questions about them when told to. */
function made(version: string, says: number) {
  const sums = { people: 50, conversations: 0, ratings: 0, x: 50, y: 50 * says, xx: 50, xy: 50 * says };
  const row = { ...sums, yy: 50 * says ** 2 + 40, absent: 0 };
  const waiting: (() => void)[] = [];
  const answered = (query: Query): Answer =>
    query.kind === 'profile'
      ? [{ rows: 50, absent: 0 }]
      : 'by' in query && query.by.length > 0
        ? [{ ...row, g0: 1 }]
        : [row];
  const database = {
    manifest: {
      source: 'official',
      version,
      counts: Object.fromEntries(tableNames.map((table) => [table, 50])),
      files: {},
      undocumented: {},
      missing: [],
      warnings: []
    },
    async answer(queries: readonly Query[]) {
      if (queries.some(({ kind }) => kind !== 'profile')) await new Promise<void>((resolve) => waiting.push(resolve));
      return queries.map(answered);
    },
    // Fifty people of one group: whether groups differ cannot be asked.
    columns: async (queries: readonly unknown[]) =>
      queries.map(() => ({
        person: Int32Array.from({ length: 50 }, (_, i) => i),
        g0: new Int32Array(50).fill(1),
        x: new Int32Array(50).fill(1),
        y: new Int32Array(50).fill(says)
      })),
    close: async () => {}
  } as unknown as Database;
  return { database, waiting, go: () => waiting.splice(0).forEach((resolve) => resolve()) };
}

const { defaults } = byGroup.vocabulary;

async function figureOf({ database, go }: ReturnType<typeof made>) {
  const figure = answer(byGroup, defaults, database);
  await Promise.resolve();
  go();
  return figure;
}

/** A live figure of a release, as a component has it. */
async function shown(first: ReturnType<typeof made>, selection: () => Selection = () => defaults) {
  followLinks();
  const initial = await figureOf(first);
  const release = openRelease(first.database.manifest, first.database);
  let figure!: ReturnType<typeof live>;
  onTestFinished($effect.root(() => void (figure = live([byGroup], selection, initial, release))));
  await vi.waitFor(() => expect(figure.pending).toBe(false));
  await vi.waitFor(() => expect(figure.view.drawings).not.toHaveLength(0));
  return { figure, release, initial };
}

const saysOf = (figure: ReturnType<typeof live>) => /is (\S+) on average/.exec(figure.view.figure.sentence)?.[1];

it('a figure is answered anew for another release, and shown as it was for the first', async () => {
  const [first, second] = [made('first', 40), made('second', 60)];
  const { figure, release, initial } = await shown(first);
  expect([saysOf(figure), figure.behind]).toEqual(['40.0', false]);
  await release.swap(async () => second.database);
  expect([saysOf(figure), figure.behind, figure.pending]).toEqual(['40.0', true, true]);
  second.go();
  await vi.waitFor(() => expect(figure.pending).toBe(false));
  expect([saysOf(figure), figure.behind]).toEqual(['60.0', false]);
  await release.swap(async () => first.database);
  await vi.waitFor(() => expect(figure.pending).toBe(false));
  expect(first.waiting).toHaveLength(0);
  expect(figure.view.figure).toEqual(initial);
});

it('what the release before answers late is dropped', async () => {
  const [first, second, third] = [made('first', 40), made('second', 60), made('third', 70)];
  const { figure, release } = await shown(first);
  await release.swap(async () => second.database);
  await release.swap(async () => third.database);
  third.go();
  await vi.waitFor(() => expect(saysOf(figure)).toBe('70.0'));
  second.go();
  await tick();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([saysOf(figure), figure.failure, figure.pending]).toEqual(['70.0', null, false]);
});

it('a view set out otherwise is asked anew when the release is another', async () => {
  let view = $state('chart');
  const [first, second] = [made('first', 40), made('second', 60)];
  const { figure, release } = await shown(first, () => ({ ...defaults, params: { ...defaults.params, view } }));
  view = 'table';
  await vi.waitFor(() => expect(figure.view.figure.selection.params.view).toBe('table'));
  expect(first.waiting).toHaveLength(0);
  await release.swap(async () => second.database);
  second.go();
  await vi.waitFor(() => expect(figure.pending).toBe(false));
  expect([saysOf(figure), figure.view.figure.link]).toEqual(['60.0', 'view=table&v=1']);
});

it('the picture that is seen is drawn first, the other width after it, and neither again for a verdict', async () => {
  let minimum = $state(defaults.minimum);
  const release = made('first', 40);
  const { figure } = await shown(release, () => ({ ...defaults, minimum }));
  const seen = Object.assign(document.createElement('div'), { className: 'drawing drawing-720' });
  const holder = document.createElement('div');
  holder.append(Object.assign(seen, { getClientRects: () => [{}] }));
  figure.shownIn(holder);
  const drawn: (readonly { readonly width: number }[] | null)[] = [];
  const watch = () => {
    $effect(() => void drawn.push(figure.view.drawings));
  };
  onTestFinished($effect.root(watch));
  await tick();
  minimum = 20;
  await vi.waitFor(() => {
    release.go();
    expect([figure.stage, figure.pending]).toEqual(['shown', false]);
    expect(figure.view.drawings).toHaveLength(2);
  });
  const after = [...new Set(drawn)].slice(1).map((all) => all?.map(({ width }) => width));
  expect(after).toEqual([[720], [328, 720]]);
});
