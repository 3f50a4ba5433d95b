import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';

type Project = (point: [number, number]) => [number, number] | null;

/**
 * A topology with fewer points: in every arc, points whose triangle with their neighbours covers less than `least`
 * square units of the plane are left out, smallest first (Visvalingam and Whyatt 1993). The ends of arcs stay, so that
 * neighbours keep a common border; a closed arc keeps at least a triangle.
 *
 * @param stays whether a point is never left out
 */
export function simplify(
  topology: Topology,
  project: Project,
  least: number,
  stays: (position: Position) => boolean
): Topology {
  return { ...topology, arcs: topology.arcs.map((arc) => thinned(arc, project, least, stays)) };
}

function thinned(arc: Position[], project: Project, least: number, stays: (position: Position) => boolean): Position[] {
  const closed = arc[0]?.[0] === arc.at(-1)?.[0] && arc[0]?.[1] === arc.at(-1)?.[1];
  const fewest = closed ? 4 : 2;
  const kept = arc.map((position) => ({ position, at: project([position[0] ?? 0, position[1] ?? 0]) ?? [0, 0] }));
  const weigh = (index: number) =>
    kept[index] && stays(kept[index].position)
      ? Infinity
      : triangle(kept[index - 1]?.at, kept[index]?.at, kept[index + 1]?.at);
  const weights = kept.map((_, index) => weigh(index));
  while (kept.length > fewest) {
    let smallest = 0;
    for (let index = 1; index < weights.length; index++) {
      if ((weights[index] ?? Infinity) < (weights[smallest] ?? Infinity)) smallest = index;
    }
    const weight = weights[smallest] ?? Infinity;
    if (weight >= least) break;
    kept.splice(smallest, 1);
    weights.splice(smallest, 1);
    // A neighbour never weighs less than what was left out before it, or a slow curve would vanish point by point.
    for (const index of [smallest - 1, smallest]) {
      weights[index] = Math.max(weight, weigh(index));
    }
  }
  return kept.map(({ position }) => position);
}

/** Square units of a triangle; infinite where a corner is missing, at the ends of an arc. */
function triangle(a?: number[], b?: number[], c?: number[]): number {
  if (!a || !b || !c) return Infinity;
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
}
