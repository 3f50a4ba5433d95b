import figures from '../published/topic_regressions.json' with { type: 'json' };
import { Unanswerable, type Check } from './check.ts';
import { fitByLeastSquares } from './least-squares.ts';
import { codeOfValue, columnValues, type Numbers } from './numbers.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';

/** Columns by the word that a published term begins with. */
const columns = {
  conversation_type: 'conversation_type',
  ethnicity: 'ethnicity',
  religion: 'religion',
  region: 'special_region',
  gender: 'gender',
  age: 'age'
} as const;

/** The column and the released level of a published term such as `genderFemale`. */
function levelOf(term: string): { name: string; value: string } {
  const [word, name] = Object.entries(columns).find(([start]) => term.startsWith(start)) ?? ['', 'gender'];
  return { name, value: term.slice(word.length) };
}

const terms = [...new Set(figures.coefficients.map(({ term }) => term))];
const topics = [...new Set(figures.coefficients.map(({ cluster_id }) => String(cluster_id)))];
const ofConversation = (term: string): boolean => term.startsWith('conversation_type');

/** A coefficient with its two-sided p-value below 0.01 or not. */
interface Coefficient {
  readonly estimate: number;
  readonly significant: boolean;
}

/**
 * A linear probability model per topic: whether a conversation is on it, explained by who holds it and by its type, over
 * all conversations; HC1 errors, which know nothing of people with several conversations.
 *
 * @throws Unanswerable without topics, or when a published group is absent
 */
export function topicRegressions(data: ShippedData): Map<string, Coefficient> {
  const topic = shippedColumn(data, 'topic');
  const codes = topics.map((value) => codeOfValue(data, 'topic', value));
  if (!topic.some((code) => codes.includes(code))) throw new Unanswerable('The release lacks the file of topics');
  const person = new Map([...shippedColumn(data, 'user_id')].map((user, row) => [user, row]));
  const holder = shippedColumn(data, 'user_id', 'conversations').map((user) => person.get(user) ?? -1);
  const design = Array.from(topic, () => Float64Array.from({ length: terms.length + 1 }, (_, at) => Number(at === 0)));
  terms.forEach((term, at) => {
    const { name, value } = levelOf(term);
    const values = shippedColumn(data, name);
    const code = columnValues(data, name).indexOf(value);
    design.forEach((row, conversation) => {
      const where = ofConversation(term) ? conversation : holder[conversation]!;
      row[at + 1] = Number(values[where] === code);
    });
  });
  const held = terms.find((_, at) => !design.some((row) => row[at + 1] === 1));
  if (held !== undefined) throw new Unanswerable(`No conversation has the published group “${held}”`);
  const fits = fitByLeastSquares(
    design,
    codes.map((code) => Float64Array.from(topic, (one) => Number(one === code)))
  );
  const critical = quantileOfT995(design.length - terms.length - 1);
  const found = new Map<string, Coefficient>();
  fits.forEach(({ coefficients, errors }, index) => {
    terms.forEach((term, at) => {
      const estimate = coefficients[at + 1]!;
      found.set(`${topics[index]} ${term}`, { estimate, significant: Math.abs(estimate / errors[at + 1]!) > critical });
    });
  });
  return found;
}

/** The 99.5 % point of Student's t with many degrees of freedom: the first terms of its series about the normal one. */
function quantileOfT995(df: number): number {
  const z = 2.575829303548901;
  return z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df ** 2);
}

const key = ({ cluster_id, term }: { cluster_id: number; term: string }): string => `${cluster_id} ${term}`;
const flagged = figures.coefficients.filter(({ sig_99 }) => sig_99 === 1);

/** Who talks about what. */
export const topicRegressionChecks: readonly Check[] = [
  {
    id: 'topics.regressions',
    statement: 'The 682 coefficients of the topic regressions, by topic and term.',
    source: figures.source,
    expected: Object.fromEntries(figures.coefficients.map((row) => [key(row), row.estimate])),
    within: 5e-5,
    twin: { not: 'Groups of a few people fall otherwise; the signs of all significant ones are kept' },
    found: (data): Numbers =>
      Object.fromEntries([...topicRegressions(data)].map(([name, { estimate }]) => [name, estimate]))
  },
  {
    id: 'topics.signs',
    statement: 'Published significant coefficients with the published sign.',
    source: figures.source,
    expected: { coefficients: figures['n_significant_p_lt_0.01'] },
    twin: 'exact',
    found: (data) => {
      const found = topicRegressions(data);
      const same = flagged.filter((row) => Math.sign(found.get(key(row))?.estimate ?? 0) === Math.sign(row.estimate));
      return { coefficients: same.length };
    }
  },
  {
    id: 'topics.significant',
    statement: 'Coefficients with p < 0.01: of all 682, and of the 638 that are not of the type of conversation.',
    source: figures.source,
    expected: { all: figures['n_significant_p_lt_0.01'], 'of people': figures.n_identity_significant },
    twin: { within: 20 },
    found: (data) => {
      const names = [...topicRegressions(data)].filter(([, { significant }]) => significant).map(([name]) => name);
      return { all: names.length, 'of people': names.filter((name) => !name.includes('conversation_type')).length };
    }
  }
];
