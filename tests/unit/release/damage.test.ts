import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { requiredFileNames, type ReleaseFileName } from '../../../src/lib/release/files.ts';
import { readRelease } from '../../../src/lib/release/read.ts';
import { ReleaseError, SHOWN } from '../../../src/lib/release/report.ts';
import { conversationDamage } from './damage/conversations.ts';
import { extraDamage } from './damage/extras.ts';
import { PEOPLE, type Promised } from './damage/row-damage.ts';
import { surveyDamage } from './damage/survey.ts';
import { utteranceDamage } from './damage/utterances.ts';
import { handmade } from './handmade.ts';
import { files, inMemoryFiles, written } from './write.ts';

type Contents = Partial<Record<ReleaseFileName, string | Uint8Array>>;

async function refusal(contents: Contents): Promise<ReleaseError> {
  const error: unknown = await readRelease(inMemoryFiles(contents), () => undefined).then(
    () => undefined,
    (thrown: unknown) => thrown
  );
  expect(error).toBeInstanceOf(ReleaseError);
  return error as ReleaseError;
}

async function expectRefused(contents: Contents, [file, line, expected, found]: Promised): Promise<void> {
  const error = await refusal(contents);
  const kinds = error.problems.find((problems) => problems.file === file)?.problems ?? [];
  const findings = kinds.flatMap((kind) => (expected.test(kind.expected) ? kind.first : []));
  const match = findings.find((finding) => found.test(finding.found));
  expect(match, error.message).toBeDefined();
  expect(match?.line).toBe(line);
  expect(error.message).toContain(file);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a damaged release is refused', () => {
  const rowDamage = { ...surveyDamage, ...conversationDamage, ...utteranceDamage, ...extraDamage };

  it.each(Object.entries(rowDamage))('for %s', async (_, [change, ...promised]) => {
    const release = handmade(PEOPLE);
    change(release);
    await expectRefused(written(release), promised);
  });

  const whole = written(handmade(PEOPLE));
  const utterances = whole['utterances.jsonl']!;
  const lines = utterances.trimEnd().split('\n').length;

  const fileDamage: Record<string, [contents: Contents, ...Promised]> = {
    'a file that breaks off': [
      { 'utterances.jsonl': utterances.slice(0, -40) },
      'utterances.jsonl',
      lines,
      /one JSON object a line/,
      /a line that breaks off at/
    ],
    'a line of rubbish': [
      { 'utterances.jsonl': utterances.replace('\n', '\nrubbish\n') },
      'utterances.jsonl',
      2,
      /one JSON object a line/,
      /rubbish/
    ],
    'a comma too many': [
      { 'utterances.jsonl': utterances.replace('}\n', ',}\n') },
      'utterances.jsonl',
      1,
      /one JSON object a line/,
      /damaged JSON/
    ],
    'an array of rows': [
      { 'utterances.jsonl': `[${utterances.trim().split('\n').join(',')}]` },
      'utterances.jsonl',
      1,
      /one JSON object a line/,
      /a JSON array/
    ],
    'an empty file': [{ 'survey.jsonl': '' }, 'survey.jsonl', 0, /one JSON object a line/, /an empty file/],
    'a web page': [
      { 'survey.jsonl': '<!DOCTYPE html>\n<html></html>' },
      'survey.jsonl',
      1,
      /one JSON object a line/,
      /a web page/
    ],
    'a pointer to another place': [
      { 'survey.jsonl': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n' },
      'survey.jsonl',
      1,
      /one JSON object a line/,
      /Git LFS/
    ],
    'bytes that are no text': [
      { 'survey.jsonl': Uint8Array.from([...bytesOf(whole['survey.jsonl']!), 0x7b, 0xff, 0xfe, 0x7d]) },
      'survey.jsonl',
      PEOPLE + 1,
      /text in UTF-8/,
      /not UTF-8/
    ],
    'text in UTF-16': [
      { 'survey.jsonl': new Uint8Array(Buffer.from(`\ufeff${whole['survey.jsonl']!}`, 'utf16le')) },
      'survey.jsonl',
      1,
      /one JSON object a line/,
      /^text in UTF-16$/
    ],
    'a compressed file': [
      { 'metadata.jsonl': new Uint8Array(gzipSync(whole['metadata.jsonl']!)) },
      'metadata.jsonl',
      1,
      /one JSON object a line/,
      /^a gzip archive$/
    ],
    'a compressed file of topics': [
      {
        'opening_prompt_text_df_original.csv': new Uint8Array(gzipSync(whole['opening_prompt_text_df_original.csv']!))
      },
      'opening_prompt_text_df_original.csv',
      1,
      /comma-separated rows/,
      /^a gzip archive$/
    ],
    'a Parquet file under another name': [
      { 'utterances.jsonl': `PAR1${'\u0015\u0004'.repeat(400)}PAR1` },
      'utterances.jsonl',
      1,
      /one JSON object a line/,
      /^a Parquet file$/
    ],
    'a file of zeros': [
      { 'utterances.jsonl': new Uint8Array(4096) },
      'utterances.jsonl',
      1,
      /one JSON object a line/,
      /^bytes that are no text$/
    ],
    'an indented array of rows': [
      { 'survey.jsonl': `[\n${whole['survey.jsonl']!.trim().replaceAll('\n', ',\n')}\n]` },
      'survey.jsonl',
      1,
      /one JSON object a line/,
      /a JSON array over several lines/
    ],
    'rows of something else': [
      { 'survey.jsonl': '{"x": 1}\n' },
      'survey.jsonl',
      1,
      /^a row of survey.jsonl$/,
      /^\{"x":1\}$/
    ],
    'a file that ends before its last rows': [
      { 'utterances.jsonl': `${utterances.trimEnd().split('\n').slice(0, -1).join('\n')}\n` },
      'utterances.jsonl',
      0,
      /^a row for each reply of conversation_history$/,
      /^none for turn \d, within_turn_id \d of c\d+ \(conversations.jsonl, line \d+\)$/
    ],
    'the file of another table': [
      { 'survey.jsonl': whole['conversations.jsonl']! },
      'survey.jsonl',
      1,
      /a row of survey.jsonl/,
      /a row of conversations.jsonl/
    ],
    'utterances in the place of conversations': [
      { 'conversations.jsonl': utterances },
      'conversations.jsonl',
      1,
      /a row of conversations.jsonl/,
      /a row of utterances.jsonl/
    ],
    'a topic file whose quotation never ends': [
      { 'opening_prompt_text_df_original.csv': `${whole['opening_prompt_text_df_original.csv']!}53,c53,"a` },
      'opening_prompt_text_df_original.csv',
      -1,
      /a closing quotation mark/,
      /the end of the file/
    ]
  };

  it.each(Object.entries(fileDamage))('for %s', async (_, [contents, file, line, expected, found]) => {
    const all = { ...whole, ...contents };
    const last = String(all[file]).split('\n').length;
    await expectRefused(all, [file, line < 0 ? last : line, expected, found]);
  });

  it.each(requiredFileNames)('for want of %s', async (name) => {
    const rest = { ...whole };
    delete rest[name];
    await expectRefused(rest, [name, 0, /the file/, /no file of that name/]);
  });

  it('with each rule that is broken said once, with its count and first lines', async () => {
    const release = handmade(PEOPLE);
    for (const row of release.utterances) row.score = 1000;
    for (const row of release.survey) row.generated_datetime = 'long ago';
    release.survey[4]!.age = null;
    const { problems, message } = await refusal(written(release));
    expect(problems.map(({ file, total, problems: kinds }) => [file, total, kinds.map((kind) => kind.total)])).toEqual([
      ['survey.jsonl', PEOPLE + 1, [PEOPLE, 1]],
      ['utterances.jsonl', release.utterances.length, [release.utterances.length]]
    ]);
    for (const { problems: kinds } of problems) expect(kinds[0]!.first).toHaveLength(SHOWN);
    expect(message).toBe(
      [
        'survey.jsonl: 31 problems',
        '  expected generated_datetime as YYYY-MM-DD HH:MM:SS (30 times)',
        ...[1, 2, 3, 4, 5].map((line) => `    line ${line}: found "long ago"`),
        '    … and 25 more',
        '  line 5: expected a level in age, found null',
        `utterances.jsonl: ${release.utterances.length} problems`,
        `  expected score as a number, points, 1 to 100 (${release.utterances.length} times)`,
        ...[1, 2, 3, 4, 5].map((line) => `    line ${line}: found 1000`),
        `    … and ${release.utterances.length - SHOWN} more`
      ].join('\n')
    );
  });

  it('without calling the rows below a damaged file orphans', async () => {
    const release = handmade(PEOPLE);
    release.survey[0]!.age = null;
    const { problems } = await refusal(written(release));
    expect(problems.map(({ file }) => file)).toEqual(['survey.jsonl']);
  });

  it('for a column that holds too many unknown levels', async () => {
    const release = handmade(300);
    release.survey.forEach((row, index) => (row.study_locale = `place ${index}`));
    await expectRefused(written(release), ['survey.jsonl', 251, /a level in study_locale, of which 250/, /place 250/]);
  });

  it('with one problem for a file that is something else', async () => {
    const { problems } = await refusal({
      ...whole,
      'survey.jsonl': '<!DOCTYPE html>\n<html>\n<body></body>\n</html>\n'
    });
    expect(problems.map(({ file, total }) => [file, total])).toEqual([['survey.jsonl', 1]]);
  });

  it('with one problem for all the keys that a row lacks', async () => {
    const release = handmade(PEOPLE);
    for (const key of ['age', 'gender', 'education', 'study_id', 'consent', 'location']) delete release.survey[0]![key];
    const { problems } = await refusal(written(release));
    expect(problems[0]).toMatchObject({ total: 1 });
    expect(problems[0]!.problems[0]!.expected).toBe(
      'the keys "age", "gender", "education", "location", "consent" and 1 more'
    );
  });

  it('but not the same release undamaged', async () => {
    await expect(readRelease(files(handmade(PEOPLE)), () => undefined)).resolves.toBeDefined();
  });
});
