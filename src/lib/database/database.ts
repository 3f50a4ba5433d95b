import type { Manifest } from '../dataset/index.ts';
import type { Answer, ArraysQuery, Columns, Query } from '../query/index.ts';
import type { Folder } from './folder.ts';

/** What the engine is doing while it starts, in words for the reader: "Loading the data, 0.3 MB". */
export type Progress = (words: string) => void;

/** What a statement in SQL gives: the names of its columns, and its rows with one value for each. */
export interface SqlResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | bigint | string | boolean | null)[])[];
}

/** Something that answers Queries over one release. It knows no table's columns. */
export interface Database {
  readonly manifest: Manifest;
  /** Where its files lie, for a page that hands them out. */
  readonly folder?: Folder;
  /**
   * One answer per query, in order.
   *
   * @throws AbortError when the signal fires first; Error when the engine fails
   */
  answer(queries: readonly Query[], signal?: AbortSignal, progress?: Progress): Promise<Answer[]>;
  /** What is asked for as typed arrays, one answer per query, in order; the caller may keep and change them. Throws as `answer` does. */
  columns(queries: readonly ArraysQuery[], signal?: AbortSignal, progress?: Progress): Promise<Columns[]>;
  /**
   * Runs one statement of SQL over the tables as they are described, where there is an engine for it. Throws as `answer`
   * does, and Error with the engine's own words for a statement that it refuses.
   */
  run?(statement: string, signal?: AbortSignal, progress?: Progress): Promise<SqlResult>;
  close(): Promise<void>;
}

/** Run before the first query of any connection: nothing can be fetched, attached or unlocked after. */
export const lockStatements: readonly string[] = [
  'SET autoload_known_extensions=false',
  'SET autoinstall_known_extensions=false',
  'SET enable_external_access=false',
  'SET lock_configuration=true'
];
