import { conversations } from '../dataset/conversations/index.ts';
import { TableReader } from './encode.ts';
import type { ReleaseFile } from './files.ts';
import { readHistory } from './history.ts';
import { shown, type Report } from './report.ts';
import { readRows } from './rows.ts';
import { conversationShape } from './shape.ts';
import { text } from './survey.ts';
import { Integers, type Columns } from './table-builder.ts';
import { inOrder, type Texts } from './texts.ts';
import type { Topics } from './topics.ts';
import { codePoints, idNumber } from './values.ts';

/** What the histories say, to be held against the utterances; in the order of the table's rows. */
export interface Histories {
  /** Number of replies. */
  readonly replies: Int32Array;
  /** Sum of their scores. */
  readonly scores: Int32Array;
  /** Number of replies marked as chosen. */
  readonly chosen: Int32Array;
  /** Sum of the fingerprints of the replies. */
  readonly contents: Int32Array;
}

/** The conversations as read. */
export interface Conversations {
  readonly columns: Columns;
  readonly undocumented: Record<string, readonly string[]>;
  /** Line of each row in the file. */
  readonly lines: Int32Array;
  readonly texts: Texts['conversations'];
  readonly histories: Histories;
}

/** Reads `conversations.jsonl`: one row per conversation. Topics are null without their file. */
export async function readConversations(
  file: ReleaseFile,
  topics: Topics | null,
  report: Report
): Promise<Conversations> {
  const table = new TableReader(conversations.columns, file.name, report);
  const prompts: string[] = [];
  const feedbacks: string[] = [];
  const replies = new Integers();
  const scores = new Integers();
  const chosen = new Integers();
  const contents = new Integers();

  await readRows(file, conversationShape, report, (row, line) => {
    const prompt = text(row, 'opening_prompt', file.name, line, report);
    const feedback = text(row, 'open_feedback', file.name, line, report);
    const history = readHistory(row, file.name, line, report);
    if (prompt === undefined || feedback === undefined || history === undefined) return;

    const topic = topics?.get(idNumber(row.conversation_id, 'c') ?? -1)?.cluster ?? null;
    if (!table.add(row, { opening_prompt_length: codePoints(prompt), topic }, line)) return;
    if (history.opening !== prompt) {
      report.warn(file.name, 'opening_prompt differs from the first message of conversation_history');
    }
    if (history.turns !== row.conversation_turns) {
      const expected = `conversation_turns of ${history.turns}, as in conversation_history`;
      report.problem(file.name, line, expected, shown(row.conversation_turns));
    }
    prompts.push(prompt);
    feedbacks.push(feedback);
    replies.push(history.replies);
    scores.push(history.scores);
    chosen.push(history.chosen);
    contents.push(history.contents);
  });

  const order = table.orderBy('conversation_id', 'c', report);
  return {
    ...table.finish(order),
    lines: table.lines.inOrder(order),
    texts: { opening_prompt: inOrder(prompts, order), open_feedback: inOrder(feedbacks, order) },
    histories: {
      replies: replies.inOrder(order),
      scores: scores.inOrder(order),
      chosen: chosen.inOrder(order),
      contents: contents.inOrder(order)
    }
  };
}
