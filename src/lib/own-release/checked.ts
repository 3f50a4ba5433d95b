import type { Folder } from '../database/folder.ts';
import type { Manifest } from '../dataset/index.ts';

/** To the worker that checks: the release that is open. */
export interface CheckingRequest {
  readonly manifest: Manifest;
  readonly folder: Folder;
}

/** A published statement, held against a release; numbers in words. */
export interface CheckedStatement {
  readonly statement: string;
  /** Where it is published. */
  readonly source: string;
  readonly verdict: 'agrees' | 'differs' | 'not applicable' | 'not answerable';
  /** Whether the number is promised to be equal, up to its published rounding. */
  readonly exact: boolean;
  readonly expected: string;
  /** What the release says; why it says nothing where it does not. */
  readonly found: string;
}

/** What a check of a release found. */
export interface CheckedRelease {
  readonly version: string;
  /** Where its files part from the description, as sentences. */
  readonly disagreements: readonly string[];
  readonly statements: readonly CheckedStatement[];
}

/** From the worker: what it found, or why it could not check. */
export type CheckingReply = CheckedRelease | { readonly error: string };
