/** A sample that the release names; a flag in its rows says who is in it. */
export type NamedSample = 'balanced' | 'us' | 'uk';

/** A scale on which a reply is judged: the score as given, beside the person’s other scores, beside the other replies. */
export type ScaleUse = 'raw' | 'standardised' | 'wins';

/** Where people come from. */
export type Origin = 'birth' | 'residence';

/**
 * What a measure is the same for by construction, and so may not be compared between: all openers of a `person`, or the
 * replies to each `message`.
 */
export type Relative =
  | { readonly to: 'person' }
  | {
      readonly to: 'message';
      /** Why it is the same for everybody: "as one reply to each message is chosen". */
      readonly because: string;
      /** Why it says nothing of later turns, to follow "in later ones both replies come from one model". */
      readonly later: string;
    };

/** What a column is for, beyond what it says. Samples, refusals, maps and lists of the usual go by it, never by names. */
export interface Role {
  /** Rows with `true` are in this sample. */
  readonly sample?: NamedSample;
  /** It says where somebody comes from. */
  readonly origin?: Origin;
  /** Its levels are the shapes of a map: countries, or PRISM’s regions. */
  readonly shapes?: 'countries' | 'regions';
  /** What a person made of a reply: one judgement, from which every column with this role follows. */
  readonly judgement?: true;
  /** The scale of scores that it is. */
  readonly scaleUse?: ScaleUse;
  /** A measure of it is the same by construction over so much. */
  readonly relative?: Relative;
  /** What it says of a reply is alike for all replies of a turn (and so for all openers), or of a conversation. */
  readonly alike?: 'turn' | 'conversation';
  /** It says whether a person has conversations, and so is alike for all of them. */
  readonly reached?: true;
  /** Its place among the columns that readers split and narrow by most often; 1 is the most usual. */
  readonly usual?: number;
  /** How a sentence offers to narrow conversations to one level: what stands before it, and what in place of it for all. */
  readonly narrowing?: { readonly before: string; readonly all: string };
}
