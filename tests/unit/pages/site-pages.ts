import type { Component } from 'svelte';

/** Which page stands for all of its kind. */
const examples: Readonly<Record<string, string>> = { model: 'gpt-4', place: 'us', chart: 'by-group' };

/** A page of the site: what it is and what its own server load gives it. */
export interface SitePage {
  /** Its folder below `src/routes`, such as `models/[model]`; empty for the home page. */
  readonly path: string;
  readonly component: () => Promise<Component<{ data: Record<string, unknown> }>>;
  readonly load: (params?: Readonly<Record<string, string>>) => Promise<Record<string, unknown>>;
}

type Load = (event: { params: Readonly<Record<string, string>> }) => Promise<Record<string, unknown>>;

const components = import.meta.glob<SitePage['component'] extends () => Promise<infer C> ? C : never>(
  '../../../src/routes/**/+page.svelte',
  { import: 'default' }
);
const loads = import.meta.glob<Load>('../../../src/routes/**/+page.server.ts', { import: 'load' });

/** Every page there is. */
export const sitePages: readonly SitePage[] = Object.entries(components).map(([file, component]) => {
  const load = loads[file.replace('.svelte', '.server.ts')];
  return {
    path: /routes\/(.*?)\/?\+page/.exec(file)![1]!,
    component,
    load: async (params = examples) => (load ? (await load())({ params }) : {})
  };
});
