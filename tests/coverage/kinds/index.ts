import type { Kind } from '../kind.ts';
import {
  centralities,
  meanStandings,
  pairShares,
  pairsTogether,
  rankIntervals,
  strengths,
  winRates
} from './battles.ts';
import { meanDifferences, shareDifferences, withinPersons } from './differences.ts';
import { juriesApart } from './juries.ts';
import { heavyMean, meanOnScale, plainMean } from './means.ts';
import { medianDifferences, medians } from './medians.ts';
import { coefficients, lengthClasses, usesOfScale } from './regressions.ts';
import { shareOfRows } from './shares.ts';
import { groupsApart, groupsShared } from './verdicts.ts';
import { disagreements, groupTasteInPoints, groupTasteShare, partsOfVariance } from './variances.ts';

/** Every kind of interval that the site shows. */
export const kinds: readonly Kind[] = [
  meanOnScale,
  plainMean,
  heavyMean,
  shareOfRows,
  medians,
  meanDifferences,
  shareDifferences,
  withinPersons,
  medianDifferences,
  groupsApart,
  groupsShared,
  pairShares,
  meanStandings,
  winRates,
  centralities,
  strengths,
  rankIntervals,
  pairsTogether,
  usesOfScale,
  coefficients,
  lengthClasses,
  partsOfVariance,
  groupTasteInPoints,
  groupTasteShare,
  disagreements,
  juriesApart
];
