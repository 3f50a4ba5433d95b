import { utterances } from '../dataset/utterances/index.ts';
import { TableReader } from './encode.ts';
import type { ReleaseFile } from './files.ts';
import { fingerprint } from './history.ts';
import type { ModelTable } from './models.ts';
import { marksOf } from './marks.ts';
import { isRelative, relativeScore } from './relative.ts';
import { shown, type Report } from './report.ts';
import { readRows } from './rows.ts';
import { utteranceShape } from './shape.ts';
import { text } from './survey.ts';
import { Integers, type BuiltColumns } from './table-builder.ts';
import { inOrder, type Texts } from './texts.ts';
import { codePoints } from './values.ts';

/** The utterances as read. */
export interface Utterances {
  readonly columns: BuiltColumns;
  readonly undocumented: Record<string, readonly string[]>;
  /** Line of each row in the file. */
  readonly lines: Int32Array;
  readonly texts: Pick<Texts, 'interactions' | 'utterances'>;
  /** The released type of conversation of each row, to be held against the conversations. */
  readonly types: readonly string[];
  /** The message each row answers. */
  readonly prompts: readonly string[];
  /** Fingerprint of each reply's text. */
  readonly fingerprints: Int32Array;
}

/** How the release marks a reply without text. */
export const EMPTY = 'EMPTY STRING';

/** A message as its first row has it. */
interface Interaction {
  readonly conversation: number;
  readonly turn: number;
  readonly prompt: string;
}

/** Reads `utterances.jsonl`: one row per rated reply. */
export async function readUtterances(file: ReleaseFile, models: ModelTable, report: Report): Promise<Utterances> {
  const ofOneRow = Object.fromEntries(Object.entries(utterances.columns).filter(([name]) => !isRelative(name)));
  const table = new TableReader(ofOneRow, file.name, report);
  const responses: string[] = [];
  const types: string[] = [];
  const prompts: string[] = [];
  const fingerprints = new Integers();
  const interactions = new Map<number, Interaction>();
  const keys = table.column('utterance_id');
  const column = {
    interaction: table.column('interaction_id'),
    conversation: table.column('conversation_id'),
    turn: table.column('turn')
  };

  await readRows(file, utteranceShape, report, (row, line) => {
    const prompt = text(row, 'user_prompt', file.name, line, report);
    const response = text(row, 'model_response', file.name, line, report);
    const type = text(row, 'conversation_type', file.name, line, report);
    if (prompt === undefined || response === undefined || type === undefined) return;

    const facts = models.get(String(row.model_name));
    const derived = {
      turn_kind: row.turn === 0 ? 'opener' : 'later',
      model_family: facts?.model_family,
      model_provider_type: facts?.model_provider_type,
      model_type: facts?.model_type,
      response_length: codePoints(response),
      empty_response: response === EMPTY || response.trim() === '',
      ...marksOf(response)
    };
    if (!table.add(row, derived, line)) return;
    if (facts === undefined) report.warn(file.name, `nothing is known of the model ${shown(row.model_name)}`);
    else if (facts.left) report.warn(file.name, `models.jsonl has no row for the model ${shown(row.model_name)}`);
    responses.push(response);
    types.push(type);

    fingerprints.push(fingerprint(response));
    const index = keys.length - 1;
    const interaction = column.interaction.at(index);
    const known = interactions.get(interaction);
    // The text of a message is kept once, not once per reply.
    prompts.push(known?.prompt === prompt ? known.prompt : prompt);
    if (known !== undefined) return;
    interactions.set(interaction, {
      conversation: column.conversation.at(index),
      turn: column.turn.at(index),
      prompt
    });
  });

  const order = table.orderBy('utterance_id', 'ut', report);
  const { columns, undocumented } = table.finish(order);
  const read = (name: string): Int32Array => columns[name] ?? new Int32Array();
  const [user_id, interaction_id] = [read('user_id'), read('interaction_id')];
  const scored = { user_id, interaction_id, turn: read('turn'), score: read('score') };
  return {
    columns: {
      ...columns,
      score_z: relativeScore('score_z', scored),
      win_share: relativeScore('win_share', scored)
    },
    undocumented,
    lines: table.lines.inOrder(order),
    types: inOrder(types, order),
    prompts: inOrder(prompts, order),
    fingerprints: fingerprints.inOrder(order),
    texts: {
      interactions: interactionsInOrder(interactions),
      utterances: { model_response: inOrder(responses, order) }
    }
  };
}

function interactionsInOrder(interactions: ReadonlyMap<number, Interaction>): Texts['interactions'] {
  const rows = [...interactions].sort(([, a], [, b]) => a.conversation - b.conversation || a.turn - b.turn);
  return {
    interaction_id: Int32Array.from(rows, ([id]) => id),
    conversation_id: Int32Array.from(rows, ([, { conversation }]) => conversation),
    turn: Int32Array.from(rows, ([, { turn }]) => turn),
    user_prompt: rows.map(([, { prompt }]) => prompt)
  };
}
