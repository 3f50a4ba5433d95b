import { formatCount, formatCountOf, formatValue } from '../../dataset/index.ts';
import { everything } from '../../selection/index.ts';
import type { FigureColumn, Estimated, PublishedChart, RawRow, Row, Unsaid } from '../chart.ts';
import { estimateColumn, label, publishedColumn, remarkColumn } from '../columns/row-columns.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import type { PublishedFiles } from '../published-files.ts';

/** Where a model stands in either ranking. */
const placeFields = { placeHere: 'value', placeThere: 'value' } as const;

type PlaceFields = typeof placeFields;

function estimate({ modelRanking, conversations }: PublishedFiles): Estimated<PlaceFields> {
  const shared = [...modelRanking.win_rate_14_shared_models.values].sort((a, b) => b.prism - a.prism);
  const { prism_shared: here, lmsys: there } = modelRanking;
  const people = conversations.participants_with_conversations;
  return {
    kicker: 'Preference diversity · published, real',
    axis: 'Strict win rate against the other 13: ties are won by nobody',
    scale: 'share',
    rowsAre: 'Model',
    rows: shared.map(({ model, prism, lmsys, prism_rank, lmsys_rank }): RawRow<PlaceFields> => ({
      key: model,
      label: model,
      missing: false,
      published: lmsys,
      people,
      conversations: 0,
      ratings: 0,
      result: { value: prism, low: prism, high: prism },
      placeHere: prism_rank,
      placeThere: lmsys_rank
    })),
    overall: null,
    unit: null,
    denominators: { people, conversations: conversations.row_counts.conversations, ratings: 0 },
    numbers: `${formatCountOf(people, ['person', 'people'])} in PRISM · ${formatCount(here.battles)} battles in PRISM, ${formatCount(there.shared_battles)} in LMSYS, between ${formatCount(shared.length)} models`,
    method: 'published without intervals',
    notes: [
      'LMSYS: visitors of a public website who set two unnamed models of their choice of prompt side by side; first turns of its battles, as the authors counted them.',
      `Ties count for nobody, and there are more of them in LMSYS (${formatValue(there.winner_share.tie, 'share')}, “both bad” among them) than in PRISM (${formatValue(here.winner_share.tie, 'share')}), so compare the orders, not the rates.`,
      'The seven other models of PRISM, the first and the last among them, are not in LMSYS.'
    ]
  };
}

const byPlace = (rows: readonly Row<PlaceFields>[], name: keyof PlaceFields) =>
  rows.find((row) => row.estimate.shown && row[name] === 1);

function headline({ rows }: Unsaid<PlaceFields>): string | null {
  const [here, there] = [byPlace(rows, 'placeHere'), byPlace(rows, 'placeThere')];
  if (!here || !there) return null;
  const first = here.label === there.label ? 'the same model' : 'different models';
  return `The people of PRISM and the visitors of LMSYS put ${first} first`;
}

function describe({ rows }: Unsaid<PlaceFields>): string {
  const [here, there] = [byPlace(rows, 'placeHere'), byPlace(rows, 'placeThere')];
  const shown = rows.filter(({ estimate }) => estimate.shown);
  if (!here || !there) return 'The two rankings cannot be set side by side.';
  return `Of ${formatCount(shown.length)} models in both data sets, the people of PRISM put ${here.label} first, which is number ${formatCount(here.placeThere!)} in LMSYS; the visitors of LMSYS put ${there.label} first, which is number ${formatCount(there.placeHere!)} in PRISM.`;
}

const place = (key: string, head: string, says: string, of: keyof PlaceFields): FigureColumn<PlaceFields> => ({
  key,
  head,
  says,
  kind: 'count',
  of: (row) => row[of]
});

/** The models that PRISM shares with LMSYS, and how both rank them, as published. */
export const otherRanking: PublishedChart<PlaceFields> = {
  name: 'other-ranking',
  label: 'Ranked by others, published',
  vocabulary: { defaults: { ...everything, by: 'model' }, parts: [], params: {} },
  source: 'published',
  needs: [],
  fields: placeFields,
  estimate,
  question: () => 'Do other people rank the same models alike?',
  headline,
  describe,
  columns: [
    label,
    estimateColumn('Win rate in PRISM', ({ value }, scale) => formatValue(value, scale)),
    place('place', 'Place in PRISM', 'place among the shared models by their win rate in PRISM', 'placeHere'),
    { ...publishedColumn, head: 'Win rate in LMSYS', says: 'the same win rate in LMSYS, as published' },
    place('place_lmsys', 'Place in LMSYS', 'place among the shared models by their win rate in LMSYS', 'placeThere'),
    remarkColumn(({ estimate }) => (estimate.shown ? '' : estimate.reason))
  ],
  key: () => [
    { mark: 'value', label: 'PRISM' },
    { mark: 'published', label: 'LMSYS' }
  ],
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, {
      right: {
        head: 'places',
        of: ({ placeHere, placeThere }) => (placeHere === undefined ? '' : `${placeHere} · ${placeThere}`)
      },
      reference: null,
      published: 'LMSYS'
    })
};
