import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { CheckOutcome } from './check/check.ts';
import { checkShipped, type Findings } from './check/index.ts';
import { openShipped } from './check/open-shipped.ts';
import { shownNumber, shownNumbers } from './check/words.ts';

/** A line for a statement that holds; several for one that does not. */
function linesOf({ statement, expected, found, deviations, within, verdict, exact, reason }: CheckOutcome): string[] {
  if (found === null) return [`${verdict.padEnd(14)} ${statement} ${reason ?? ''}`];
  const apart = Object.keys(deviations);
  const names = apart.length > 0 ? apart : Object.keys(expected);
  const allowed = within === 0 ? '' : ` (within ${shownNumber(within ?? 0)})`;
  if (verdict === 'agrees') return [`${verdict.padEnd(14)} ${statement} ${shownNumbers(found, names)}${allowed}`];
  return [
    `${(exact ? 'DIFFERS' : 'differs').padEnd(14)} ${statement}`,
    `${''.padEnd(14)}   expected ${shownNumbers(expected, names)}${allowed}`,
    `${''.padEnd(14)}   found    ${shownNumbers(found, names)}`
  ];
}

/** The findings as text: what parts from the description, then every statement with its verdict. */
export function report({ source, version, disagreements, outcomes, sound }: Findings): string {
  const counts = (['agrees', 'differs', 'not applicable', 'not answerable'] as const)
    .map((verdict) => `${outcomes.filter((outcome) => outcome.verdict === verdict).length} ${verdict}`)
    .join(', ');
  return [
    `Data ${version} (${source})`,
    ...disagreements.map(
      ({ table, column, expected, found }) => `DIFFERS        ${table}.${column}: expected ${expected}, found ${found}`
    ),
    ...outcomes.flatMap(linesOf),
    `${outcomes.length} statements: ${counts}. ${sound ? 'Every exact one that applies holds.' : 'An exact one does not hold.'}`
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, data: { type: 'string', default: 'static/data' } }
  });
  try {
    const findings = checkShipped(await openShipped(values.data));
    console.log(values.json ? JSON.stringify(findings, null, 2) : report(findings));
    process.exitCode = findings.sound ? 0 : 1;
  } catch (error) {
    console.error(
      `The data in ${values.data} cannot be checked: ${error instanceof Error ? error.message : String(error)}`
    );
    process.exitCode = 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
