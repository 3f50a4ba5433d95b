import type { DatabaseChart, Figure } from '../../charts/chart.ts';
import type { Database, Progress } from '../../database/database.ts';
import type { Answer, ArraysQuery, Query } from '../../query/index.ts';
import { answer } from '../answer.ts';
import { sameNumbers } from './same-numbers.ts';
import type { Statement } from './statements.ts';
import { sumsAnswered, compare } from './sums.ts';
import { totalsOf } from './totals.ts';
import { rerunVerdict, type Ran } from './words.ts';

/** A figure beside SQL. */
export interface Rerun {
  readonly ran: readonly Ran[];
  readonly equal: boolean;
  /** What came of it, as sentences. */
  readonly verdict: string;
}

/**
 * Runs a figure's statements in SQL, sets each result beside what the page's own columns answer, and works the figure out
 * once more from SQL's numbers where its values rest on sums alone. What permutations tell besides is then worked out from
 * the page's own people, whose sums by group are SQL's.
 *
 * @throws Error with a plain sentence where SQL cannot be run, or the figure is of another release; AbortError
 */
export async function rerun(
  chart: DatabaseChart,
  figure: Figure,
  statements: readonly Statement[],
  database: Database,
  signal?: AbortSignal,
  progress: Progress = () => {}
): Promise<Rerun> {
  const { provenance, selection } = figure;
  if (provenance.version !== database.manifest.version)
    throw new Error(
      `This figure was made from data version ${provenance.version}, and the page now holds ${database.manifest.version}: load the page again`
    );
  if (!database.run) throw new Error('There is no SQL for this release');

  const answers: Answer[] = [];
  for (const [i, { text }] of statements.entries()) {
    answers.push(sumsAnswered(await database.run(text, signal, progress)));
    progress(`Running the statements, ${i + 1} of ${statements.length}`);
  }
  progress('Comparing with the figure');
  const own = await ownAnswers(statements, database, signal);
  const ran = statements.map((statement, i) => ({ statement, compared: compare(own[i]!, answers[i]!) }));
  const sumsEqual = ran.every(({ compared }) => compared.unequal === 0);
  // From sums that differ nothing is worked out: they may contradict one another.
  const remade =
    statements.some(({ asks }) => asks.kind === 'columns') || !sumsEqual
      ? null
      : sameNumbers(
          figure,
          await answer(chart, selection, { ...database, answer: async () => answers }, signal, undefined, {
            known: { judged: figure.judged }
          })
        );
  const equal = sumsEqual && remade !== false;
  return { ran, equal, verdict: rerunVerdict(ran, remade) };
}

/** What the page answers the same questions, in the order of the statements. */
async function ownAnswers(
  statements: readonly Statement[],
  database: Database,
  signal?: AbortSignal
): Promise<Answer[]> {
  const asked = statements.map(({ asks }) => asks);
  const [summed, single] = [asked.filter(isQuery), asked.filter(isArrays)];
  const [answers, columns] = [
    await database.answer(summed, signal),
    single.length === 0 ? [] : await database.columns(single, signal)
  ];
  const [nextAnswer, nextColumns] = [answers.values(), columns.values()];
  return asked.map((asks) => (isArrays(asks) ? totalsOf(asks, nextColumns.next().value!) : nextAnswer.next().value!));
}

const isArrays = (asks: Query | ArraysQuery): asks is ArraysQuery => asks.kind === 'columns' || asks.kind === 'people';
const isQuery = (asks: Query | ArraysQuery): asks is Query => !isArrays(asks);
