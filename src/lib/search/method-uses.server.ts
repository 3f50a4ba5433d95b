import { chartNamed } from '../charts/index.ts';
import { chartsByMethod } from '../charts/methods-used.ts';
import { homeOf } from '../figure/homes.ts';

/** Figures whose numbers a method makes, by its title: what each is called, and where it stands below the site's base. */
export const figuresOf = (title: string): readonly { readonly label: string; readonly path: string }[] =>
  (chartsByMethod.get(title) ?? []).map((name) => {
    const { label, vocabulary } = chartNamed(name);
    return { label, path: homeOf({ chart: name, link: '', selection: vocabulary.defaults }) };
  });
