import { csvParse } from 'd3';
import { expect, test } from 'vitest';
import { csv } from '../../../src/lib/take/csv.ts';
import { BYTE_ORDER_MARK } from '../../../src/lib/take/csv-text.ts';
import { chartNamed, type Figure } from '../../../src/lib/charts/index.ts';
import { familiarityByAge, meansByAgeAndGender, scoresByAge } from '../charts/cases.ts';
import { HIDDEN_MEAN, ageFigure, mapFigure, rankingFigure } from './made-figures.ts';

const address = 'https://atlas.example/explore/?by=age&v=1';
const fileOf = (figure: Figure, link = address) => csv(chartNamed(figure.chart), figure, link);
const parsed = (figure: Figure, link = address) => csvParse(fileOf(figure, link));

test('each row of the figure is a line, in order, then everyone; numbers are not rounded', async () => {
  const figure = await ageFigure();
  const lines = parsed(figure);
  expect(lines.map(({ label }) => label)).toEqual(['18–24', '25–34', '35–44', '45–54', 'Everyone']);
  expect(lines.map(({ overall }) => overall)).toEqual(['FALSE', 'FALSE', 'FALSE', 'FALSE', 'TRUE']);
  for (const [i, { estimate }] of [...figure.rows, figure.overall!].entries()) {
    if (!estimate.shown) continue;
    const line = lines[i]!;
    const { value, low, high, se, df, people, level } = estimate;
    expect([line.estimate, line.low, line.high, line.se, line.df, line.people].map(Number)).toEqual([
      value,
      low,
      high,
      se!,
      df!,
      people
    ]);
    expect(line.level).toBe(level);
    // A release's people have no conversations here, and that is not none.
    expect([line.conversations, line.ratings]).toEqual(['', '']);
  }
  expect(lines.map(({ remark }) => remark)).toEqual([
    '',
    'wide interval',
    'few people',
    'too few to show (9 people)',
    ''
  ]);
});

test('a hidden estimate leaves no number, only its people and the reason', async () => {
  const text = fileOf(await ageFigure());
  const line = csvParse(text)[3]!;
  expect(line).toMatchObject({ people: '9', level: 'hidden', estimate: '', low: '', high: '', se: '', df: '' });
  expect(text).not.toContain(String(HIDDEN_MEAN).slice(0, 4));
  const hidden = await ageFigure('twin', { minimum: 200 });
  for (const row of parsed(hidden)) expect([row.estimate, row.low, row.high, row.se]).toEqual(['', '', '', '']);
});

test('every line says where it is from, and a twin that it is synthetic', async () => {
  for (const line of parsed(await ageFigure('twin'))) {
    expect(line.synthetic).toBe('TRUE');
    expect(line.question).toMatch(/^Synthetic: How important is factuality to people, by age/);
    expect(line.source).toMatch(/^Synthetic twin/);
    expect(line).toMatchObject({ data_version: 'abc1234567', link: address, grouped_by: 'Age', scale: 'score' });
  }
  for (const line of parsed(await ageFigure('official'))) {
    expect(line.synthetic).toBe('FALSE');
    expect(Object.values(line).join(' ')).not.toMatch(/synthetic/i);
  }
});

test('all figures of a chart have the same columns, without comments before them', async () => {
  const figures = [
    await ageFigure(),
    await ageFigure('twin', { by: null }),
    await ageFigure('official', { metric: 'score' })
  ];
  const heads = figures.map((figure) => fileOf(figure).split('\r\n')[0]);
  expect(new Set(heads).size).toBe(1);
  expect(heads[0]).toBe(
    'grouped_by,key,label,overall,missing,estimate,low,high,se,df,people,conversations,ratings,verdict,verdict_p,verdict_gap,trend_p,trend_slope,apart,apart_low,apart_high,level,remark,measure,scale,interval,question,source,data_version,synthetic,link'
  );
  expect(fileOf(figures[0]!).startsWith(BYTE_ORDER_MARK)).toBe(false);
});

test('a figure built ahead and one answered in the page have the same file', async () => {
  const figure = await ageFigure();
  const ahead = JSON.stringify(figure);
  expect(fileOf(JSON.parse(ahead) as Figure)).toBe(fileOf(figure));
});

test('everyone alone is one line', async () => {
  const lines = parsed(await ageFigure('twin', { by: null }));
  expect(lines.map(({ key, overall }) => [key, overall])).toEqual([['all', 'TRUE']]);
});

test('published figures: what was not counted is empty, a count has no interval, the published value stands beside', () => {
  const ranking = parsed(rankingFigure());
  expect(ranking).toHaveLength(21);
  for (const line of ranking) {
    for (const counted of ['people', 'conversations', 'ratings']) expect(line).not.toHaveProperty(counted);
    expect(Number(line.published)).toBeGreaterThan(0);
    expect(Number(line.low)).toBeLessThan(Number(line.high));
  }
  const map = parsed(mapFigure('countries'));
  expect(map.find(({ key }) => key === 'GBR')).toMatchObject({
    estimate: '292',
    people: '292',
    remark: ''
  });
  expect(Object.keys(map[0]!)).not.toContain('low');
  for (const line of map) {
    if (Number(line.people) < 10) expect(line).toMatchObject({ estimate: '', level: 'hidden' });
    expect(line.remark).not.toContain('interval');
  }
});

test('where two things are crossed, each group of either has a line, and shares of an answer stand beside those of a group', async () => {
  const [two, all] = [(await meansByAgeAndGender()).figure, (await familiarityByAge()).figure];
  const lines = parsed(two);
  const of = (name: string) => lines.filter(({ grouped_by }) => grouped_by === name);
  expect(of('Age and gender').map(({ key }) => key)).toEqual([...two.rows.map(({ key }) => key), 'all']);
  for (const [name, rows] of [
    ['Age', two.margins!.firsts],
    ['Gender', two.margins!.seconds]
  ] as const) {
    expect(of(name).map(({ key, people }) => [key, Number(people)])).toEqual(
      rows.map(({ key, estimate }) => [key, estimate.people])
    );
  }
  for (const [i, row] of all.rows.entries()) {
    const turned = row.ofAnswer;
    const line = parsed(all)[i]!;
    expect([line.share_of_answer, line.answer_low, line.answer_high]).toEqual(
      turned?.shown ? [turned.value, turned.low, turned.high].map(String) : ['', '', '']
    );
  }
  expect(all.rows.some(({ ofAnswer }) => ofAnswer?.shown)).toBe(true);
});

test('where answers fall into classes, each class of each group that is shown has a line with its interval', async () => {
  const { figure } = await scoresByAge();
  const lines = parsed(figure).filter(({ grouped_by }) => grouped_by === 'Age and answer');
  for (const row of [...figure.rows, figure.overall!]) {
    const own = lines.filter(({ key }) => key!.startsWith(`${row.key}.class-`));
    if (!row.estimate.shown) expect(own).toEqual([]);
    else {
      expect(own.reduce((sum, { estimate }) => sum + Number(estimate), 0)).toBeCloseTo(1, 4);
      for (const { scale, low, high, estimate, people } of own) {
        expect([scale, Number(people)]).toEqual(['share', row.estimate.people]);
        expect(Number(low)).toBeLessThanOrEqual(Number(estimate));
        expect(Number(high)).toBeGreaterThan(Number(estimate));
      }
    }
  }
  expect(lines.filter(({ key }) => key!.endsWith('.middle')).map(({ label }) => label)).toContain('18–24 · Exactly 50');
});

test('quotes, commas and line breaks survive; nothing is a formula', async () => {
  const nasty = [
    '=HYPERLINK("http://evil.example","x")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '＝1',
    'a "b", c\r\nd'
  ];
  const figure = await ageFigure('official', {}, { age: nasty });
  const text = fileOf(figure);
  const labels = csvParse(text).map(({ label }) => label);
  for (const [i, value] of nasty.entries()) {
    const start = `${i === nasty.length - 1 ? '' : "'"}${value} (undocumented`;
    expect(labels.filter((label) => label!.startsWith(start))).toHaveLength(1);
  }
  for (const line of csvParse(text)) {
    for (const cell of Object.values(line)) {
      if (!/^-?\d/.test(cell)) expect(cell).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/);
    }
  }
  // Lines end in CR LF and a bare quote never stands in an unquoted cell.
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text).toContain('"a ""b"", c\r\nd (undocumented)"');
});

test('what the test of all groups says stands on the lines of the groups it is of, and nowhere else', async () => {
  const figure = await ageFigure();
  const judged = {
    says: 'named',
    kind: 'permutation',
    groups: 2,
    p: 0.0123456789,
    gap: 11.5,
    named: [{ key: figure.rows[0]!.key, difference: 6.25, low: 2.5, high: 10 }]
  } as const;
  const lines = parsed({ ...figure, judged });
  expect(lines[0]).toMatchObject({
    ...{ verdict: 'named', verdict_p: '0.0123456789', verdict_gap: '11.5', trend_p: '', trend_slope: '' },
    ...{ apart: '6.25', apart_low: '2.5', apart_high: '10' }
  });
  expect(lines[1]).toMatchObject({ verdict: 'named', verdict_p: '0.0123456789', apart: '', apart_low: '' });
  expect(lines.at(-1)).toMatchObject({ label: 'Everyone', verdict: '', verdict_p: '', verdict_gap: '' });
  const untold = parsed({ ...figure, judged: { says: 'cannot', why: 'groups' } });
  expect(untold[0]).toMatchObject({ verdict: 'cannot', verdict_p: '', verdict_gap: '' });
  const { judged: none, ...waiting } = figure;
  void none;
  expect(parsed(waiting)[0]).toMatchObject({ verdict: '', verdict_p: '', verdict_gap: '' });
});
