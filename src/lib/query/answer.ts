/** One row of an answer: column name to number. */
export type AnswerRow = Readonly<Record<string, number>>;

export type Answer = readonly AnswerRow[];
