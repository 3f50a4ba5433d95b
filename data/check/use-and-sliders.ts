import attributes from '../published/attributes.json' with { type: 'json' };
import use from '../published/lm_use.json' with { type: 'json' };
import { storedColumn } from '../../src/lib/dataset/tables.ts';
import { MISSING } from '../../src/lib/release/table-builder.ts';
import type { Check } from './check.ts';
import { correlationOf, countsOf, deviation, meanOf, present, published, type Numbers } from './numbers.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';

const stated = [
  'values',
  'creativity',
  'fluency',
  'factuality',
  'diversity',
  'safety',
  'personalisation',
  'helpfulness'
];
const contextual = ['values', 'fluency', 'factuality', 'safety', 'diversity', 'creativity', 'helpfulness'];

type Moment = 'mean' | 'std';

function momentsOf(data: ShippedData, group: string, keys: readonly string[], moment: Moment): Numbers {
  return Object.fromEntries(
    keys.map((key) => {
      const values = present(shippedColumn(data, `${group}_${key}`));
      return [key, moment === 'mean' ? meanOf(values) : deviation(values, 1)];
    })
  );
}

function momentCheck(
  group: 'stated' | 'performance' | 'choice',
  keys: readonly string[],
  figures: Readonly<Record<string, { mean: number; std: number }>>,
  moment: Moment
): Check {
  return {
    id: `sliders.${group}_${moment}`,
    statement: `${moment === 'mean' ? 'Mean' : 'Standard deviation'} of each slider (${group}).`,
    source: attributes.source,
    expected: Object.fromEntries(keys.map((key) => [key, figures[key]?.[moment] ?? NaN])),
    within: 0.05,
    twin: { within: moment === 'mean' ? 0.5 : 1.5 },
    found: (data) => momentsOf(data, group, keys, moment)
  };
}

function withAnyMissing(data: ShippedData, group: string): number {
  const columns = contextual.map((key) => shippedColumn(data, `${group}_${key}`));
  const rows = columns[0]?.length ?? 0;
  let count = 0;
  for (let row = 0; row < rows; row += 1) if (columns.some((values) => values[row] === MISSING)) count += 1;
  return count;
}

/** Stated sliders of the person of each conversation, in the order of conversations. */
function statedByConversation(data: ShippedData, key: string): number[] {
  const people = new Map(Array.from(shippedColumn(data, 'user_id'), (id, row) => [id, row]));
  const values = shippedColumn(data, `stated_${key}`);
  return Array.from(shippedColumn(data, 'user_id', 'conversations'), (id) => values[people.get(id) ?? -1] ?? MISSING);
}

function tickedOf(data: ShippedData): Numbers {
  const column = storedColumn('lm_usecases')?.column;
  const asked = present(shippedColumn(data, 'lm_usecases'));
  if (column?.kind !== 'many') return {};
  return Object.fromEntries(
    column.levels.map(({ value }, bit) => [String(value), asked.filter((mask) => ((mask >> bit) & 1) === 1).length])
  );
}

/** Use of language models and all sliders. */
export const useAndSliderChecks: readonly Check[] = [
  ...(['lm_familiarity', 'lm_direct_use', 'lm_indirect_use'] as const).map((column): Check => ({
    id: `use.${column}`,
    statement: `People by ${column.replaceAll('_', ' ')}.`,
    source: use.source,
    expected: published(use[column]),
    twin: 'exact',
    found: (data) => countsOf(data, column)
  })),
  {
    id: 'use.lm_frequency_use',
    statement: 'People by frequency of use; 247 were not asked.',
    source: use.source,
    expected: published(
      use.lm_frequency_use.map(({ level, count }) => ({ level: level.startsWith('null') ? 'null' : level, count }))
    ),
    twin: 'exact',
    found: (data) => countsOf(data, 'lm_frequency_use')
  },
  {
    id: 'use.lm_usecases',
    statement: 'People by use, among the 1,253 who were asked.',
    source: use.source,
    expected: {
      asked: use.question_shown_n,
      ...Object.fromEntries(use.lm_usecases.map((row) => [row.key, row.count_selected]))
    },
    twin: 'exact',
    found: (data) => ({ asked: present(shippedColumn(data, 'lm_usecases')).length, ...tickedOf(data) })
  },
  momentCheck('stated', stated, attributes.stated_prefs, 'mean'),
  momentCheck('stated', stated, attributes.stated_prefs, 'std'),
  {
    id: 'sliders.stated_other',
    statement: '332 people typed a trait of their own.',
    source: attributes.source,
    expected: { people: attributes.stated_prefs_other_text.non_null },
    twin: 'exact',
    found: (data) => ({ people: present(shippedColumn(data, 'stated_other')).length })
  },
  momentCheck('performance', contextual, attributes.performance_attributes, 'mean'),
  momentCheck('performance', contextual, attributes.performance_attributes, 'std'),
  momentCheck('choice', contextual, attributes.choice_attributes, 'mean'),
  momentCheck('choice', contextual, attributes.choice_attributes, 'std'),
  {
    id: 'sliders.not_applicable',
    statement: 'Conversations with any slider marked N/A.',
    source: attributes.source,
    expected: {
      performance: attributes.conversations_with_any_missing.performance_attributes,
      choice: attributes.conversations_with_any_missing.choice_attributes
    },
    twin: 'exact',
    found: (data) => ({ performance: withAnyMissing(data, 'performance'), choice: withAnyMissing(data, 'choice') })
  },
  {
    id: 'sliders.stated_correlations',
    statement: 'Correlations of the stated sliders, over people.',
    source: attributes.source,
    expected: { 'fluency, helpfulness': 0.63, 'factuality, helpfulness': 0.62, 'values, factuality': 0.11 },
    within: 0.005,
    twin: { within: 0.05 },
    found: (data) => ({
      'fluency, helpfulness': correlationOf(
        shippedColumn(data, 'stated_fluency'),
        shippedColumn(data, 'stated_helpfulness')
      ),
      'factuality, helpfulness': correlationOf(
        shippedColumn(data, 'stated_factuality'),
        shippedColumn(data, 'stated_helpfulness')
      ),
      'values, factuality': correlationOf(
        shippedColumn(data, 'stated_values'),
        shippedColumn(data, 'stated_factuality')
      )
    })
  },
  {
    id: 'sliders.correlations',
    statement: 'Correlations of performance, choice and stated sliders, over conversations.',
    source: attributes.source,
    expected: {
      'performance and choice, creativity': 0.77,
      'performance and choice, safety': 0.4,
      'stated and choice, safety': 0.3
    },
    within: 0.005,
    twin: { within: 0.05 },
    found: (data) => ({
      'performance and choice, creativity': correlationOf(
        shippedColumn(data, 'performance_creativity'),
        shippedColumn(data, 'choice_creativity')
      ),
      'performance and choice, safety': correlationOf(
        shippedColumn(data, 'performance_safety'),
        shippedColumn(data, 'choice_safety')
      ),
      'stated and choice, safety': correlationOf(
        statedByConversation(data, 'safety'),
        shippedColumn(data, 'choice_safety')
      )
    })
  }
];
