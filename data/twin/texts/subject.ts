/** The vocabulary of one topic, all of the twin's own wording. */
export interface TalkSubject {
  /** Noun phrases that fit after "about". */
  things: readonly string[];
  /** Opening prompts; `{thing}`, `{place}`, `{person}` and `{when}` are filled in. */
  asks: readonly string[];
  /** Whole sentences for replies; `{thing}` and `{place}` are filled in. */
  facts: readonly string[];
}
