import type { ReleaseFileName } from '../../../../src/lib/release/files.ts';
import type { Handmade } from '../handmade.ts';

/** People in the releases that are damaged. */
export const PEOPLE = 30;

/** The file, line (0: the file as a whole), expectation and finding that the report must hold. */
export type Promised = readonly [file: ReleaseFileName, line: number, expected: RegExp, found: RegExp];

/** Damage done to the rows before they are written, and what the report must say of it. */
export type RowDamage = readonly [change: (release: Handmade) => void, ...Promised];
