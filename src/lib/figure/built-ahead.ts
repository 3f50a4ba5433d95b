import { dimensionsOf, metrics } from '../dataset/index.ts';
import { format, refusal, samples, type Selection, type Vocabulary } from '../selection/index.ts';

/**
 * The selections of a page that are answered at build time: the default, each sample, its parameters (one at a time
 * where there is more to choose), and every measure with words of its own by every grouping it may have. Read by the build and by the page alike, so that
 * a miss costs no request.
 */
export function builtAhead(vocabulary: Vocabulary): Selection[] {
  const { defaults, parts, params } = vocabulary;
  const chosen: Selection[] = [defaults];
  const add = (selection: Selection) => {
    if (!parts.includes('by') || refusal(selection) === null) chosen.push(selection);
  };
  const settings = Object.entries(params).map(([name, param]) => param.choices.map(({ key }) => ({ [name]: key })));
  if (!parts.includes('metric')) {
    for (const values of product(settings)) add({ ...defaults, params: values });
  } else {
    for (const metric of metrics) {
      for (const by of [null, ...dimensionsOf(metric.table)]) add({ ...defaults, metric: metric.name, by });
    }
    for (const sample of samples) add({ ...defaults, sample });
    for (const setting of settings.flat()) add({ ...defaults, params: { ...defaults.params, ...setting } });
  }
  const byLink = new Map(chosen.map((selection) => [format(selection, vocabulary).toString(), selection]));
  return [...byLink.values()];
}

function product(lists: readonly (readonly Record<string, string>[])[]): Record<string, string>[] {
  return lists.reduce<Record<string, string>[]>(
    (all, list) => all.flatMap((one) => list.map((next) => ({ ...one, ...next }))),
    [{}]
  );
}

/** File name of a selection's figure: a 53-bit hash (cyrb53) of its link, in base 36. */
export function figureKey(link: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < link.length; i++) {
    const code = link.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
