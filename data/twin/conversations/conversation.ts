import type { Person } from '../survey/person.ts';

/** A reply of the twin, with everything but its text. */
export interface Reply {
  /** Index into the models of `models.ts`. */
  model: number;
  score: number;
  chosen: boolean;
  withinTurn: number;
}

/** One invented conversation. Steps fill in their part, in the order of `conversations.ts`. */
export interface Conversation {
  /** Where the conversation stands in the order of `conversation_id`: 0 to 8,010. */
  number: number;
  person: Person;
  type: ConversationType;
  balanced: boolean;
  /** 2 to 22, the opener included. */
  turns: number;
  /** Replies at the opener, 1 to 4; every later turn has two. */
  size: number;
  /** Machine topic, 0 to 21, or -1 for outliers. */
  topic: number;
  /** Replies of each turn. */
  replies: Reply[][];
  /** The model that was chosen at the opener. */
  model: number;
  /** Later turns whose two replies are the same text. */
  repeated: number[];
  /** Places of opener replies that are the same text, from two or three models; mostly none. */
  echoes: number[];
  /** The seven sliders about the chosen reply, 1 to 100 or null, in the release's key order. */
  performance: (number | null)[];
  choice: (number | null)[];
  /** Seconds since 22 November 2023, 00:00 UTC, at the end. */
  finished: number;
  /** Hundredths of a second spent. */
  duration: number;
}

export type ConversationType = 'unguided' | 'values guided' | 'controversy guided';

/** The three types in published order. */
export const TYPES: readonly ConversationType[] = ['unguided', 'values guided', 'controversy guided'];
