import {
  formatDifference,
  formatDifferenceInterval,
  formatEstimate,
  formatInterval,
  formatValue
} from '../../dataset/index.ts';
import type { Undocumented } from '../../dataset/index.ts';
import type { JuriesComputed } from '../../estimate/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { Row, Unsaid } from '../chart.ts';
import { isShown, type ShownRow } from '../rows/ranked.ts';
import { nounPhrase } from '../words/noun-phrase.ts';
import { presetOf, samplesOfJuries, servedPresets } from './juries-vocabulary.ts';
import type { JuryFields } from './jury-columns.ts';
import { SEATS, contrastOf, filtersOf, schemeKey, labelOf, schemesOf } from './jury-schemes.ts';

type JuryRow = ShownRow<Row<JuryFields>>;
type JuryFigure = Unsaid<JuryFields>;

const servedOf = (selection: Selection) => presetOf(servedPresets, selection, 'served').label;
const sampleOf = (selection: Selection) => presetOf(samplesOfJuries, selection, 'from').label;
const byScore = ({ params }: Selection) => params.welfare === 'score';

export function juriesQuestion(selection: Selection, extra: Undocumented): string {
  const { sitting, counted } = filtersOf(selection);
  const own = sitting.length === 0 ? '' : `, and what if only ${nounPhrase(sitting, extra)} sit`;
  const where = counted.length === 0 ? '' : ` by replies ${nounPhrase(counted, extra)}`;
  return `When a few of ${sampleOf(selection)} choose a model for all, how well are ${servedOf(selection)} served${where}${own}?`;
}

/** The two schemes that a headline sets against each other, chosen before anything was seen; null where either is hidden. */
function contrasted({ rows, selection }: JuryFigure): { one: JuryRow; all: JuryRow } | null {
  const found = (key: string) => rows.filter(isShown).find((row) => row.key === key);
  const one = found(schemeKey(contrastOf(selection)));
  const all = found(`everyone-${SEATS}`);
  return one && all ? { one, all } : null;
}

/** A jury as the subject of a sentence: "a jury of 100 men". */
const jury = ({ label }: JuryRow) => `juries of ${label}`;

/** How much more or less, whichever way it is measured. */
function amount(value: number, selection: Selection): string {
  const size = formatDifference(Math.abs(value), byScore(selection) ? 'score' : 'share').replace(/^[+−]/, '');
  return `${size} ${byScore(selection) ? 'points' : 'percentage points'}`;
}

/** The finding, with the measure named in it; whether two schemes differ rests on the interval of their difference. */
export function juriesHeadline(figure: JuryFigure): string | null {
  const pair = contrasted(figure);
  const { selection } = figure;
  const difference = pair?.one.difference;
  if (!pair || !difference) return null;
  const served = servedOf(selection);
  if (difference.low <= 0 && difference.high >= 0) {
    const verb = byScore(selection) ? 'score' : 'pick';
    return `Whether ${pair.one.label} or ${pair.all.label} choose the model, ${served} ${verb} it about as ${byScore(selection) ? 'high' : 'often'}, as far as we can tell`;
  }
  const less = difference.value < 0;
  const how = byScore(selection) ? (less ? 'lower' : 'higher') : less ? 'less often' : 'more often';
  const what = byScore(selection) ? 'score' : 'pick';
  return `If ${pair.one.label} choose the model instead of ${pair.all.label}, ${served} ${what} it ${amount(difference.value, selection)} ${how}`;
}

/** How much, how sure, and what the other way of judging says. */
export function describeJuries(figure: JuryFigure): string {
  const { selection, scale, rows } = figure;
  const pair = contrasted(figure);
  const { people } = rows[0]?.estimate ?? { people: 0 };
  if (!pair) {
    return `Of ${sampleOf(selection)}, too few are served or may sit to compare ${labelOf(contrastOf(selection))} with ${SEATS} of everyone.`;
  }
  const { one, all } = pair;
  const value = (row: JuryRow) =>
    `${formatEstimate(row.estimate, scale)} (${formatInterval(row.estimate.low, row.estimate.high, scale)})`;
  const measure = byScore(selection) ? 'The mean score' : 'The share of times chosen';
  const held = selection.params.judged === 'held-out';
  const other = (row: JuryRow) => formatValue((held ? row.inSample : row.heldOut) ?? NaN, scale);
  const { difference } = one;
  const apart = difference
    ? ` The difference is ${formatDifference(difference.value, scale)} (${formatDifferenceInterval(difference.low, difference.high, scale)}).`
    : '';
  const judged = held
    ? `Nobody here judges what they chose; judged by the same people who sit, as published, the two come to ${other(all)} and ${other(one)}.`
    : `Jurors are among those served here; judged by people who did not sit, the two come to ${other(all)} and ${other(one)}.`;
  return `${measure} of the chosen model among ${servedOf(selection)} (${people} of ${sampleOf(selection)}) is ${value(all)} under ${jury(all)} and ${value(one)} under ${jury(one)}.${apart} ${judged} A tenth of the ${jury(all)} serve them with ${formatValue(all.worst ?? NaN, scale)} on average.`;
}

/** Small print. */
export function juriesNotes(selection: Selection, found: JuriesComputed): string[] {
  const { params } = selection;
  const short = schemesOf(selection).flatMap((scheme, i) => {
    const { sitting } = found.schemes[i]!;
    return scheme.size > sitting && sitting > 0 ? [labelOf(scheme)] : [];
  });
  const drawn =
    params.seats === 'replaced'
      ? 'a person may then sit more than once, and the jury says less than its seats promise'
      : 'all of them then sit';
  return [
    'Each dot is 20 juries, stacked at the welfare of the model they chose. The dot below is the mean of all juries with an interval from drawing people again; the bar is the middle half of the juries. The spread of juries is no interval.',
    params.judged === 'held-out'
      ? 'Held out: people are split at random, 50 times; jurors are drawn from one half, and welfare is measured in the other. Halves are half as large as the sample.'
      : 'In-sample, as published: those who sit are served as well, so that a larger jury comes nearer to the best model by construction.',
    ...(short.length === 0 ? [] : [`Drawn from fewer people than seats: ${short.join('; ')}; ${drawn}.`]),
    'Who is “not white”, “not a man” or “under 45” includes those who did not say, as in the published analysis.',
    `A model that fewer than ${Math.max(10, selection.minimum)} of those who may sit, or of those served, have met cannot be chosen.`,
    ...(params.rule === 'mean' || params.rule === 'chosen'
      ? []
      : ['The published juries decide by the highest mean only; this is another rule over the same people.']),
    'People met about 14 of the 21 models, so that models are judged by different people.',
    'Of such intervals in simulated studies 94 to 100 in 100 hold the truth (Coverage in Methods): where groups are alike they are wider than they need be.',
    'Opening turns only: there, models were assigned at random. An opt-in sample, not a country.'
  ];
}
