import { parse } from 'comment-parser';

/** A method as its own code documents it. */
export interface Method {
  readonly title: string;
  /** What it does in plain words: the first paragraphs of the doc comment. */
  readonly summary: readonly string[];
  /** One line per part of the formula. */
  readonly formula: readonly string[];
  readonly assumes: string;
  readonly source: string;
  /** How and why it differs from the published code; empty where it does not. */
  readonly differs: string;
  /** File it is in, below `src/lib`. */
  readonly file: string;
}

const sources = import.meta.glob<string>('../{estimate,figure,query}/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true
});

const TAGS = ['formula', 'assumes', 'source', 'differs'] as const;

/** Its layer and its own name: a file stands where it would without the folders inside its layer. */
const place = (path: string) => `${path.split('/')[1]}/${path.split('/').at(-1)}`;

/** Every exported function whose doc comment has a `@method` tag, in the order of the files' names. */
export function documentedMethods(): Method[] {
  const files = Object.entries(sources).sort(([a], [b]) => (place(a) < place(b) ? -1 : 1));
  return files.flatMap(([path, source]) =>
    parse(source, { spacing: 'preserve' }).flatMap((comment) => {
      const title = comment.tags.find(({ tag }) => tag === 'method');
      if (!title) return [];
      const text = Object.fromEntries(
        TAGS.map((name) => {
          const found = comment.tags.find(({ tag }) => tag === name);
          return [name, found ? `${found.name} ${found.description}`.trim() : ''];
        })
      ) as Record<(typeof TAGS)[number], string>;
      return [
        {
          title: `${title.name} ${title.description}`.trim(),
          summary: comment.description
            .trim()
            .split(/\n\s*\n/)
            .map((paragraph) => forReaders(flow(paragraph)))
            .filter(Boolean),
          formula: text.formula
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
          assumes: flow(text.assumes),
          source: flow(text.source),
          differs: flow(text.differs),
          file: path.replace('../', 'src/lib/')
        }
      ];
    })
  );
}

/** Lines of a comment as one running text, without code marks. */
function flow(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('`', '')
    .trim();
}

/** Sentences of a running text without those that tell programmers what is thrown. */
function forReaders(text: string): string {
  return text
    .split(/(?<=[.!?]) (?=\p{Lu})/u)
    .filter((sentence) => !/^Throws\b/.test(sentence))
    .join(' ');
}
