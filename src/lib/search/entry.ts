/** What can be looked for, in the order in which equally good finds are listed. */
export const kinds = ['Page', 'Question', 'Place', 'Model', 'Measure', 'Group', 'Column', 'Method'] as const;
export type Kind = (typeof kinds)[number];

/** Something that can be found. */
export interface Entry {
  readonly kind: Kind;
  readonly title: string;
  /** Path below the site's base, with its link. */
  readonly path: string;
  /** Words by which it is known besides its title. */
  readonly names: string;
}

/** Entries as they are shipped: as rows, which say less often what is what. */
export type PackedEntry = readonly [kind: number, title: string, path: string, names: string];

export const packed = ({ kind, title, path, names }: Entry): PackedEntry => [kinds.indexOf(kind), title, path, names];

export const unpacked = ([kind, title, path, names]: PackedEntry): Entry => ({
  kind: kinds[kind]!,
  title,
  path,
  names
});
