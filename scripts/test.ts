import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildVariants } from '../tests/variants/build.ts';
import { findChromium } from './chromium.ts';
import { canRegenerate, compareReferences } from './reference.ts';
import { buildSite, prepareData, run } from './steps.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Stage {
  readonly name: string;
  /** Resolves with the tests it counted; rejects when anything is wrong. */
  readonly run: () => Promise<Count | void>;
  /** Whether it runs beside the stage before it: neither needs the other, and each keeps one processor busy. */
  readonly beside?: true;
}

const results = 'tests/results';
const only = process.argv.slice(2);

const stages: readonly Stage[] = [
  { name: 'data', run: prepareData },
  { name: 'check', run: () => run('npm', ['run', '--silent', 'data:check']) },
  { name: 'types', run: () => run('npm', ['run', '--silent', 'check']) },
  { name: 'lint', run: () => run('npm', ['run', '--silent', 'lint']) },
  { name: 'format', beside: true, run: () => run('npx', ['prettier', '--check', '--log-level', 'warn', '.']) },
  {
    name: 'unit',
    run: () =>
      counted(
        'npx',
        ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${results}/unit.json`],
        unitCount
      )
  },
  {
    name: 'reference',
    run: async () => {
      if (canRegenerate) return compareReferences();
      console.log('  R with survey or Python with statsmodels is missing: the committed numbers are taken as they are');
      return { passed: 0, failed: 0, skipped: 1 };
    }
  },
  { name: 'build', beside: true, run: () => buildSite() },
  {
    name: 'browser',
    run: () => counted('npx', ['playwright', 'test'], () => browserCount('browser'), { CHROMIUM_PATH: findChromium() })
  },
  {
    // What is accepted of a release, built and opened.
    name: 'variants',
    async run() {
      await buildVariants();
      const config = 'tests/variants/playwright.config.ts';
      return counted('npx', ['playwright', 'test', '--config', config], () => browserCount('variants'), {
        CHROMIUM_PATH: findChromium()
      });
    }
  }
];

/** Runs a test runner, counts from its JSON report even when it fails, and rejects then. */
async function counted(
  command: string,
  args: readonly string[],
  count: () => Count,
  env: Record<string, string> = {}
): Promise<Count> {
  const failed = await run(command, args, env).then(
    () => null,
    (error: Error) => error
  );
  const found = count();
  if (failed && found.failed === 0) throw failed;
  return found;
}

const report = (name: string) => JSON.parse(readFileSync(`${results}/${name}.json`, 'utf8')) as Record<string, unknown>;

function unitCount(): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = report('unit') as Record<
    string,
    number
  >;
  return {
    passed: numPassedTests ?? 0,
    failed: Math.max(numFailedTests ?? 0, numFailedTestSuites ?? 0),
    skipped: numPendingTests ?? 0
  };
}

function browserCount(name: string): Count {
  const { stats } = report(name) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const rows: string[] = [];

/** Runs a stage, adds up what it counted, and says whether all is well. */
async function passes(stage: Stage): Promise<boolean> {
  console.log(`\n── ${stage.name}`);
  const clock = performance.now();
  let outcome = 'ok';
  try {
    const count = (await stage.run()) ?? { passed: 1, failed: 0, skipped: 0 };
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    if (count.failed > 0) outcome = `${count.failed} failed`;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    total.failed += 1;
    outcome = 'failed';
  }
  rows.push(
    `${stage.name.padEnd(10)}${`${((performance.now() - clock) / 1000).toFixed(1)} s`.padStart(9)}   ${outcome}`
  );
  return outcome === 'ok';
}

const wanted = stages.filter(({ name }) => only.length === 0 || only.includes(name));
const groups = wanted.reduce<Stage[][]>((all, stage) => {
  if (stage.beside && all.length > 0) all.at(-1)!.push(stage);
  else all.push([stage]);
  return all;
}, []);
for (const group of groups) {
  const passed = await Promise.all(group.map(passes));
  if (group.some(({ name }, i) => !passed[i] && (name === 'data' || name === 'build'))) break;
}
console.log(`\n${rows.join('\n')}\n\ntests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
