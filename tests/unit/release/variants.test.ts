import { describe, expect, it } from 'vitest';
import { unreadFields } from '../../../src/lib/dataset/index.ts';
import { readRelease, type Release } from '../../../src/lib/release/read.ts';
import { handmade, type Handmade, type Row } from './handmade.ts';
import { csv, files, inMemoryFiles, written } from './write.ts';

const PEOPLE = 30;
const quiet = (): void => undefined;

async function changed(change: (release: Handmade) => void): Promise<Release> {
  const release = handmade(PEOPLE);
  change(release);
  return readRelease(files(release), quiet);
}

const reference = await readRelease(files(handmade(PEOPLE)), quiet);

function expectSame(release: Release): void {
  expect(release.tables).toEqual(reference.tables);
  expect(release.texts).toEqual(reference.texts);
}

describe('a release that is written otherwise but says the same', () => {
  it('may number ids as integers', async () => {
    const number = (row: Row, key: string): void => {
      if (row[key]) row[key] = Number(String(row[key]).replace(/\D+/, ''));
    };
    expectSame(
      await changed(({ survey, conversations, utterances, metadata }) => {
        for (const row of [...survey, ...conversations, ...utterances, ...metadata]) {
          for (const key of ['user_id', 'conversation_id', 'interaction_id', 'utterance_id']) number(row, key);
        }
      })
    );
  });

  it('may number ids as text, or as text of a float', async () => {
    expectSame(
      await changed(({ survey, utterances }) => {
        for (const row of survey) row.user_id = String(row.user_id).replace('user', '');
        for (const row of utterances) row.interaction_id = `${String(row.interaction_id).replace('int', '')}.0`;
      })
    );
  });

  it('may write scores as floats', async () => {
    const text = written(handmade(PEOPLE));
    const utterances = text['utterances.jsonl']!.replace(/"score": (\d+)/g, '"score": $1.0');
    expectSame(await readRelease(inMemoryFiles({ ...text, 'utterances.jsonl': utterances }), quiet));
  });

  it('may lack the two regions that the codebook lacks', async () => {
    const release = await changed(({ survey }) => {
      for (const { location } of survey) {
        delete (location as Row).birth_region;
        delete (location as Row).reside_region;
      }
    });
    expectSame(release);
    expect(release.warnings.some(({ message }) => message.includes('taken from the countries'))).toBe(true);
  });

  it('may hold null in place of a block of use cases, and true for 1', async () => {
    expectSame(
      await changed(({ survey }) => {
        for (const row of survey) {
          const uses = row.lm_usecases as Row;
          if (uses.research === null) row.lm_usecases = null;
          else for (const key in uses) if (uses[key] === 1) uses[key] = true;
        }
      })
    );
  });

  it('may give the messages of people the keys of replies, as null or NaN', async () => {
    expectSame(
      await changed(({ conversations }) => {
        for (const { conversation_history } of conversations) {
          for (const item of conversation_history as Row[]) {
            if (item.role !== 'user') continue;
            Object.assign(item, {
              model_name: null,
              model_provider: null,
              if_chosen: null,
              score: NaN,
              within_turn_id: NaN
            });
          }
        }
      })
    );
  });

  it('may leave out the ids of annotations that have none', async () => {
    const release = await changed(({ metadata }) => {
      for (const row of metadata) {
        for (const key of ['conversation_id', 'interaction_id', 'utterance_id', 'pii_manual_flag']) {
          if (row[key] === null || Number.isNaN(row[key])) delete row[key];
        }
      }
    });
    expectSame(release);
    expect(release.metadata).toEqual(reference.metadata);
  });

  it('may have blank lines and carry dates with a T, fractions and Z', async () => {
    const text = written(handmade(PEOPLE));
    const survey = text['survey.jsonl']!.replaceAll('\n', '\n\n  \n')
      .replaceAll('15:48:46"', '15:48:46.250Z"')
      .replaceAll('22 15', '22T15');
    expectSame(await readRelease(inMemoryFiles({ ...text, 'survey.jsonl': survey }), quiet));
  });

  const epochs = { seconds: 1, milliseconds: 1e3, microseconds: 1e6, nanoseconds: 1e9 };
  it.each(Object.entries(epochs))('may count dates in %s since 1970, as libraries of data do', async (unit, each) => {
    const release = await changed(({ survey, conversations }) => {
      for (const row of [...survey, ...conversations]) {
        row.generated_datetime = (Date.parse(`${String(row.generated_datetime)}Z`) / 1000) * each;
      }
    });
    expectSame(release);
    expect(release.warnings.filter(({ message }) => message.includes('since 1970'))).toEqual([
      {
        file: 'survey.jsonl',
        message: `generated_datetime was read as ${unit} since 1970-01-01 00:00:00`,
        count: PEOPLE,
        first: []
      },
      {
        file: 'conversations.jsonl',
        message: `generated_datetime was read as ${unit} since 1970-01-01 00:00:00`,
        count: 53,
        first: []
      }
    ]);
  });

  it('may write 1 and 0 for true and false, as a re-export by way of a database does', async () => {
    const numbered = (row: Row): void => {
      for (const key in row) if (typeof row[key] === 'boolean') row[key] = Number(row[key]);
    };
    expectSame(
      await changed(({ survey, conversations, utterances, metadata }) => {
        [...survey, ...conversations, ...utterances, ...metadata].forEach(numbered);
        for (const row of conversations) (row.conversation_history as Row[]).forEach(numbered);
      })
    );
  });

  it('may use empty texts where nothing was typed', async () => {
    expectSame(
      await changed(({ survey }) => {
        for (const { stated_prefs } of survey) (stated_prefs as Row).other_text ??= '';
      })
    );
  });
});

describe('a release of a later version, with columns nobody documented,', () => {
  const added: Record<string, [change: (release: Handmade) => void, file: string, columns: string[]]> = {
    'a saved row index': [
      ({ survey, conversations, utterances, metadata, models }) => {
        for (const rows of [survey, conversations, utterances, metadata, models]) {
          rows.forEach((row, index) => (row.__index_level_0__ = index));
        }
      },
      'utterances.jsonl',
      ['__index_level_0__']
    ],
    'one more answer': [({ survey }) => (survey[3]!.shoe_size = 43), 'survey.jsonl', ['shoe_size']],
    'a column of an earlier version': [
      ({ survey }) => survey.forEach((row) => ((row.religion as Row).gpt4_categorised = 'Christian')),
      'survey.jsonl',
      ['religion.gpt4_categorised']
    ],
    'a column named __proto__': [
      ({ survey }) => Object.defineProperty(survey[0]!, '__proto__', { value: 1, enumerable: true }),
      'survey.jsonl',
      ['__proto__']
    ],
    'one more key in the history': [
      ({ conversations }) => ((conversations[1]!.conversation_history as Row[])[0]!.mood = 'good'),
      'conversations.jsonl',
      ['conversation_history[].mood']
    ],
    'one more column of topics, in front': [
      ({ topics }) => topics.forEach((record, index) => record.unshift(index === 0 ? 'split' : 'a')),
      'opening_prompt_text_df_original.csv',
      ['split']
    ],
    'two more columns in two places': [
      ({ utterances }) =>
        utterances.forEach((row, index) => Object.assign(row, index % 2 ? { zeta: 1 } : { alpha: null, zeta: {} })),
      'utterances.jsonl',
      ['alpha', 'zeta']
    ]
  };

  it.each(Object.entries(added))('is read, and they are named: %s', async (_, [change, file, columns]) => {
    const release = await changed(change);
    expectSame(release);
    expect(release.unread[file]).toEqual(columns);
    for (const column of columns) {
      const message = `the column ${JSON.stringify(column)} is not documented, and was not read`;
      expect(release.warnings.some((warning) => warning.file === file && warning.message === message)).toBe(true);
    }
    expect(unreadFields({ unread: release.unread })).toEqual(
      expect.arrayContaining(columns.map((field) => expect.objectContaining({ release: file, field })))
    );
  });

  it('is read where a file of neighbourhoods has one more column at its end', async () => {
    const name = 'local_clusters_opening_prompt_0-05.csv';
    const rows = handmade(PEOPLE).conversations.map((row, index) => [`${row.conversation_id}`, `${index % 7}`, 'x']);
    const text = csv([['conversation_id', 'cluster_membership', 'split'], ...rows]);
    const release = await readRelease(inMemoryFiles({ ...written(handmade(PEOPLE)), [name]: text }), quiet);
    expect([...release.neighbourhoods.get(name)!.values()]).toEqual(rows.map((_, index) => index % 7));
    expect(release.unread).toEqual({ [name]: ['split'] });
  });

  it('is refused where names are made of values', async () => {
    const change = changed(({ survey }) => {
      for (let n = 0; n <= 250; n += 1) survey[1]![`answer_${n}`] = n;
    });
    await expect(change).rejects.toThrow(/line 2: expected at most 250 undocumented columns, found "answer_250"/);
  });
});

describe('a release that differs', () => {
  it('loads without its optional files, and says what is missing', async () => {
    const {
      'survey.jsonl': survey,
      'conversations.jsonl': conversations,
      'utterances.jsonl': utterances
    } = files(handmade(PEOPLE));
    const release = await readRelease(
      { 'survey.jsonl': survey!, 'conversations.jsonl': conversations!, 'utterances.jsonl': utterances! },
      quiet
    );
    expect(release.missing).toEqual([
      'metadata.jsonl',
      'models.jsonl',
      'opening_prompt_text_df_original.csv',
      'local_clusters_opening_prompt_0-05.csv',
      'local_clusters_opening_prompt_0-125.csv',
      'local_clusters_opening_prompt_0-2.csv',
      'local_clusters_model_response_0-05.csv',
      'local_clusters_model_response_0-125.csv',
      'local_clusters_model_response_0-2.csv'
    ]);
    expect(release.metadata).toBeNull();
    expect(release.models.from).toBe('description');
    expect(release.models.models).toHaveLength(21);
    expect(
      release.models.models.filter(({ systemPrompt, status }) => systemPrompt !== null || status !== null)
    ).toEqual([]);
    // "Topic not available" for all; the models are known from the description.
    expect(new Set(release.tables.conversations.topic)).toEqual(new Set([23]));
    expect(release.tables.utterances.model_family).toEqual(reference.tables.utterances.model_family);
  });

  it('loads as a subset of conversations with all the rest', async () => {
    const release = await changed((made) => {
      made.conversations = made.conversations.filter((_, c) => c % 2 === 0);
      made.utterances = made.utterances.filter(
        ({ conversation_id }) => Number(String(conversation_id).slice(1)) % 2 === 0
      );
    });
    const messages = release.warnings.map(({ file, message }) => `${file}: ${message}`).join('\n');
    expect(messages).toContain('people held another number of conversations');
    expect(messages).toContain('metadata.jsonl: rows speak of texts (user_prompt) that the tables do not hold');
    expect(messages).toContain('opening_prompt_text_df_original.csv: rows speak of conversations');
  });

  it('keeps the code of a level apart from the order of rows', async () => {
    const locale = async (names: readonly string[]): Promise<Release> =>
      changed(({ survey }) => survey.forEach((row, index) => (row.study_locale = names[index % names.length]!)));
    const forth = await locale(['zembla', 'freedonia', 'us']);
    expect(forth.undocumented.study_locale).toEqual(['freedonia', 'zembla']);
    expect([...forth.tables.participants.study_locale!.slice(0, 3)]).toEqual([34, 33, 32]);
  });

  it('is told apart when it is the twin', async () => {
    const twin = await changed(({ survey }) => survey.forEach((row, index) => (row.study_id = `twin${index}`)));
    expect(twin.synthetic).toBe(true);
    expect(reference.synthetic).toBe(false);
    const mixed = await changed(({ survey }) => (survey[0]!.study_id = 'twin0'));
    expect(mixed.synthetic).toBe(false);
  });
});
