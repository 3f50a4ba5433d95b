import type { Manifest } from '../dataset/index.ts';
import type { Answer, ArraysQuery, Columns, Query } from '../query/index.ts';
import type { Folder } from './folder.ts';

/** To the worker: the release, once and first; questions; to give up the questions of an id. */
export type ColumnsRequest =
  | { readonly open: Manifest; readonly folder: Folder }
  | { readonly id: number; readonly answer: readonly Query[] }
  | { readonly id: number; readonly columns: readonly ArraysQuery[] }
  | { readonly id: number; readonly cancel: true };

/** From the worker: that it is at work; how far it has got, in words; answers in the order of the questions, or why not. */
export type ColumnsReply =
  | { readonly alive: true }
  | { readonly id: number; readonly progress: string }
  | { readonly id: number; readonly answered: readonly (Answer | Columns)[] }
  | { readonly id: number; readonly error: string };
