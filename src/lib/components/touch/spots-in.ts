import { ROW } from '../../charts/forms/spots.ts';

/** A mark of the picture that is seen: the key of its row, and where it is in the window. */
export interface SeenSpot {
  readonly key: string;
  readonly element: Element;
  readonly rect: DOMRect;
}

/** The key of the row that an element of a picture is of; null for none. */
export const keyAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest(`[${ROW}]`)?.getAttribute(ROW) ?? null) : null;

const area = ({ width, height }: DOMRect) => width * height;

const middle = ({ rect }: SeenSpot): readonly [number, number] => [rect.x + rect.width / 2, rect.y + rect.height / 2];

/** Marks whose middles are no farther apart than this, in pixels, are read as of one line. */
const LINE = 4;

const inReadingOrder = (a: SeenSpot, b: SeenSpot): number => {
  const [[ax, ay], [bx, by]] = [middle(a), middle(b)];
  return Math.abs(ay - by) > LINE ? ay - by : ax - bx;
};

/** The marks of the drawing that is seen among those for other widths, in reading order; of a row in parts its largest. */
export function spotsIn(frame: Element): SeenSpot[] {
  const drawing = [...frame.querySelectorAll('svg')].find((svg) => svg.getClientRects().length > 0);
  const found = new Map<string, SeenSpot>();
  for (const element of drawing?.querySelectorAll(`[${ROW}]`) ?? []) {
    const key = element.getAttribute(ROW)!;
    const rect = element.getBoundingClientRect();
    const known = found.get(key);
    if (!known || area(rect) > area(known.rect)) found.set(key, { key, element, rect });
  }
  return [...found.values()].sort(inReadingOrder);
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0]
};

/** How much farther a mark counts that is off to the side. */
const ASIDE = 3;

/**
 * The mark a key leads to from another; null for keys that lead nowhere. Arrows go to the nearest in their direction; where
 * marks are one below another, left and right go up and down.
 */
export function leadsTo(spots: readonly SeenSpot[], from: string | null, key: string): SeenSpot | null {
  const here = spots.find((spot) => spot.key === from);
  if (key === 'Home') return spots[0] ?? null;
  if (key === 'End') return spots.at(-1) ?? null;
  if (!(key in directions)) return null;
  if (!here) return spots[0] ?? null;
  const [x, y] = middle(here);
  const oneColumn = spots.every((spot) => Math.abs(middle(spot)[0] - x) < 1);
  const turned = oneColumn ? key.replace('Left', 'Up').replace('Right', 'Down') : key;
  const [right, down] = directions[turned]!;
  let nearest: SeenSpot | null = null;
  let least = Infinity;
  for (const spot of spots) {
    const [dx, dy] = [middle(spot)[0] - x, middle(spot)[1] - y];
    const along = dx * right + dy * down;
    const far = along + ASIDE * Math.abs(dx * down + dy * right);
    if (along > 1 && far < least) [nearest, least] = [spot, far];
  }
  return nearest ?? here;
}

/** Between a mark and what it says, in pixels. */
const AIR = 8;
/** Between the pointer and what a mark says beside it. */
const BESIDE = 18;

/**
 * Where what a mark says stands in its frame, in pixels from the top left. Beside the pointer on a row as wide as the
 * picture, so that the rows above and below stay in reach; else above the mark, or below where the window ends.
 *
 * @param at where the pointer came to the mark, null for keys and fingers
 */
export function readoutPlace(
  spot: DOMRect,
  frame: DOMRect,
  box: { readonly width: number; readonly height: number },
  at: number | null
): { readonly left: number; readonly top: number } {
  const within = (left: number) => Math.max(0, Math.min(left, frame.width - box.width));
  const row = spot.width > frame.width / 2;
  if (at !== null && row) {
    const right = at - frame.left + BESIDE;
    const left = right + box.width <= frame.width ? right : at - frame.left - BESIDE - box.width;
    if (left >= 0) return { left, top: spot.top - frame.top + spot.height / 2 - box.height / 2 };
  }
  const left = within(spot.left - frame.left + (spot.width - box.width) / 2);
  const above = spot.top - frame.top - AIR - box.height;
  const below = spot.bottom - frame.top + AIR;
  return { left, top: above + frame.top >= 0 ? above : below };
}
