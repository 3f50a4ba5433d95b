/** A chart's own parameter: one of a few words, with the words the reader sees. The first is the default. */
export interface ChoiceParam {
  readonly kind: 'choice';
  readonly label: string;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  /** Choices that show the same figure, set out in another way: nothing is asked or drawn anew between them. */
  readonly same?: 'all' | readonly string[];
  /** Whether the key of any group, or of a pair of groups, may be said as well. */
  readonly keys?: true;
  /** Words of which several may be said in an order, each once, with stars between them: at most so many. */
  readonly several?: { readonly words: readonly string[]; readonly most: number };
}

/** The row that the reader has pinned: it stays lit in every figure of the page. The same figure, whichever it is. */
export const pin: ChoiceParam = {
  kind: 'choice',
  label: 'Pinned',
  choices: [{ key: 'none', label: 'nothing' }],
  same: 'all',
  keys: true
};

export type Param = ChoiceParam;

export type Params = Readonly<Record<string, Param>>;

/** Whether a value says several words of a parameter, each once. */
export function saysSeveral({ several }: Param, value: string): boolean {
  if (!several) return false;
  const said = value.split('*');
  return (
    said.length <= several.most &&
    new Set(said).size === said.length &&
    said.every((word) => several.words.includes(word))
  );
}

export function defaultOf(param: Param): string {
  return param.choices[0]!.key;
}

export function defaultParams(params: Params): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, defaultOf(param)]));
}

/** The parameters with which the same figure is first shown, whatever way it is set out in. */
export function plainParams(chosen: Readonly<Record<string, string>>, params: Params): Record<string, string> {
  const plain = Object.entries(params).map(([name, param]) => {
    const key = chosen[name] ?? defaultOf(param);
    const first = param.same === 'all' ? defaultOf(param) : param.same?.[0];
    return [name, first !== undefined && (param.same === 'all' || param.same!.includes(key)) ? first : key];
  });
  return Object.fromEntries(plain);
}
