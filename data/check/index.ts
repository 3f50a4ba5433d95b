import { battleChecks } from './battles.ts';
import { verdictOn, type Check, type CheckOutcome } from './check.ts';
import { conversationChecks } from './conversations.ts';
import { disagreements, type Disagreement } from './description.ts';
import { openerChecks } from './openers.ts';
import { orderChecks } from './orders.ts';
import { pairChecks } from './pairs.ts';
import { peopleChecks } from './people.ts';
import { rowChecks } from './rows.ts';
import type { ShippedData } from './shipped-data.ts';
import { textChecks } from './texts.ts';
import { topicRegressionChecks } from './topic-regressions.ts';
import { useAndSliderChecks } from './use-and-sliders.ts';
import { welfareChecks } from './welfare.ts';

/** Every published statement the shipped files can answer. */
export const checks: readonly Check[] = [
  ...rowChecks,
  ...peopleChecks,
  ...useAndSliderChecks,
  ...conversationChecks,
  ...battleChecks,
  ...openerChecks,
  ...pairChecks,
  ...orderChecks,
  ...welfareChecks,
  ...textChecks,
  ...topicRegressionChecks
];

/** What a check of a shipped folder found. */
export interface Findings {
  readonly source: 'twin' | 'official';
  readonly version: string;
  readonly disagreements: readonly Disagreement[];
  readonly outcomes: readonly CheckOutcome[];
  /** Whether the files are as described, and every number that had to be equal is. */
  readonly sound: boolean;
}

/** Holds shipped files against the description and the published figures. */
export function checkShipped(data: ShippedData): Findings {
  const wrong = disagreements(data);
  const outcomes = checks.map((check) => verdictOn(check, data));
  const { source, version } = data.manifest;
  const sound = wrong.length === 0 && outcomes.every(({ verdict, exact }) => verdict !== 'differs' || !exact);
  return { source, version, disagreements: wrong, outcomes, sound };
}
