import type { Seeded } from '../resampling/seeded.ts';
import { noSums, type GroupSums } from './spreads.ts';

/** People in groups, one group each, and their sums by group. */
export interface Dealing {
  /** Of the groups as they are, then as they have been dealt last. */
  readonly sums: GroupSums;
  /** Deals everybody to groups of the same sizes by chance, all ways equally likely. */
  anew(random: Seeded): void;
}

/**
 * People with a count x and an amount e each, in groups of n people. The people stay where the last deal has put them, and
 * the largest group has whoever the others do not take: only the others are drawn and added up.
 */
export function dealing(group: Int32Array, x: Float64Array, e: Float64Array, n: Float64Array): Dealing {
  const [groups, people] = [n.length, group.length];
  const [sums, total] = [noSums(groups), noSums(1)];
  for (let i = 0; i < people; i++) {
    add(sums, group[i]!, x[i]!, e[i]!);
    add(total, 0, x[i]!, e[i]!);
  }
  const largest = n.indexOf(Math.max(...n));
  /** Count and amount of each person, side by side. */
  const held = new Float64Array(2 * people);
  for (let i = 0; i < people; i++) {
    held[2 * i] = x[i]!;
    held[2 * i + 1] = e[i]!;
  }
  return { sums, anew };

  function anew(random: Seeded): void {
    let next = 0;
    let [leftX, leftE, leftXX, leftXE, leftEE] = [total.x[0]!, total.e[0]!, total.xx[0]!, total.xe[0]!, total.ee[0]!];
    for (let g = 0; g < groups; g++) {
      if (g === largest) continue;
      let [sumX, sumE, sumXX, sumXE, sumEE] = [0, 0, 0, 0, 0];
      for (const end = next + n[g]!; next < end; next++) {
        // The multiple of so few people's number that 32 bits make is off a fair choice by less than one in 100,000.
        const taken = next + Math.floor((random.bits() / 2 ** 32) * (people - next));
        const [one, other] = [2 * next, 2 * taken];
        const ownX = held[other]!;
        const ownE = held[other + 1]!;
        held[other] = held[one]!;
        held[other + 1] = held[one + 1]!;
        held[one] = ownX;
        held[one + 1] = ownE;
        sumX += ownX;
        sumE += ownE;
        sumXX += ownX * ownX;
        sumXE += ownX * ownE;
        sumEE += ownE * ownE;
      }
      put(g, sumX, sumE, sumXX, sumXE, sumEE);
      leftX -= sumX;
      leftE -= sumE;
      leftXX -= sumXX;
      leftXE -= sumXE;
      leftEE -= sumEE;
    }
    put(largest, leftX, leftE, leftXX, leftXE, leftEE);
  }

  function put(g: number, x: number, e: number, xx: number, xe: number, ee: number): void {
    sums.x[g] = x;
    sums.e[g] = e;
    sums.xx[g] = xx;
    sums.xe[g] = xe;
    sums.ee[g] = ee;
  }
}

function add(sums: GroupSums, g: number, x: number, e: number): void {
  sums.n[g]!++;
  sums.x[g]! += x;
  sums.e[g]! += e;
  sums.xx[g]! += x * x;
  sums.xe[g]! += x * e;
  sums.ee[g]! += e * e;
}
