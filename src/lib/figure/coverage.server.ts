import stored from '../../../data/coverage.json' with { type: 'json' };

/** What came of many simulated studies of one kind: how often the interval held the truth. */
export interface CoverageOfCell {
  readonly says: string;
  readonly people: number;
  readonly runs: number;
  /** Of the studies in which an interval was given, the share in which it held the truth; null where none was given. */
  readonly coverage: number | null;
  /** Studies without an interval, as a share. */
  readonly without: number;
  /** Mean width, in the unit of the estimate; null where no interval was given. */
  readonly width: number | null;
}

/** Coverage of one kind of interval, as Methods prints it. */
export interface CoverageOfKind {
  readonly name: string;
  /** The function that makes it, and where readers meet it. */
  readonly kernel: string;
  readonly shown: string;
  /** Why it covers less than 95 %, where it does. */
  readonly why?: string;
  /** Answers come in steps, so that an interval may cover more than it aims at. */
  readonly steps?: boolean;
  readonly cells: readonly CoverageOfCell[];
}

/** Coverage of every kind of interval, from long runs of `tests/coverage/run.ts`. */
export interface CoverageTable {
  /** Where all chance comes from. */
  readonly seed: number;
  /** Day of the last change to the estimates before the run, YYYY-MM-DD. */
  readonly code: string;
  readonly kinds: readonly CoverageOfKind[];
}

/** Coverage over all studies with so many people. */
export interface CoverageOfPeople {
  readonly least: number;
  readonly most: number;
  /** Kinds of studies, and how many of them were simulated of each. */
  readonly cells: number;
  /** Largest share of studies without an interval. */
  readonly without: number;
}

/** How many people a study has, as the site tells groups apart; the last holds all the rest. */
export const SIZES = [
  { says: '10 to 29 people', from: 10, under: 30 },
  { says: '30 to 99', from: 30, under: 100 },
  { says: '100 and more', from: 100, under: Infinity }
] as const;

/** A kind with its coverage at each of {@link SIZES}; null where none was simulated or no interval is ever given. */
export interface CoverageSummary extends CoverageOfKind {
  readonly runs: number;
  readonly sizes: readonly (CoverageOfPeople | null)[];
}

/** The table as Methods prints it. */
export function coverageSummary({ kinds, ...table }: CoverageTable = stored as CoverageTable) {
  return { ...table, kinds: kinds.map(summary) };
}

function summary(kind: CoverageOfKind): CoverageSummary {
  const sizes = SIZES.map(({ from, under }) => {
    const cells = kind.cells.filter(({ people }) => people >= from && people < under);
    const covered = cells.flatMap(({ coverage }) => coverage ?? []);
    if (covered.length === 0) return null;
    return {
      least: Math.min(...covered),
      most: Math.max(...covered),
      cells: covered.length,
      without: Math.max(...cells.map(({ without }) => without))
    };
  });
  return { ...kind, runs: Math.max(...kind.cells.map(({ runs }) => runs)), sizes };
}
