import type { Report } from './report.ts';
import { builtColumn as column, type BuiltColumns } from './table-builder.ts';
import type { Utterances } from './utterances.ts';

const UTTERANCES = 'utterances.jsonl';

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
      const line = lines[rows[0] ?? 0] ?? 0;
      report.problem(UTTERANCES, line, 'one chosen reply to each opener', `${picked.length} to int${id}`);
    }
    goesOn.set(conversation, model[picked[0] ?? -1]);
    if (new Set(rows.map((row) => model[row])).size < rows.length) {
      report.warn(UTTERANCES, 'openers hold two replies of one model', { place: `c${conversation}` });
    }
  }
  for (const { conversation, turn, rows } of interactions) {
    if (turn === 0) continue;
    const place = `c${conversation}, turn ${turn}`;
    const picked = new Set(rows.flatMap((row) => (chosen[row] === 0 ? [model_response[row]] : [])));
    if (picked.size === 0) report.warn(UTTERANCES, 'later turns have no chosen reply', { place });
    if (picked.size > 1) report.warn(UTTERANCES, 'later turns have chosen replies with different texts', { place });
    if (rows.some((row) => model[row] !== goesOn.get(conversation))) {
      report.warn(UTTERANCES, 'later turns hold replies of another model than the one chosen at the opener', { place });
    }
  }
  agreeOnProviders(columns, lines, report);
  agreeOnOrder(columns, interactions, report);
}

function interactionsOf(columns: BuiltColumns): Interaction[] {
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

/** Holds the provider of each reply against that of most replies of its model. */
function agreeOnProviders(columns: BuiltColumns, lines: Int32Array, report: Report): void {
  const provider = column(columns, 'model_provider');
  const models = new Map<number, Map<number, number>>();
  for (const [row, model] of column(columns, 'model').entries()) {
    const counts = models.get(model) ?? new Map<number, number>();
    models.set(model, counts);
    const code = provider[row] ?? 0;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const usual = new Map([...models].map(([model, counts]) => [model, [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]]));
  const ids = column(columns, 'utterance_id');
  for (const [row, model] of column(columns, 'model').entries()) {
    if (usual.get(model) === provider[row]) continue;
    report.warn(UTTERANCES, 'replies name another provider than other replies of their model', {
      place: `ut${ids[row]}, line ${lines[row]}`
    });
  }
}

/** Utterances are numbered by conversation, then turn; interactions by the conversation's id as text, then turn. */
function agreeOnOrder(columns: BuiltColumns, interactions: readonly Interaction[], report: Report): void {
  const conversation = column(columns, 'conversation_id');
  const turn = column(columns, 'turn');
  const ids = column(columns, 'utterance_id');
  for (let row = 1; row < conversation.length; row += 1) {
    const apart = (conversation[row] ?? 0) - (conversation[row - 1] ?? 0) || (turn[row] ?? 0) - (turn[row - 1] ?? 0);
    if (apart >= 0) continue;
    report.warn(UTTERANCES, 'utterance ids do not rise with conversation and turn', { place: `ut${ids[row]}` });
  }
  const byNumber = [...interactions].sort((a, b) => a.id - b.id);
  for (const [index, here] of byNumber.entries()) {
    const before = byNumber[index - 1];
    if (before === undefined) continue;
    const [a, b] = [`c${before.conversation}`, `c${here.conversation}`];
    if (a > b || (a === b && before.turn > here.turn)) {
      report.warn(UTTERANCES, 'interaction ids do not rise with the conversation id as text, and turn', {
        place: `int${before.id} and int${here.id}`
      });
    }
  }
}
