import attributes from '../../../../data/published/attributes.json' with { type: 'json' };
import lmUse from '../../../../data/published/lm_use.json' with { type: 'json' };
import winMatrix from '../../../../data/published/pairwise_win_matrix.json' with { type: 'json' };
import topics from '../../../../data/published/topics.json' with { type: 'json' };
import welfare from '../../../../data/published/welfare.json' with { type: 'json' };
import { formatCount, formatValue, type Scale } from '../../dataset/index.ts';
import { endsOf, MOST_MARKS, printed, type SmallFinding, type SmallMark } from './small-finding.ts';

/** Of a normal distribution, for means that were published with a standard deviation and a number of people. */
const Z = 1.96;
const PEOPLE = lmUse.n;

const mark = (label: string, value: number, scale: Scale, ends?: readonly [number, number]): SmallMark => ({
  label,
  value,
  low: ends?.[0] ?? null,
  high: ends?.[1] ?? null,
  text: printed(value, scale)
});

const finding = (scale: Scale, marks: readonly SmallMark[], rest: Omit<SmallFinding, 'marks' | 'ends'>) => ({
  ...rest,
  marks,
  ends: endsOf(scale, marks)
});

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function stated(): SmallFinding {
  const marks = Object.entries(attributes.stated_prefs)
    .filter(([name]) => name !== 'other')
    .map(([name, { mean, std }]) => {
      const half = (Z * std) / Math.sqrt(PEOPLE);
      return mark(capital(name), mean, 'score', [mean - half, mean + half]);
    })
    .sort((a, b) => b.value - a.value);
  const [first, second] = marks;
  const last = marks.at(-1)!;
  return finding('score', marks, {
    theme: 'What people want',
    question: 'What matters to people in an AI?',
    headline: `${first!.label} is given ${first!.text} of 100 and ${second!.label.toLowerCase()} ${second!.text}; reflecting one’s own values, ${last.text}`,
    note: `${formatCount(PEOPLE)} people; dots: published means, lines: 95 % intervals from the published standard deviations`,
    path: '/explore/?metric=stated_helpfulness&by=age&v=1',
    more: 'By age, and by any other group'
  });
}

function frequency(): SmallFinding {
  const asked = lmUse.question_shown_n;
  const counts = new Map(lmUse.lm_frequency_use.map(({ level, count }) => [level, count]));
  const order = [...lmUse.lm_frequency_order_low_to_high].reverse();
  const marks = order.map((level) => mark(level.replace(' one ', ' once '), counts.get(level)! / asked, 'share'));
  return finding('share', marks, {
    theme: 'Who uses AI',
    question: 'How often do people use a language model?',
    headline: `${formatValue(marks[0]!.value, 'share')} of those asked use one every day, ${formatValue(marks[1]!.value, 'share')} every week`,
    note: `${formatCount(asked)} people; the ${formatCount(lmUse.question_not_shown_n)} who had never used one were not asked`,
    path: '/explore/?metric=lm_frequency_use.every-day&v=1',
    more: 'Who uses it every day, by age'
  });
}

function uses(): SmallFinding {
  const asked = lmUse.question_shown_n;
  const marks = lmUse.lm_usecases
    .map(({ label, count_selected }) => mark(label, count_selected / asked, 'share'))
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_MARKS);
  return finding('share', marks, {
    theme: 'Who uses AI',
    question: 'What do people use language models for?',
    headline: `${marks[0]!.text} of those asked use one for ${marks[0]!.label.toLowerCase()}, ${marks[1]!.text} for ${marks[1]!.label.toLowerCase()}`,
    note: `${formatCount(asked)} people, who could name several; the first ${MOST_MARKS} of ${lmUse.lm_usecases.length} uses`,
    path: '/explore/?metric=lm_usecases.research&by=education&v=1',
    more: 'Use for research, by education'
  });
}

function subjects(): SmallFinding {
  const named = topics.clusters.filter(({ cluster_id }) => cluster_id !== topics.outliers_id);
  const marks = named
    .map(({ name, size }) => mark(name, size / topics.n_prompts, 'share'))
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_MARKS);
  return finding('share', marks, {
    theme: 'What they talk about',
    question: 'What do people open a conversation on?',
    headline: `${marks[0]!.text} of openers are about relationships; ${formatValue(topics.outliers_n / topics.n_prompts, 'share')} fit none of ${topics.n_topics} topics`,
    note: `${formatCount(topics.n_prompts)} conversations, sorted into topics by a machine; the first ${MOST_MARKS}`,
    path: '/topics/',
    more: 'Who brings up which topic'
  });
}

function models(): SmallFinding {
  const { models: names, matrix } = winMatrix;
  const beats = (i: number, j: number) => matrix[i]![j]! > matrix[j]![i]!;
  const marks = Object.entries(winMatrix.mean_directed_win_share.values)
    .map(([name, value]) => mark(name, value, 'share'))
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_MARKS);
  const leader = marks[0]!.label;
  const others = names.length - 1;
  const wins = names.filter((_, j) => beats(names.indexOf(leader), j)).length;
  return finding('share', marks, {
    theme: 'Which models they prefer',
    question: 'Whose replies do people score higher?',
    headline: `${leader} wins more often than it loses against ${wins === others ? `each of the other ${others}` : `${wins} of the other ${others}`} models`,
    note: 'Share of meetings won, on average over opponents, a tie counting for both; opening replies of everyone; published without intervals',
    path: '/models/',
    more: 'All 21, with rank intervals'
  });
}

const JURIES: readonly (readonly [name: string, label: string])[] = [
  ['uk_rep_100', '100 of everyone'],
  ['uk_white_100', '100 white people'],
  ['uk_above_45_100', '100 people over 45'],
  ['uk_male_100', '100 men']
];

function served(): SmallFinding {
  const { schemes } = welfare.results.base.uk.rating.uk_nonmale;
  const marks = JURIES.map(([name, label]) => {
    const { mean, p5, p95 } = schemes[name as keyof typeof schemes];
    return mark(label, mean, 'score', [p5, p95]);
  });
  return finding('score', marks, {
    theme: 'Who is served',
    question: 'Does it matter who chooses for everyone?',
    headline: `When 100 of everyone choose, people who are not men rate the model ${marks[0]!.text} on average; when 100 men choose, ${marks.at(-1)!.text}`,
    note: 'UK sample; dots: means over 1,000 simulated juries, lines: nine in ten of them, which is no interval',
    path: '/juries/',
    more: 'Draw juries yourself'
  });
}

/** Six findings of the authors, one for each theme of the home page's questions; every number is published. */
export const publishedFindings = (): readonly SmallFinding[] => [
  stated(),
  frequency(),
  uses(),
  subjects(),
  models(),
  served()
];
