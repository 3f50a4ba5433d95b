import { fetchTableFile } from '../../src/lib/database/fetch-table-file.ts';
import type {
  CheckedRelease,
  CheckedStatement,
  CheckingReply,
  CheckingRequest
} from '../../src/lib/own-release/checked.ts';
import type { ShippedManifest } from '../../src/lib/release/shipped/manifest.ts';
import type { CheckOutcome } from './check.ts';
import { checkShipped } from './index.ts';
import { shippedData } from './shipped-data.ts';
import { shownNumber, shownNumbers } from './words.ts';

function inWords({ statement, source, expected, found, deviations, within, verdict, exact, reason }: CheckOutcome) {
  const apart = Object.keys(deviations);
  const names = apart.length > 0 ? apart : Object.keys(expected);
  const allowed = within ? ` (within ${shownNumber(within)})` : '';
  return {
    ...{ statement, source, verdict, exact },
    expected: shownNumbers(expected, names) + allowed,
    found: found === null ? (reason ?? '') : shownNumbers(found, names)
  } satisfies CheckedStatement;
}

async function check({ manifest, folder }: CheckingRequest): Promise<CheckedRelease> {
  const read = async (name: string) => new Uint8Array(await fetchTableFile(name, manifest, folder, () => {}));
  // The page's manifest is the whole one, of which most of the site needs a part.
  const { version, disagreements, outcomes } = checkShipped(await shippedData(manifest as ShippedManifest, read));
  return {
    version,
    disagreements: disagreements.map(
      ({ table, column, expected, found }) => `${table}.${column}: expected ${expected}, found ${found}`
    ),
    statements: outcomes.map(inWords)
  };
}

const post = (reply: CheckingReply) => self.postMessage(reply);

self.onmessage = async ({ data }: MessageEvent<CheckingRequest>) => {
  await check(data).then(post, (error: unknown) =>
    post({ error: error instanceof Error ? error.message : String(error) })
  );
};
