import type { Report } from './report.ts';
import type { Columns } from './table-builder.ts';
import type { Utterances } from './utterances.ts';

const UTTERANCES = 'utterances.jsonl';

function column(columns: Columns, name: string): Int32Array {
  const values = columns[name];
  if (values === undefined) throw new RangeError(`No column ${name}`);
  return values;
}

interface Interaction {
  readonly id: number;
  readonly conversation: number;
  readonly turn: number;
  readonly rows: number[];
}

/**
 * Holds the replies to one message against each other: just one is chosen at the opener, where each is another
 * model’s; later turns stay with the chosen model and choose one text. Looks whether ids are numbered as documented.
 */
export function agreeOnInteractions({ columns, lines, texts }: Utterances, report: Report): void {
  const model = column(columns, 'model');
  const chosen = column(columns, 'if_chosen');
  const { model_response } = texts.utterances;
  const interactions = interactionsOf(columns);
  const goesOn = new Map<number, number | undefined>();

  for (const { id, conversation, turn, rows } of interactions) {
    if (turn !== 0) continue;
    // The first level of if_chosen is true.
    const picked = rows.filter((row) => chosen[row] === 0);
    if (picked.length !== 1) {
      report.problem(
        UTTERANCES,
        lines[rows[0] ?? 0] ?? 0,
        `one chosen reply to the opener int${id}`,
        `${picked.length}`
      );
    }
    goesOn.set(conversation, model[picked[0] ?? -1]);
    if (new Set(rows.map((row) => model[row])).size < rows.length) {
      report.warn(UTTERANCES, 'openers hold two replies of one model');
    }
  }
  for (const { conversation, turn, rows } of interactions) {
    if (turn === 0) continue;
    const picked = new Set(rows.flatMap((row) => (chosen[row] === 0 ? [model_response[row]] : [])));
    if (picked.size === 0) report.warn(UTTERANCES, 'later turns have no chosen reply');
    if (picked.size > 1) report.warn(UTTERANCES, 'later turns have chosen replies with different texts');
    if (rows.some((row) => model[row] !== goesOn.get(conversation))) {
      report.warn(UTTERANCES, 'later turns hold replies of another model than the one chosen at the opener');
    }
  }
  agreeOnProviders(columns, report);
  agreeOnOrder(columns, interactions, report);
}

function interactionsOf(columns: Columns): Interaction[] {
  const conversation = column(columns, 'conversation_id');
  const turn = column(columns, 'turn');
  const interactions = new Map<number, Interaction>();
  for (const [row, id] of column(columns, 'interaction_id').entries()) {
    const known = interactions.get(id);
    if (known) known.rows.push(row);
    else interactions.set(id, { id, conversation: conversation[row] ?? 0, turn: turn[row] ?? 0, rows: [row] });
  }
  return [...interactions.values()];
}

function agreeOnProviders(columns: Columns, report: Report): void {
  const provider = column(columns, 'model_provider');
  const first = new Map<number, number | undefined>();
  for (const [row, model] of column(columns, 'model').entries()) {
    if (!first.has(model)) first.set(model, provider[row]);
    else if (first.get(model) !== provider[row]) {
      report.warn(UTTERANCES, 'replies name another provider than other replies of their model');
    }
  }
}

/** Utterances are numbered by conversation, then turn; interactions by the conversation's id as text, then turn. */
function agreeOnOrder(columns: Columns, interactions: readonly Interaction[], report: Report): void {
  const conversation = column(columns, 'conversation_id');
  const turn = column(columns, 'turn');
  for (let row = 1; row < conversation.length; row += 1) {
    const apart = (conversation[row] ?? 0) - (conversation[row - 1] ?? 0) || (turn[row] ?? 0) - (turn[row - 1] ?? 0);
    if (apart < 0) report.warn(UTTERANCES, 'utterance ids do not rise with conversation and turn');
  }
  const byNumber = [...interactions].sort((a, b) => a.id - b.id);
  for (const [index, here] of byNumber.entries()) {
    const before = byNumber[index - 1];
    if (before === undefined) continue;
    const [a, b] = [`c${before.conversation}`, `c${here.conversation}`];
    if (a > b || (a === b && before.turn > here.turn)) {
      report.warn(UTTERANCES, 'interaction ids do not rise with the conversation id as text, and turn');
    }
  }
}
