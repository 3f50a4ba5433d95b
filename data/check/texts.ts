import figures from '../published/conversations.json' with { type: 'json' };
import freeText from '../published/free_text.json' with { type: 'json' };
import metadata from '../published/metadata.json' with { type: 'json' };
import topics from '../published/topics.json' with { type: 'json' };
import { Unanswerable, type Check } from './check.ts';
import { countsOf, meanOf, tally, type Numbers } from './numbers.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';

const OWN_TEXTS = 'The texts of the twin are its own';

function annotations(data: ShippedData): NonNullable<ShippedData['manifest']['annotations']> {
  const { annotations: found } = data.manifest;
  if (found === null) throw new Unanswerable('The release lacks metadata.jsonl');
  return found;
}

type Kind = 'rows' | 'flagged' | 'english' | 'pii';

function annotationCheck(
  kind: Kind,
  statement: string,
  of: (row: (typeof metadata.by_column_id)[number]) => number
): Check {
  return {
    id: `annotations.${kind}`,
    statement,
    source: metadata.source,
    expected: Object.fromEntries(metadata.by_column_id.map((row) => [row.column_id, of(row)])),
    twin: 'exact',
    found: (data) =>
      Object.fromEntries(Object.entries(annotations(data).counts).map(([name, counts]) => [name, counts[kind]]))
  };
}

/** Texts of a released field, once per row of the file it was released in. */
function releasedTexts(data: ShippedData): Readonly<Record<string, readonly string[]>> {
  const prompts = data.texts('interactions', 'user_prompt');
  const replies = tally(shippedColumn(data, 'interaction_id'));
  const ids = [...new Set(interactionsInOrder(data))];
  const repeated = prompts.flatMap((prompt, row) =>
    new Array<string>(replies.get(ids[row] ?? -1) ?? 0).fill(prompt ?? '')
  );
  const all = (of: string, column: string): string[] => data.texts(of, column).map((text) => text ?? '');
  return {
    system_string: all('participants', 'system_string'),
    self_description: all('participants', 'self_description'),
    open_feedback: all('conversations', 'open_feedback'),
    user_prompt: repeated,
    model_response: all('utterances', 'model_response')
  };
}

/** Interaction of each utterance, by conversation and turn. */
function interactionsInOrder(data: ShippedData): number[] {
  const conversation = shippedColumn(data, 'conversation_id', 'utterances');
  const turn = shippedColumn(data, 'turn');
  const interaction = shippedColumn(data, 'interaction_id');
  return [...interaction.keys()]
    .sort((a, b) => (conversation[a] ?? 0) - (conversation[b] ?? 0) || (turn[a] ?? 0) - (turn[b] ?? 0) || a - b)
    .map((row) => interaction[row] ?? -1);
}

const unique = figures.text_uniques_and_lengths_chars;

/** Topics, annotations and texts. */
export const textChecks: readonly Check[] = [
  {
    id: 'topics.sizes',
    statement: 'Conversations by topic; -1 stands for none.',
    source: topics.source,
    expected: Object.fromEntries(topics.clusters.map((row) => [String(row.cluster_id), row.size])),
    twin: 'exact',
    found: (data) => {
      const counts: Numbers = countsOf(data, 'topic');
      if (counts.null === shippedColumn(data, 'topic').length)
        throw new Unanswerable('The release lacks the file of topics');
      return counts;
    }
  },
  annotationCheck('rows', 'Annotated texts.', (row) => row.n),
  annotationCheck('flagged', 'Texts that moderation flagged.', (row) => row.moderation_flagged_true),
  annotationCheck('english', 'Texts taken for English.', (row) => row.en_flag_true),
  annotationCheck('pii', 'Texts taken to hold personal data.', (row) => row.pii_flag_true),
  {
    id: 'annotations.languages',
    statement: 'Distinct languages.',
    source: metadata.source,
    expected: { languages: metadata.n_languages_overall },
    twin: 'exact',
    found: (data) => ({ languages: annotations(data).languages })
  },
  {
    id: 'annotations.missing',
    statement: 'Annotations without an id or a decision by hand.',
    source: metadata.source,
    expected: { ...metadata.missing_ids, pii_manual_flag: metadata.pii_manual_flag.null },
    twin: 'exact',
    found: (data) => annotations(data).without
  },
  {
    id: 'texts.distinct',
    statement: 'Distinct texts.',
    source: figures.source,
    expected: {
      opening_prompt: unique.opening_prompt.n_unique,
      open_feedback: unique.open_feedback.n_unique,
      user_prompt: unique.user_prompt_over_68371_rows.n_unique,
      model_response: unique.model_response.n_unique,
      self_description: unique.self_description.n_unique,
      system_string: unique.system_string.n_unique
    },
    twin: { not: OWN_TEXTS },
    found: (data) => ({
      opening_prompt: new Set(data.texts('conversations', 'opening_prompt')).size,
      open_feedback: new Set(data.texts('conversations', 'open_feedback')).size,
      user_prompt: new Set(data.texts('interactions', 'user_prompt')).size,
      model_response: new Set(data.texts('utterances', 'model_response')).size,
      self_description: new Set(data.texts('participants', 'self_description')).size,
      system_string: new Set(data.texts('participants', 'system_string')).size
    })
  },
  {
    id: 'texts.words',
    statement: 'Mean number of words, as parts between single spaces.',
    source: freeText.source,
    expected: Object.fromEntries(Object.entries(freeText.word_stats).map(([name, stats]) => [name, stats.mean])),
    within: 1e-6,
    twin: { not: OWN_TEXTS },
    found: (data) =>
      Object.fromEntries(
        Object.entries(releasedTexts(data)).map(([name, texts]) => [
          name,
          meanOf(texts.map((text) => text.split(' ').length))
        ])
      )
  }
];
