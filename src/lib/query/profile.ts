/**
 * What one column holds in its own table, for the codebook. A dimension: `code` and `rows` per level (a many-valued column
 * counts a row once per level ticked). A number: one row with `rows` that have a value, `absent` ones, `lowest`, `highest`,
 * `mean` and `sd` in stored integers. Any other column: `rows` and `absent`.
 */
export interface ProfileQuery {
  readonly kind: 'profile';
  readonly column: string;
}
