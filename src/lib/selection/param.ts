/** A chart's own parameter: one of a few words, with the words the reader sees. The first is the default. */
export interface ChoiceParam {
  readonly kind: 'choice';
  readonly label: string;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
}

export type Param = ChoiceParam;

export type Params = Readonly<Record<string, Param>>;

export function defaultOf(param: Param): string {
  return param.choices[0]!.key;
}

export function defaultParams(params: Params): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, defaultOf(param)]));
}
