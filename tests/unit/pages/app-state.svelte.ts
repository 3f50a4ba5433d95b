/** What a page knows of its address, as SvelteKit's `$app/state` says it; `visit` goes to another. */
let url = $state.raw(new URL('https://atlas.example/'));

export const page = {
  /** Which page it is; no test depends on it. */
  route: { id: null as string | null },
  get url() {
    return url;
  }
};

export function visit(address: string): void {
  url = new URL(address, url);
}

/** Whether another version of the site was deployed: never, while pages are tested. */
export const updated = { current: false, check: () => Promise.resolve(false) };
