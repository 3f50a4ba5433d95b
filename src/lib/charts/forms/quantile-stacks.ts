import type { Outcome } from '../chart.ts';
import { CHARACTER } from './picture-frame.ts';

/** Dots that stand together: outcomes of one worth, or of worths too close to stand apart. */
export interface Stack {
  readonly dots: readonly { readonly x: number; readonly up: number }[];
  /** Dots above one another at most. */
  readonly rows: number;
  /** What it is, where there is room to say so; and where that is written. */
  readonly name: string;
  readonly nameAt: number;
}

interface Room {
  /** Dots in all, for so many times in all. */
  readonly dots: number;
  readonly times: number;
  /** Width of a dot, how many stand side by side, and the width of the frame, in pixels. */
  readonly dot: number;
  readonly across: number;
  readonly width: number;
}

/** Fewest dots of a stack with a name. */
const NAMED = 5;

/** Outcomes as stacks of dots, from left to right, none upon another; the largest are named as far as there is room. */
export function stacksOf(outcomes: readonly Outcome[], x: (value: number) => number, room: Room): Stack[] {
  const dots = sharedOut(outcomes, room);
  const apart = (room.across + 1) * room.dot;
  const clusters: { x: number; dots: number; parts: { label: string; dots: number }[] }[] = [];
  const inOrder = outcomes.map((one, i) => ({ ...one, dots: dots[i]! })).filter((one) => one.dots > 0);
  for (const one of inOrder.sort((a, b) => a.value - b.value)) {
    const [last, at] = [clusters.at(-1), x(one.value)];
    const part = { label: one.label, dots: one.dots };
    if (last && at - last.x < apart) {
      last.x = (last.x * last.dots + at * one.dots) / (last.dots + one.dots);
      last.dots += one.dots;
      last.parts.push(part);
    } else clusters.push({ x: at, dots: one.dots, parts: [part] });
  }
  const taken: (readonly [number, number])[] = [];
  const named = new Map<object, { name: string; at: number }>();
  for (const cluster of [...clusters].sort((a, b) => b.dots - a.dots)) {
    if (cluster.dots < NAMED) continue;
    const parts = [...cluster.parts].sort((a, b) => b.dots - a.dots);
    const name = parts.length === 1 ? parts[0]!.label : `${parts[0]!.label} and ${parts.length - 1} more`;
    const half = (name.length * CHARACTER) / 2;
    const at = Math.min(room.width - half, Math.max(half, cluster.x));
    if (taken.some(([from, to]) => at + half > from && at - half < to)) continue;
    taken.push([at - half - 6, at + half + 6]);
    named.set(cluster, { name, at });
  }
  return clusters.map((cluster) => ({
    dots: Array.from({ length: cluster.dots }, (_, i) => ({
      x: cluster.x + ((i % room.across) - (Math.min(room.across, cluster.dots) - 1) / 2) * room.dot,
      up: (Math.floor(i / room.across) + 0.5) * room.dot
    })),
    rows: Math.ceil(cluster.dots / room.across),
    name: named.get(cluster)?.name ?? '',
    nameAt: named.get(cluster)?.at ?? cluster.x
  }));
}

/** Whole dots for each outcome, which add up: those with the largest remainders get what is left over. */
function sharedOut(outcomes: readonly Outcome[], { dots }: Room): number[] {
  const all = outcomes.reduce((sum, { times }) => sum + times, 0);
  const exact = outcomes.map(({ times }) => (times / all) * dots);
  const whole = exact.map(Math.floor);
  const left = dots - whole.reduce((sum, n) => sum + n, 0);
  const order = [...exact.keys()].sort((a, b) => (exact[b]! % 1) - (exact[a]! % 1) || a - b);
  for (const i of order.slice(0, left)) whole[i]!++;
  return whole;
}
