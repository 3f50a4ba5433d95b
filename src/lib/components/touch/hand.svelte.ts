/** The row that the reader's pointer or keys are on. */
export interface Touch {
  /** What it is called in every figure of the page. */
  readonly name: string;
  /** The picture whose mark it is, and the row's key there; null where it is touched elsewhere, as in a table. */
  readonly mark: {
    readonly picture: string;
    readonly key: string;
    /** Where the pointer came to it, in pixels of the window; null for keys and fingers. */
    readonly at: number | null;
  } | null;
}

/** Where a page keeps what is pinned. */
interface Pinning {
  pinned(): string | null;
  /** Whether its link can say this name: not every row is a group. */
  knows(name: string): boolean;
  pin(name: string | null): void;
}

let touched = $state.raw<Touch | null>(null);
let own = $state.raw<string | null>(null);
let link = $state.raw<Pinning | null>(null);

/**
 * What the reader's hand is on, one for all figures of a page. No link restores it; what is pinned is in the link, where
 * the page has one that can say it.
 */
export const hand = {
  get touched() {
    return touched;
  },
  touch(next: Touch | null) {
    touched = next;
  },
  /** The name of the row that is pinned; null for none. */
  get pinned() {
    return link?.pinned() ?? own;
  },
  pin(name: string | null) {
    const said = name !== null && link?.knows(name) === true;
    own = said ? null : name;
    if (link && (said || link.pinned() !== null)) link.pin(said ? name : null);
  },
  /** Keeps what is pinned in a page's link. The result is called when the page goes. */
  keptIn(page: Pinning): () => void {
    link = page;
    return () => {
      if (link === page) link = null;
      hand.rest();
    };
  },
  /** Lets go of everything that no link keeps. */
  rest() {
    touched = null;
    own = null;
  }
};
