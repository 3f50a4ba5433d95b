import type { Figure } from '../../charts/chart.ts';
import type { Field } from './fields.ts';
import { headOf } from './head.ts';
import { pythonEstimators } from './python-estimators.ts';
import type { Grouping, CodeRecipe, Test } from './recipe.ts';
import { tablesRead } from './tables-read.ts';

const quoted = (text: string) => JSON.stringify(text);
const listed = (values: readonly string[]) => `[${values.map(quoted).join(', ')}]`;
const at = ({ name }: Pick<Field, 'name'>) => `rows["${name}"]`;

/** A figure's numbers as a Python script that starts from the files of the release and prints them as CSV. */
export function pythonCode(figure: Figure, recipe: CodeRecipe, address: string): string {
  const { table, value, filters, by, sides, overall, minimum, domain } = recipe;
  const head = headOf(figure, address, [
    'Needs Python 3 with pandas and scipy, and the files of PRISM (https://huggingface.co/datasets/HannahRoseKirk/prism-alignment) in one folder: python3 this-file.py folder'
  ]);
  const number = (bound: number | null) => (bound === null ? 'None' : String(bound));
  const names = by.map((_, i) => `"by_${i + 1}"`);
  return [
    ...head.map((line) => `# ${line}`),
    pythonEstimators,
    'folder = sys.argv[1] if len(sys.argv) > 1 else "."',
    `kind = "${value.kind}"`,
    `lowest, highest = ${number(domain[0])}, ${number(domain[1])}`,
    `minimum = ${minimum}  # people below whom nothing is said`,
    '',
    '# The rows, with what is asked of them from the tables above.',
    ...readTables(recipe),
    `rows = ${table}`,
    ...filters.map((test) => `rows = rows[${condition(test)}]`),
    'rows = rows.copy()',
    value.kind === 'mean'
      ? `rows["value"] = ${at(value.field)}`
      : `rows["value"] = np.where(${at(value.field)}.isna(), np.nan, ${condition(value.test)})`,
    'rows = rows[rows["value"].notna()].copy()',
    ...(sides
      ? [
          `rows["on_a"] = ${every(sides.a)}`,
          `rows["on_b"] = ${sides.b ? every(sides.b) : '~rows["on_a"]'}`,
          '',
          '',
          'def found(rows):',
          `    return difference(rows[rows["on_a"]], rows[rows["on_b"]], within=${sides.within ? 'True' : 'False'})`,
          '',
          ''
        ]
      : ['found = average']),
    overall ? 'result = [{"by_1": "", "by_2": "", **found(rows)}]' : 'result = []',
    ...by.flatMap((grouping, i) => grouped(grouping, i + 1)),
    ...(by.length === 0
      ? []
      : [
          `for name, some in rows.groupby([${names.join(', ')}], sort=False):`,
          '    name = (name if isinstance(name, tuple) else (name,)) + ("",)',
          '    result.append({"by_1": name[0], "by_2": name[1], **found(some)})'
        ]),
    'pd.DataFrame(result).to_csv(sys.stdout, index=False, lineterminator="\\n")',
    ''
  ].join('\n');
}

function readTables(recipe: CodeRecipe): string[] {
  return tablesRead(recipe).flatMap(({ table, file, keys, fields, via }) => {
    const columns = [
      ...keys.map((key) => `    ${key}=("${key}", words),`),
      ...fields.map(({ name, path, as }) => `    ${name}=(${quoted(path)}, ${as}),`)
    ];
    const joined = via === null ? [] : [`${recipe.table} = ${recipe.table}.merge(${table}, on="${via}")`];
    return [`${table} = read(`, `    "${file}",`, ...columns, ')', ...joined];
  });
}

function condition(test: Test): string {
  switch (test.is) {
    case 'among': {
      const among = `${at(test.field)}.isin(${listed(test.values)})`;
      const absent = `${at(test.field)}.isna()`;
      return test.absent ? (test.values.length > 0 ? `(${absent} | ${among})` : absent) : among;
    }
    case 'within': {
      const { perUnit } = test.field;
      const field = perUnit === 1 ? at(test.field) : `(${at(test.field)} * ${perUnit}).round()`;
      const bounds = [
        ...(test.low === null ? [] : [`(${field} >= ${test.low})`]),
        ...(test.high === null ? [] : [`(${field} <= ${test.high})`])
      ];
      return bounds.length === 1 ? bounds[0]! : `(${bounds.join(' & ')})`;
    }
    case 'ticked': {
      const any = (boxes: readonly Field[]) => `(rows[${listed(boxes.map(({ name }) => name))}] == 1).any(axis=1)`;
      const unasked = `${at(test.all[0]!)}.isna()`;
      const parts = [
        ...(test.boxes.length === 0 ? [] : [any(test.boxes)]),
        ...(test.unasked ? [unasked] : []),
        ...(test.none ? [`(~${unasked} & ~${any(test.all)})`] : [])
      ];
      if (parts.length === 0) return 'pd.Series(False, index=rows.index)';
      return parts.length === 1 ? parts[0]! : `(${parts.join(' | ')})`;
    }
    case 'not':
      return `~${condition(test.test)}`;
    case 'any':
      return 'pd.Series(True, index=rows.index)';
  }
}

const every = (tests: readonly Test[]) =>
  tests.length === 0 ? condition({ is: 'any' }) : tests.map(condition).join(' & ');

/** Names the group of each row; where a row is in several, it is there once for each. */
function grouped({ label, groups, field }: Grouping, nth: number): string[] {
  const by = `"by_${nth}"`;
  if (field)
    return [
      `# ${label}`,
      `rows[${by}] = ${at(field)}`,
      ...groups.map(({ name, test }) => `rows.loc[${condition(test)}, ${by}] = ${quoted(name)}`)
    ];
  return [
    `# ${label}: a row for each answer ticked`,
    'groups = {',
    ...groups.map(({ name, test }) => `    ${quoted(name)}: ${condition(test)},`),
    '}',
    `rows = pd.concat([rows[some].assign(**{${by}: name}) for name, some in groups.items()], ignore_index=True)`
  ];
}
