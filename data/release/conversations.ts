import { conversations } from '../../src/lib/dataset/conversations/index.ts';
import { TableReader } from './encode.ts';
import type { ReleaseFile } from './files.ts';
import { isRow, type Row } from './json.ts';
import { shown, type Report } from './report.ts';
import { readRows } from './rows.ts';
import { conversationShape, hasShape, historyShape } from './shape.ts';
import { text } from './survey.ts';
import { Integers, type Columns } from './table-builder.ts';
import { inOrder, type Texts } from './texts.ts';
import { codePoints } from './values.ts';

/** What the histories say, to be held against the utterances; in the order of the table's rows. */
export interface Histories {
  /** Number of replies. */
  readonly replies: Int32Array;
  /** Sum of their scores. */
  readonly scores: Int32Array;
  /** Number of replies marked as chosen. */
  readonly chosen: Int32Array;
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

/** Cluster of each conversation's opening prompt, by the conversation's number; null without the file of topics. */
export type Topics = ReadonlyMap<number, string> | null;

/** Reads `conversations.jsonl`: one row per conversation. */
export async function readConversations(file: ReleaseFile, topics: Topics, report: Report): Promise<Conversations> {
  const table = new TableReader(conversations.columns, file.name, report);
  const prompts: string[] = [];
  const feedbacks: string[] = [];
  const replies = new Integers();
  const scores = new Integers();
  const chosen = new Integers();

  await readRows(file, conversationShape, report, (row, line) => {
    const prompt = text(row, 'opening_prompt', file.name, line, report);
    const feedback = text(row, 'open_feedback', file.name, line, report);
    const history = readHistory(row, file.name, line, report);
    if (prompt === undefined || feedback === undefined || history === undefined) return;

    const topic = topicOf(row.conversation_id, topics);
    if (!table.add(row, { opening_prompt_length: codePoints(prompt), topic }, line)) return;
    if (history.opening !== prompt) {
      report.warn(file.name, 'opening_prompt differs from the first message of conversation_history');
    }
    if (history.turns !== row.conversation_turns) {
      report.warn(file.name, 'conversation_turns differs from the turns in conversation_history');
    }
    prompts.push(prompt);
    feedbacks.push(feedback);
    replies.push(history.replies);
    scores.push(history.scores);
    chosen.push(history.chosen);
  });

  const order = table.orderBy('conversation_id', 'c', report);
  return {
    ...table.finish(order),
    lines: table.lines.inOrder(order),
    texts: { opening_prompt: inOrder(prompts, order), open_feedback: inOrder(feedbacks, order) },
    histories: { replies: replies.inOrder(order), scores: scores.inOrder(order), chosen: chosen.inOrder(order) }
  };
}

function topicOf(conversation: unknown, topics: Topics): string | null {
  const digits = /\d+/.exec(String(conversation))?.[0];
  return topics?.get(Number(digits)) ?? null;
}

interface History {
  readonly opening: string | null;
  readonly turns: number;
  readonly replies: number;
  readonly scores: number;
  readonly chosen: number;
}

/** Sums up `conversation_history`; undefined after reporting an item that is none. */
function readHistory(row: Row, file: string, line: number, report: Report): History | undefined {
  const items = row.conversation_history;
  if (!Array.isArray(items)) {
    report.problem(file, line, 'an array in conversation_history', shown(items));
    return undefined;
  }
  let opening: string | null = null;
  let turns = 0;
  let replies = 0;
  let scores = 0;
  let chosen = 0;
  for (const [index, item] of items.entries()) {
    const at = `conversation_history[${index}]`;
    if (!isRow(item)) {
      report.problem(file, line, `an object in ${at}`, shown(item));
      return undefined;
    }
    if (!hasShape(item, historyShape, file, line, report, `${at}.`)) return undefined;
    const { turn, role, content, score, if_chosen } = item;
    const wrong =
      typeof turn !== 'number' || !Number.isInteger(turn) || turn < 0
        ? (['a turn from 0', turn] as const)
        : role !== 'user' && role !== 'model'
          ? (['the role "user" or "model"', role] as const)
          : typeof content !== 'string'
            ? (['a text in content', content] as const)
            : role === 'model' && !(Number.isInteger(score) && Number(score) >= 1 && Number(score) <= 100)
              ? (['a score from 1 to 100', score] as const)
              : role === 'model' && typeof if_chosen !== 'boolean'
                ? (['true or false in if_chosen', if_chosen] as const)
                : null;
    if (wrong !== null) {
      report.problem(file, line, `${wrong[0]} in ${at}`, shown(wrong[1]));
      return undefined;
    }
    turns = Math.max(turns, Number(turn) + 1);
    if (role === 'user') {
      if (turn === 0) opening = String(content);
    } else {
      replies += 1;
      scores += Number(score);
      chosen += if_chosen === true ? 1 : 0;
    }
  }
  return { opening, turns, replies, scores, chosen };
}
