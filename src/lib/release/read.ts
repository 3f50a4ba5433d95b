import { describedModelList, type ModelList } from '../dataset/model-details.ts';
import type { TableName } from '../dataset/tables.ts';
import { agreeOnConversations, agreeOnPeople } from './agree.ts';
import { agreeOnExtras } from './agree-on-extras.ts';
import { agreeOnHistories } from './agree-on-histories.ts';
import { agreeOnInteractions } from './agree-on-interactions.ts';
import { agreeOnPlaces } from './agree-on-places.ts';
import { readConversations } from './conversations.ts';
import {
  requiredFileNames,
  optionalFileNames,
  neighbourhoodFiles,
  type Log,
  type NeighbourhoodFileName,
  type ReleaseFile,
  type ReleaseFiles
} from './files.ts';
import { readMetadata, type Metadata } from './metadata.ts';
import { byId, readNeighbourhoods, type Neighbourhoods } from './neighbourhoods.ts';
import { modelTable, readModels } from './models.ts';
import { repliesInOrder, type Replies } from './reply-neighbourhoods.ts';
import { Report, type Warning } from './report.ts';
import { readSurvey } from './survey.ts';
import { builtRows, type BuiltColumns } from './table-builder.ts';
import type { Texts } from './texts.ts';
import { readTopics } from './topics.ts';
import { readUtterances } from './utterances.ts';

/** A release in columns, rows in the order of their ids. */
export interface Release {
  /** Columns as the description has them; `MISSING` stands for null. */
  readonly tables: Readonly<Record<TableName, BuiltColumns>>;
  readonly texts: Texts;
  readonly models: ModelList;
  /** Whether the rows are the synthetic twin's, by the mark it leaves in `study_id`. */
  readonly synthetic: boolean;
  /** Null without `metadata.jsonl`. */
  readonly metadata: Metadata | null;
  /** By the name of the file; those that were found. */
  readonly neighbourhoods: ReadonlyMap<NeighbourhoodFileName, Neighbourhoods>;
  /** Levels that are not in the description, in alphabetical order, by column. Their codes follow the documented ones. */
  readonly undocumented: Readonly<Record<string, readonly string[]>>;
  /** Columns that are documented nowhere and were not read, by file. */
  readonly unread: Readonly<Record<string, readonly string[]>>;
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
  const [surveyFile, conversationsFile, utterancesFile] = requiredFileNames.map((name) => files[name]);
  if (!surveyFile || !conversationsFile || !utterancesFile) {
    for (const name of requiredFileNames) {
      if (!files[name]) report.problem(name, 0, 'the file', 'no file of that name');
    }
    throw report.error();
  }

  const modelsFile = files['models.jsonl'];
  const models = modelsFile ? await readModels(modelsFile, report) : describedModelList;
  const topicsFile = files['opening_prompt_text_df_original.csv'];
  const topics = topicsFile ? await readTopics(topicsFile, report) : null;

  const survey = await readSurvey(surveyFile, report);
  log(`read survey.jsonl: ${builtRows(survey.columns)} people`);
  const conversations = await readConversations(conversationsFile, topics, report);
  log(`read conversations.jsonl: ${builtRows(conversations.columns)} conversations`);
  const utterances = await readUtterances(utterancesFile, modelTable(models), report);
  log(`read utterances.jsonl: ${builtRows(utterances.columns)} rated replies`);

  // A file with problems would make orphans of the rows below it; those are not reported on top.
  const sound = (...names: readonly string[]): boolean => names.every((name) => report.sound(name));
  if (sound('survey.jsonl', 'conversations.jsonl')) agreeOnPeople(survey, conversations, report);
  agreeOnPlaces(utterances, sound('conversations.jsonl') ? conversations : null, report);
  if (sound('conversations.jsonl', 'utterances.jsonl')) {
    agreeOnConversations(conversations, utterances, report);
    agreeOnHistories(conversations, utterances, report);
  }
  if (sound('utterances.jsonl')) agreeOnInteractions(utterances, report);

  const tables = {
    participants: survey.columns,
    conversations: conversations.columns,
    utterances: utterances.columns
  };
  for (const [index, table] of Object.values(tables).entries()) {
    const name = requiredFileNames[index] ?? requiredFileNames[0];
    const rows = builtRows(table);
    if (rows !== officialCounts[name]) {
      report.warn(name, `the file holds ${rows} rows; the official release has ${officialCounts[name]}`);
    }
  }
  const metadata = await readAnnotations(files['metadata.jsonl'], report, log);
  const { utterance_id, conversation_id } = utterances.columns;
  const neighbourhoods =
    utterance_id && conversation_id
      ? await readAllNeighbourhoods(files, { utterance_id, conversation_id, ...utterances.texts.utterances }, report)
      : new Map<NeighbourhoodFileName, Neighbourhoods>();
  agreeOnExtras({ survey, conversations, utterances }, { topics, metadata, neighbourhoods }, report);
  const missing = optionalFileNames.filter((name) => files[name] === undefined);
  for (const name of missing) report.warn(name, 'the file was not found');
  if (report.problems.length > 0) throw report.error();

  const { interactions } = utterances.texts;
  return {
    tables,
    texts: { participants: survey.texts, conversations: conversations.texts, ...utterances.texts },
    models,
    synthetic: survey.synthetic,
    metadata,
    neighbourhoods,
    undocumented: { ...survey.undocumented, ...conversations.undocumented, ...utterances.undocumented },
    unread: report.unreadColumns,
    warnings: report.warnings,
    counts: {
      participants: builtRows(survey.columns),
      conversations: builtRows(conversations.columns),
      utterances: builtRows(utterances.columns),
      interactions: interactions.interaction_id.length
    },
    missing
  };
}

async function readAnnotations(file: ReleaseFile | undefined, report: Report, log: Log): Promise<Metadata | null> {
  if (file === undefined) return null;
  const metadata = await readMetadata(file, report);
  log(`read metadata.jsonl: ${metadata.rows} annotated texts`);
  return metadata;
}

async function readAllNeighbourhoods(
  files: ReleaseFiles,
  replies: Replies,
  report: Report
): Promise<Map<NeighbourhoodFileName, Neighbourhoods>> {
  const found = new Map<NeighbourhoodFileName, Neighbourhoods>();
  for (const name of neighbourhoodFiles) {
    const file = files[name];
    if (file === undefined) continue;
    const of = name.includes('response') ? 'replies' : 'prompts';
    const rows = await readNeighbourhoods(file, of, report);
    if (of === 'prompts' || rows.by === 'utterance_id') found.set(name, byId(rows, name, report));
    // Without all replies the rows would fall on other ones.
    else if (report.sound(name) && report.sound('utterances.jsonl')) {
      const told = repliesInOrder(rows, replies, name, report);
      if (told !== null) found.set(name, told);
    }
  }
  return found;
}
