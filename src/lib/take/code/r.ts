import type { Figure } from '../../charts/chart.ts';
import type { Field } from './fields.ts';
import { headOf } from './head.ts';
import type { Grouping, CodeRecipe, Test } from './recipe.ts';
import { rEstimators } from './r-estimators.ts';
import { tablesRead } from './tables-read.ts';

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
const vector = (values: readonly string[]) => `c(${values.map(quoted).join(', ')})`;

/** A figure's numbers as an R script that starts from the files of the release and prints them as CSV. */
export function rCode(figure: Figure, recipe: CodeRecipe, address: string): string {
  const { table, value, filters, by, sides, overall, minimum, domain } = recipe;
  const head = headOf(figure, address, [
    'Needs R with the package jsonlite, and the files of PRISM (https://huggingface.co/datasets/HannahRoseKirk/prism-alignment) in one folder: Rscript this-file.R folder'
  ]);
  const number = (bound: number | null) => (bound === null ? 'NA' : String(bound));
  return [
    ...head.map((line) => `# ${line}`),
    '',
    'folder <- c(commandArgs(TRUE), ".")[1]',
    `kind <- "${value.kind}"`,
    `lowest <- ${number(domain[0])}`,
    `highest <- ${number(domain[1])}`,
    `minimum <- ${minimum}  # people below whom nothing is said`,
    '',
    rEstimators,
    '# The rows, with what is asked of them from the tables above.',
    ...readTables(recipe),
    `rows <- ${table}`,
    ...filters.map((test) => `rows <- rows[which(${condition(test)}), ]`),
    value.kind === 'mean'
      ? `rows$value <- rows$${value.field.name}`
      : `rows$value <- ifelse(is.na(rows$${value.field.name}), NA, as.numeric(${condition(value.test)}))`,
    'rows <- rows[!is.na(rows$value), ]',
    ...(sides
      ? [
          `rows$on_a <- ${every(sides.a)}`,
          `rows$on_b <- ${sides.b ? every(sides.b) : '!rows$on_a'}`,
          `within <- ${sides.within ? 'TRUE' : 'FALSE'}`
        ]
      : []),
    `found <- function(rows) ${sides ? 'difference(rows[rows$on_a, ], rows[rows$on_b, ], within)' : 'average(rows)'}`,
    '',
    overall ? 'result <- list(data.frame(by_1 = "", by_2 = "", found(rows)))' : 'result <- list()',
    ...by.flatMap((grouping, i) => grouped(grouping, i + 1)),
    ...(by.length === 0
      ? []
      : [
          'for (some in split(rows, rows[c(' + by.map((_, i) => `"by_${i + 1}"`).join(', ') + ')], drop = TRUE))',
          `  result <- c(result, list(data.frame(by_1 = some$by_1[1], by_2 = ${by.length > 1 ? 'some$by_2[1]' : '""'}, found(some))))`
        ]),
    'write.csv(do.call(rbind, result), row.names = FALSE)',
    ''
  ].join('\n');
}

/** Reads the tables that fields are in, and joins those above to the rows. */
function readTables(recipe: CodeRecipe): string[] {
  return tablesRead(recipe).flatMap(({ table, file, keys, fields, via }) => {
    const columns = [...keys.map((key) => `  ${key} = words(file, "${key}")`), ...fields.map(readField)];
    const joined = via === null ? [] : [`${recipe.table} <- merge(${recipe.table}, ${table}, by = "${via}")`];
    return [`file <- read("${file}")`, `${table} <- data.frame(`, columns.join(',\n'), ')', ...joined];
  });
}

const readField = ({ name, path, as }: Field) => `  ${name} = ${as}(file, ${quoted(path)})`;
function condition(test: Test): string {
  switch (test.is) {
    case 'among': {
      const field = `rows$${test.field.name}`;
      const among = `${field} %in% ${vector(test.values)}`;
      return test.absent ? (test.values.length > 0 ? `(is.na(${field}) | ${among})` : `is.na(${field})`) : among;
    }
    case 'within': {
      const { name, perUnit } = test.field;
      const field = perUnit === 1 ? `rows$${name}` : `round(rows$${name} * ${perUnit})`;
      const bounds = [
        ...(test.low === null ? [] : [`${field} >= ${test.low}`]),
        ...(test.high === null ? [] : [`${field} <= ${test.high}`])
      ];
      return `(!is.na(rows$${name}) & ${bounds.join(' & ')})`;
    }
    case 'ticked': {
      const all = test.all.map(({ name }) => `rows$${name}`);
      const any = (boxes: readonly string[]) => `(${boxes.map((box) => `${box} %in% 1`).join(' | ')})`;
      const parts = [
        ...(test.boxes.length === 0 ? [] : [any(test.boxes.map(({ name }) => `rows$${name}`))]),
        ...(test.unasked ? [`is.na(${all[0]!})`] : []),
        ...(test.none ? [`(!is.na(${all[0]!}) & !${any(all)})`] : [])
      ];
      return parts.length === 0 ? 'FALSE' : parts.length === 1 ? parts[0]! : `(${parts.join(' | ')})`;
    }
    case 'not':
      return `!${condition(test.test)}`;
    case 'any':
      return 'TRUE';
  }
}

const every = (tests: readonly Test[]) => (tests.length === 0 ? 'TRUE' : tests.map(condition).join(' & '));

/** Names the group of each row; where a row is in several, it is there once for each. */
function grouped({ label, groups, field }: Grouping, nth: number): string[] {
  const by = `by_${nth}`;
  if (field)
    return [
      `# ${label}`,
      `rows$${by} <- as.character(rows$${field.name})`,
      ...groups.map(({ name, test }) => `rows$${by}[${condition(test)}] <- ${quoted(name)}`)
    ];
  return [
    `# ${label}: a row for each answer ticked`,
    'groups <- list(',
    groups.map(({ name, test }) => `  ${quoted(name)} = which(${condition(test)})`).join(',\n'),
    ')',
    `rows <- do.call(rbind, lapply(names(groups), function(name) cbind(rows[groups[[name]], ], ${by} = rep(name, length(groups[[name]])))))`
  ];
}
