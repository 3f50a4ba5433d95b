import { conversations } from '../dataset/conversations/index.ts';
import { TableReader } from './encode.ts';
import type { ReleaseFile } from './files.ts';
import { readHistory, type History } from './history.ts';
import { shown, type Report } from './report.ts';
import { readRows } from './rows.ts';
import { conversationShape } from './shape.ts';
import { text } from './survey.ts';
import type { BuiltColumns } from './table-builder.ts';
import { inOrder, type Texts } from './texts.ts';
import type { Topics } from './topics.ts';
import { codePoints, idNumber } from './values.ts';

/** The conversations as read. */
export interface Conversations {
  readonly columns: BuiltColumns;
  readonly undocumented: Record<string, readonly string[]>;
  /** Line of each row in the file. */
  readonly lines: Int32Array;
  readonly texts: Texts['conversations'];
  /** What `conversation_history` says, in the order of the rows. */
  readonly histories: readonly History[];
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
  const histories: History[] = [];

  await readRows(file, conversationShape, report, (row, line) => {
    const prompt = text(row, 'opening_prompt', file.name, line, report);
    const feedback = text(row, 'open_feedback', file.name, line, report);
    const history = readHistory(row, file.name, line, report);
    if (prompt === undefined || feedback === undefined || history === undefined) return;

    const topic = topics?.get(idNumber(row.conversation_id, 'c') ?? -1)?.cluster ?? null;
    if (!table.add(row, { opening_prompt_length: codePoints(prompt), topic }, line)) return;
    if (history.opening !== prompt) {
      report.warn(file.name, 'opening_prompt differs from the first message of conversation_history', {
        place: `${shown(row.conversation_id)}, line ${line}`
      });
    }
    const turns = history.messages.length;
    if (turns !== row.conversation_turns) {
      const found = `${shown(row.conversation_turns)} where the history has ${turns}`;
      report.problem(file.name, line, 'conversation_turns as in conversation_history', found);
    }
    prompts.push(prompt);
    feedbacks.push(feedback);
    histories.push(history);
  });

  const order = table.orderBy('conversation_id', 'c', report);
  return {
    ...table.finish(order),
    lines: table.lines.inOrder(order),
    texts: { opening_prompt: inOrder(prompts, order), open_feedback: inOrder(feedbacks, order) },
    histories: inOrder(histories, order)
  };
}
