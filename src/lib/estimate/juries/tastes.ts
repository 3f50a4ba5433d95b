/** Rated replies as arrays of one length. */
export interface JuryReplies {
  /** Number of the person, from 0. */
  readonly person: Int32Array;
  /** Number of the model, from 0. */
  readonly model: Int32Array;
  readonly score: Int32Array;
  /** 1 where the reply was chosen, else 0. */
  readonly chosen: Int32Array;
}

/** What each person made of each model they met: the mean score, and the share of times it was chosen. */
export interface Tastes {
  readonly people: number;
  readonly models: number;
  /** Where each person's models begin; one more than there are people. */
  readonly starts: Int32Array;
  /** Models met, in order, one person after the other; with the mean score and the share chosen of each. */
  readonly model: Int32Array;
  readonly score: Float64Array;
  readonly chosen: Float64Array;
}

/** The table of people by models that juries are held over, without its empty cells. */
export function tastesOf({ person, model, score, chosen }: JuryReplies, people: number, models: number): Tastes {
  const cells = people * models;
  const [count, scores, choices] = [new Int32Array(cells), new Float64Array(cells), new Float64Array(cells)];
  for (let i = 0; i < person.length; i++) {
    const cell = person[i]! * models + model[i]!;
    count[cell]!++;
    scores[cell]! += score[i]!;
    choices[cell]! += chosen[i]!;
  }
  const met = count.reduce((sum, n) => sum + Number(n > 0), 0);
  const tastes = {
    ...{ people, models, starts: new Int32Array(people + 1) },
    ...{ model: new Int32Array(met), score: new Float64Array(met), chosen: new Float64Array(met) }
  };
  let at = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (cell % models === 0) tastes.starts[cell / models] = at;
    if (count[cell] === 0) continue;
    tastes.model[at] = cell % models;
    tastes.score[at] = scores[cell]! / count[cell]!;
    tastes.chosen[at++] = choices[cell]! / count[cell]!;
  }
  tastes.starts[people] = at;
  return tastes;
}

/** How many of some people met each model. */
export function metBy({ models, starts, model }: Tastes, people: ArrayLike<number>): Int32Array {
  const met = new Int32Array(models);
  for (let i = 0; i < people.length; i++) {
    for (let at = starts[people[i]!]!; at < starts[people[i]! + 1]!; at++) met[model[at]!]!++;
  }
  return met;
}
