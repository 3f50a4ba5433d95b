import type { ShippedManifest } from '../release/shipped/manifest.ts';

/** A release that the page holds: its manifest and the files that it lists, by name. */
export interface HeldRelease {
  readonly manifest: ShippedManifest;
  readonly files: Readonly<Record<string, Blob>>;
}
