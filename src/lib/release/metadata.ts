import type { ReleaseFile } from './files.ts';
import { isRow, type JsonRow } from './json.ts';
import { shown, type Report } from './report.ts';
import { readRows } from './rows.ts';
import { metadataShape } from './shape.ts';
import { MISSING } from './table-builder.ts';
import { idNumber, isMissing, truthOf } from './values.ts';

/** The texts that are annotated, and the id each annotation goes by. */
const annotated = {
  self_description: { key: 'user_id', prefix: 'user' },
  system_string: { key: 'user_id', prefix: 'user' },
  open_feedback: { key: 'conversation_id', prefix: 'c' },
  user_prompt: { key: 'interaction_id', prefix: 'int' },
  model_response: { key: 'utterance_id', prefix: 'ut' }
} as const;

export type AnnotatedText = keyof typeof annotated;

export const annotatedTexts = Object.keys(annotated) as readonly AnnotatedText[];

/** The id an annotated text goes by. */
export function keyOf(text: AnnotatedText): (typeof annotated)[AnnotatedText]['key'] {
  return annotated[text].key;
}

const ids = [
  { key: 'user_id', prefix: 'user' },
  { key: 'conversation_id', prefix: 'c' },
  { key: 'interaction_id', prefix: 'int' },
  { key: 'utterance_id', prefix: 'ut' }
] as const;

/** What an annotation says of a text, as bits. */
export const FLAG = {
  /** A program took something for personal data, and no person has denied it. */
  personal: 1,
  /** A program took the text for another language than English. */
  notEnglish: 2,
  /** A program took the text for harmful. */
  flagged: 4
} as const;

/** Counts over the annotations of one text. */
export interface AnnotationCounts {
  readonly rows: number;
  readonly pii: number;
  readonly english: number;
  readonly flagged: number;
}

/** The annotations of a release. */
export interface Metadata {
  /** Bits of {@link FLAG} by the number of the text's id. */
  readonly flags: Readonly<Record<AnnotatedText, ReadonlyMap<number, number>>>;
  /** The person each row names, by the number of the text's id. */
  readonly people: Readonly<Record<AnnotatedText, ReadonlyMap<number, number>>>;
  readonly counts: Readonly<Record<AnnotatedText, AnnotationCounts>>;
  readonly rows: number;
  /** Number of distinct languages. */
  readonly languages: number;
  /** Rows without the id, or without a decision by hand. */
  readonly without: Readonly<Record<string, number>>;
}

/** Reads `metadata.jsonl`: one row per text. */
export async function readMetadata(file: ReleaseFile, report: Report): Promise<Metadata> {
  const flags = byText(() => new Map<number, number>());
  const people = byText(() => new Map<number, number>());
  const counts = byText(() => ({ rows: 0, pii: 0, english: 0, flagged: 0 }));
  const languages = new Set<unknown>();
  const without: Record<string, number> = {
    conversation_id: 0,
    interaction_id: 0,
    utterance_id: 0,
    pii_manual_flag: 0
  };

  const rows = await readRows(file, metadataShape, report, (row, line) => {
    const of = annotatedTexts.find((name) => name === row.column_id);
    if (of === undefined) {
      report.problem(file.name, line, `one of ${annotatedTexts.join(', ')} in column_id`, shown(row.column_id));
      return;
    }
    const id = idsOf(row, of, file.name, line, report);
    const said = verdicts(row, file.name, line, report);
    if (id === undefined || said === undefined) return;
    if (flags[of].has(id.own)) {
      report.problem(file.name, line, 'every text once', `${of} of ${annotated[of].prefix}${id.own} again`);
      return;
    }
    const count = counts[of];
    count.rows += 1;
    count.pii += said.pii ? 1 : 0;
    count.english += said.english ? 1 : 0;
    count.flagged += said.flagged ? 1 : 0;
    languages.add(row.language_flag);
    for (const key in without) if (isMissing(row[key])) without[key] = (without[key] ?? 0) + 1;
    if ((row.language_flag === 'en') !== said.english) {
      report.warn(file.name, 'en_flag and language_flag disagree', {
        place: `line ${line}: ${said.english} beside ${shown(row.language_flag)}`
      });
    }
    people[of].set(id.own, id.person);
    flags[of].set(
      id.own,
      (said.pii && said.manual !== false ? FLAG.personal : 0) |
        (said.english ? 0 : FLAG.notEnglish) |
        (said.flagged ? FLAG.flagged : 0)
    );
  });
  return { flags, people, counts, rows, languages: languages.size, without };
}

function byText<T>(make: () => T): Record<AnnotatedText, T> {
  return {
    self_description: make(),
    system_string: make(),
    open_feedback: make(),
    user_prompt: make(),
    model_response: make()
  };
}

/** The numbers of the id the text goes by and of the person; every id present must be one. Undefined after reporting. */
function idsOf(
  row: JsonRow,
  of: AnnotatedText,
  file: string,
  line: number,
  report: Report
): { own: number; person: number } | undefined {
  let own: number | undefined;
  let person: number | undefined;
  let sound = true;
  for (const { key, prefix } of ids) {
    const value = row[key];
    const needed = key === annotated[of].key || key === 'user_id';
    if (!needed && isMissing(value)) continue;
    const number = idNumber(value, prefix);
    if (number === undefined) {
      report.problem(file, line, `${key} such as ${prefix}12`, `${shown(value)} for ${of}`);
      sound = false;
    }
    if (key === annotated[of].key) own = number;
    if (key === 'user_id') person = number;
  }
  return sound && own !== undefined && person !== undefined ? { own, person } : undefined;
}

interface Verdicts {
  readonly pii: boolean;
  readonly manual: boolean | null;
  readonly english: boolean;
  readonly flagged: boolean;
}

function verdicts(row: JsonRow, file: string, line: number, report: Report): Verdicts | undefined {
  const moderation = row.moderation_flag;
  const pii = truth(row.pii_flag, 'pii_flag', file, line, report);
  const english = truth(row.en_flag, 'en_flag', file, line, report);
  const flagged = truth(
    isRow(moderation) ? moderation.flagged : undefined,
    'moderation_flag.flagged',
    file,
    line,
    report
  );
  const manual = isMissing(row.pii_manual_flag)
    ? null
    : truth(row.pii_manual_flag, 'pii_manual_flag', file, line, report);
  const { language_flag } = row;
  if (typeof language_flag !== 'string' || language_flag === '') {
    report.problem(file, line, 'the code of a language in language_flag', shown(language_flag));
    return undefined;
  }
  if (pii === undefined || english === undefined || flagged === undefined || manual === undefined) return undefined;
  return { pii, manual, english, flagged };
}

function truth(value: unknown, field: string, file: string, line: number, report: Report): boolean | undefined {
  const known = truthOf(value);
  if (known === undefined) report.problem(file, line, `true or false in ${field}`, shown(value));
  return known;
}

/** Flags in the order of the given ids, `MISSING` where a text has no annotation. */
export function flagsInOrder(flags: ReadonlyMap<number, number>, keys: Int32Array): Int32Array {
  return keys.map((key) => flags.get(key) ?? MISSING);
}
