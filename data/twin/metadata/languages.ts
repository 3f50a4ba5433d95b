import figures from '../../published/metadata.json';
import { OutOfReach, stream } from '../random.ts';
import { drawWeighted } from './moderation.ts';
import type { TextKey } from './rows.ts';

/** Languages beyond the published ten of each side, as a language identifier names them; which ones is assumed. */
const BOTH = 'af ca cs cy eo et fi ga gl hr id lb lt lv ms mt no tl'.split(' ');
const HUMAN_ONLY = 'ar az br el eu he ja ku ru sw tr la sl hu sv'.split(' ');
const MODEL_ONLY = 'an bs fo ht is jv mg nb nn oc qu sk sq vi wa zu pt pl da ro'.split(' ');

/**
 * The language code of each text: published numbers of English texts by column, of the ten most frequent languages
 * among what people and what models wrote, and of different codes. `doubt` says how easily a text is misjudged.
 */
export function languages(keys: readonly TextKey[], doubt: (key: TextKey, row: number) => number): string[] {
  const random = stream('languages');
  const codes = keys.map(() => 'en');
  const foreign = { human: [] as number[], model: [] as number[] };
  for (const { column_id, n, en_flag_true } of figures.by_column_id) {
    const rows = keys.flatMap((key, row) => (key.column === column_id ? [row] : []));
    const side = column_id === 'model_response' ? 'model' : 'human';
    foreign[side].push(...drawWeighted(random, rows, (row) => doubt(keys[row] as TextKey, row), n - en_flag_true));
  }
  for (const side of ['human', 'model'] as const) {
    const published = figures[`languages_${side}`].filter((language) => language.level.length === 2);
    const named = published.filter((language) => language.level !== 'en').map((language) => language.level);
    const counts = new Map(published.map((language) => [language.level, language.count]));
    const wanted = figures[side].n_languages - published.length;
    const own = side === 'human' ? HUMAN_ONLY : MODEL_ONLY;
    const others = [...BOTH, ...own];
    if (others.length !== wanted) throw new OutOfReach(`languages: ${others.length} others for ${wanted}`);
    const left = foreign[side].length - named.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0);
    const list = named.flatMap((code) => Array.from({ length: counts.get(code) ?? 0 }, () => code));
    for (let index = 0; index < left; index++) list.push(others[index % others.length] as string);
    random.shuffle(list);
    foreign[side].forEach((row, index) => (codes[row] = list[index] as string));
  }
  return codes;
}
