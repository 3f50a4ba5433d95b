import type { TableName } from '../../src/lib/dataset/tables.ts';
import { agreeOnChoices, agreeOnConversations, agreeOnPeople } from './agree.ts';
import { readConversations } from './conversations.ts';
import {
  requiredFiles,
  optionalFiles,
  type Log,
  type ReleaseFile,
  type ReleaseFileName,
  type ReleaseFiles
} from './files.ts';
import { describedModels, readModels, type ModelTable } from './models.ts';
import { Report, type Warning } from './report.ts';
import { readSurvey } from './survey.ts';
import { rowsOf, type Columns } from './table-builder.ts';
import type { Texts } from './texts.ts';
import { readTopics } from './topics.ts';
import { readUtterances } from './utterances.ts';

/** A release in columns, rows in the order of their ids. */
export interface Release {
  /** Columns as the description has them; `MISSING` stands for null. */
  readonly tables: Readonly<Record<TableName, Columns>>;
  readonly texts: Texts;
  readonly models: ModelTable;
  /** Levels that are not in the description, in alphabetical order, by column. Their codes follow the documented ones. */
  readonly undocumented: Readonly<Record<string, readonly string[]>>;
  readonly warnings: readonly Warning[];
  readonly counts: Readonly<Record<TableName | 'interactions', number>>;
  /** Optional files that were not found. */
  readonly missing: readonly string[];
}

/** Rows of the official release. */
export const officialCounts = { 'survey.jsonl': 1500, 'conversations.jsonl': 8011, 'utterances.jsonl': 68371 } as const;

/**
 * Reads a release and verifies it. Memory stays below about half a gigabyte for the official files.
 *
 * @throws ReleaseError with every problem of every file when anything must be refused
 */
export async function readRelease(files: ReleaseFiles, log: Log): Promise<Release> {
  const report = new Report();
  const required = (name: ReleaseFileName): ReleaseFile | undefined => {
    if (files[name] === undefined) report.problem(name, 0, 'the file', 'no file of that name');
    return files[name];
  };
  const surveyFile = required('survey.jsonl');
  const conversationsFile = required('conversations.jsonl');
  const utterancesFile = required('utterances.jsonl');
  if (!surveyFile || !conversationsFile || !utterancesFile) {
    report.refuse();
    throw new Error('unreachable');
  }

  const modelsFile = files['models.jsonl'];
  const models = modelsFile ? await readModels(modelsFile, report) : describedModels();
  const topicsFile = files['opening_prompt_text_df_original.csv'];
  const topics = topicsFile ? await readTopics(topicsFile, report) : null;

  const survey = await readSurvey(surveyFile, report);
  log(`read survey.jsonl: ${rowsOf(survey.columns)} people`);
  const conversations = await readConversations(conversationsFile, topics, report);
  log(`read conversations.jsonl: ${rowsOf(conversations.columns)} conversations`);
  const utterances = await readUtterances(utterancesFile, models, report);
  log(`read utterances.jsonl: ${rowsOf(utterances.columns)} rated replies`);

  // A file with problems would make orphans of the rows below it; those are not reported on top.
  const sound = (...names: readonly string[]): boolean => names.every((name) => report.sound(name));
  if (sound('survey.jsonl', 'conversations.jsonl')) agreeOnPeople(survey, conversations, report);
  if (sound('conversations.jsonl', 'utterances.jsonl')) agreeOnConversations(conversations, utterances, report);
  if (sound('utterances.jsonl')) agreeOnChoices(utterances, report);

  const tables = {
    participants: survey.columns,
    conversations: conversations.columns,
    utterances: utterances.columns
  };
  for (const [index, table] of Object.values(tables).entries()) {
    const name = requiredFiles[index] ?? requiredFiles[0];
    const rows = rowsOf(table);
    if (rows !== officialCounts[name]) {
      report.warn(name, `the file holds ${rows} rows; the official release has ${officialCounts[name]}`);
    }
  }
  const missing = optionalFiles.filter((name) => files[name] === undefined);
  for (const name of missing) report.warn(name, 'the file was not found');
  report.refuse();

  const { interactions } = utterances.texts;
  return {
    tables,
    texts: { participants: survey.texts, conversations: conversations.texts, ...utterances.texts },
    models,
    undocumented: { ...survey.undocumented, ...conversations.undocumented, ...utterances.undocumented },
    warnings: report.warnings,
    counts: {
      participants: rowsOf(survey.columns),
      conversations: rowsOf(conversations.columns),
      utterances: rowsOf(utterances.columns),
      interactions: interactions.interaction_id.length
    },
    missing
  };
}
