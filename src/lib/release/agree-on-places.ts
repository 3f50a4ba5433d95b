import type { Conversations } from './conversations.ts';
import { fingerprint, type History } from './history.ts';
import { shown, type Report } from './report.ts';
import { builtColumn } from './table-builder.ts';
import type { Utterances } from './utterances.ts';

const FILE = 'utterances.jsonl';

/** Rows that say one thing, and how many of them another file bears out. */
interface Party {
  readonly rows: number[];
  borneOut: number;
}

/**
 * Holds the ids of the replies against each other: the conversation exists; the replies of an interaction lie in one
 * turn of one conversation, answer one message, and each has a place of its own; no other interaction lies there. Where
 * rows contradict each other, those are named that the histories do not bear out, or else the fewer. Conversations are
 * null when their file has problems.
 */
export function agreeOnPlaces(utterances: Utterances, conversations: Conversations | null, report: Report): void {
  const { columns, lines, prompts, fingerprints } = utterances;
  const [id, interaction, conversation, turn, within] = [
    builtColumn(columns, 'utterance_id'),
    builtColumn(columns, 'interaction_id'),
    builtColumn(columns, 'conversation_id'),
    builtColumn(columns, 'turn'),
    builtColumn(columns, 'within_turn_id')
  ];
  const line = (row: number): number => lines[row] ?? 0;
  const histories = historiesOf(conversations);
  const history = (row: number): History | undefined => histories?.get(conversation[row] ?? -1);
  const place = (row: number): string => `c${conversation[row]}, turn ${turn[row]}`;

  // A row that has been reported is judged no further.
  let rows = Array.from(id, (_, row) => row);
  const drop = (odd: readonly number[]): void => {
    if (odd.length === 0) return;
    const gone = new Set(odd);
    rows = rows.filter((row) => !gone.has(row));
  };

  const orphans = histories === null ? [] : rows.filter((row) => history(row) === undefined);
  for (const row of orphans) {
    report.problem(
      FILE,
      line(row),
      'a conversation_id of conversations.jsonl',
      `c${conversation[row]} in ut${id[row]}`
    );
  }
  drop(orphans);

  const same = (
    of: (row: number) => string | number,
    said: (row: number) => string | number,
    borneOut: (row: number) => boolean,
    expected: string,
    found: (row: number, beside: number) => string
  ): void => {
    const odd = oddOnes(rows, of, said, borneOut);
    for (const [row, beside] of odd) report.problem(FILE, line(row), expected, found(row, beside));
    drop(odd.map(([row]) => row));
  };

  same(
    (row) => interaction[row] ?? 0,
    place,
    (row) => history(row)?.replies.some((one) => one.turn === turn[row] && one.text === fingerprints[row]) === true,
    'all replies of an interaction in one turn of one conversation',
    (row, beside) => `int${interaction[row]} in ${place(row)}, and in ${place(beside)} in line ${line(beside)}`
  );
  same(
    place,
    (row) => interaction[row] ?? 0,
    () => false,
    'one interaction in each turn of a conversation',
    (row, beside) => `int${interaction[row]} in ${place(row)}, and int${interaction[beside]} in line ${line(beside)}`
  );
  same(
    (row) => interaction[row] ?? 0,
    (row) => prompts[row] ?? '',
    (row) => history(row)?.messages[turn[row] ?? -1] === fingerprint(prompts[row] ?? ''),
    'the same user_prompt throughout an interaction',
    (row, beside) => `${shown(prompts[row])} in int${interaction[row]}, and another in line ${line(beside)}`
  );

  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = `within_turn_id ${within[row]} of int${interaction[row]}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    else report.problem(FILE, line(row), 'one reply in each place', `${key} again, after line ${line(before)}`);
  }
}

function historiesOf(conversations: Conversations | null): ReadonlyMap<number, History> | null {
  if (conversations === null) return null;
  const ids = builtColumn(conversations.columns, 'conversation_id');
  return new Map(conversations.histories.map((history, row) => [ids[row] ?? -1, history]));
}

/**
 * The rows that say otherwise than most of their group, each beside a row of the others. What another file bears out
 * counts before what more rows say; where neither decides, what stands first.
 */
function oddOnes(
  rows: readonly number[],
  groupOf: (row: number) => string | number,
  said: (row: number) => string | number,
  borneOut: (row: number) => boolean
): (readonly [row: number, beside: number])[] {
  const groups = new Map<string | number, Map<string | number, Party>>();
  for (const row of rows) {
    const group = groups.get(groupOf(row)) ?? new Map<string | number, Party>();
    groups.set(groupOf(row), group);
    const party = group.get(said(row));
    if (party) party.rows.push(row);
    else group.set(said(row), { rows: [row], borneOut: 0 });
  }
  return [...groups.values()].flatMap((group) => {
    if (group.size < 2) return [];
    const parties = [...group.values()];
    for (const party of parties) party.borneOut = party.rows.filter(borneOut).length;
    const [first, ...others] = parties.sort(
      (a, b) => Number(b.borneOut > 0) - Number(a.borneOut > 0) || b.rows.length - a.rows.length
    );
    return others.flatMap((party) => party.rows.map((row) => [row, first!.rows[0]!] as const));
  });
}
