/** The twin's seed unless another is asked for: each whole number gives a twin of its own with the same published margins. */
export const TWIN_SEED = 20231122;

/** The draws of a section met no published count, however long it tried; other draws may. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach';
}

/** How often everything is drawn anew until all counts are met; some nine in ten do at once. */
const ATTEMPTS = 40;

let sown = TWIN_SEED;

/**
 * What is made of a seed, which is any whole number: of its own draws where they meet every count, else of the next draws
 * that follow from it. Streams that are opened later are those of the draws that met them.
 *
 * @throws OutOfReach when none of many draws did
 */
export function grown<Made>(seed: number, make: () => Made): Made {
  for (let attempt = 1; ; attempt++) {
    sown = (seed + Math.imul(attempt - 1, 0x9e3779b9)) | 0;
    try {
      return make();
    } catch (error) {
      if (!(error instanceof OutOfReach) || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * A small integer generator (sfc32) with the draws the twin needs. Uses only integer arithmetic, additions and
 * multiplications, so a stream gives the same numbers on every machine.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: number, stream: string) {
    let hash = 0x811c9dc5 ^ seed;
    for (let index = 0; index < stream.length; index++) {
      hash = Math.imul(hash ^ stream.charCodeAt(index), 0x01000193);
    }
    this.a = hash | 0;
    this.b = Math.imul(hash, 0x9e3779b1) | 0;
    this.c = seed | 0;
    for (let index = 0; index < 16; index++) this.integer();
  }

  /** 32 random bits, 0 to 4,294,967,295. */
  integer(): number {
    const sum = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return sum >>> 0;
  }

  /** A number from 0 up to, not including, 1. */
  unit(): number {
    return this.integer() / 4294967296;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.unit() * count);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** A nearly standard normal number: twelve uniform sixteen-bit pieces, added (Irwin–Hall), so within -6 to 6. */
  normal(): number {
    let sum = 0;
    for (let index = 0; index < 6; index++) {
      const bits = this.integer();
      sum += (bits >>> 16) + (bits & 0xffff);
    }
    return (sum + 6) / 65536 - 6;
  }

  /** One element of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** The index of a weight, drawn with probability in proportion to it. */
  weighted(weights: ArrayLike<number>): number {
    let total = 0;
    for (let index = 0; index < weights.length; index++) total += weights[index] as number;
    let rest = this.unit() * total;
    for (let index = 0; index < weights.length; index++) {
      rest -= weights[index] as number;
      if (rest < 0 && (weights[index] as number) > 0) return index;
    }
    for (let index = weights.length - 1; index > 0; index--) if ((weights[index] as number) > 0) return index;
    return 0;
  }

  /** Shuffles a list in place (Fisher–Yates) and returns it. */
  shuffle<Items extends { length: number; [index: number]: unknown }>(items: Items): Items {
    for (let index = items.length - 1; index > 0; index--) {
      const other = this.below(index + 1);
      const held = items[index];
      items[index] = items[other];
      items[other] = held;
    }
    return items;
  }

  /** `count` different whole numbers below `size`, in random order. */
  sample(size: number, count: number): number[] {
    const all = this.shuffle(Array.from({ length: size }, (_, index) => index));
    return all.slice(0, count);
  }
}

/**
 * A named stream of the seed that is being grown. Streams do not disturb one another, so one section can change alone.
 * A later attempt at a section has a stream of its own.
 */
export function stream(name: string, attempt = 0): Random {
  return new Random(sown, attempt === 0 ? name : `${name}, attempt ${attempt + 1}`);
}
