import { describe, expect, it } from 'vitest';
import {
  formatBriefing,
  MOST_VIEWS,
  movedFigure,
  noted,
  parseBriefing,
  withoutFigure,
  withView,
  type Briefing
} from '../../../src/lib/take/briefing/briefing.ts';

const view = (chart: string, link = '', note = '') => ({ chart, link, note });
const briefing: Briefing = {
  title: 'What & who?',
  views: [view('by-group', 'metric=score&by=model&v=1', 'First = “best”?'), view('leaderboard'), view('where-from')]
};

describe('a briefing', () => {
  it('is read from an address as it was written to it', () => {
    expect(parseBriefing(`#${formatBriefing(briefing)}`)).toEqual(briefing);
    expect(parseBriefing('')).toEqual({ title: '', views: [] });
    expect(formatBriefing({ title: '', views: [] })).toBe('');
  });

  it('leaves out what it cannot read, and figures beyond the tenth', () => {
    expect(parseBriefing('#note=lost&figure=../etc&figure=by-group&other=1').views).toEqual([view('by-group')]);
    const many = new URLSearchParams(Array.from({ length: 14 }, (_, i) => ['figure', `by-group?minimum=${10 + i}`]));
    expect(parseBriefing(many.toString()).views).toHaveLength(MOST_VIEWS);
  });

  it('takes a figure once, at its end, until it is full', () => {
    expect(withView(briefing, view('leaderboard'))).toBe(briefing);
    expect(withView(briefing, view('pair')).views.at(-1)).toEqual(view('pair'));
    const full = {
      ...briefing,
      views: Array.from({ length: MOST_VIEWS }, (_, i) => view('pair', `minimum=${10 + i}`))
    };
    expect(withView(full, view('juries'))).toBe(full);
  });

  it('is put in order, noted and cut without changing the rest', () => {
    expect(movedFigure(briefing, 2, -1).views.map(({ chart }) => chart)).toEqual([
      'by-group',
      'where-from',
      'leaderboard'
    ]);
    expect(movedFigure(briefing, 0, -1)).toBe(briefing);
    expect(noted(briefing, 1, 'x'.repeat(5000)).views[1]!.note).toHaveLength(1000);
    expect(withoutFigure(briefing, 0).views.map(({ chart }) => chart)).toEqual(['leaderboard', 'where-from']);
  });
});
