import {
  findColumn,
  levelsOf,
  type Metric,
  type ShareMetric,
  type TableName,
  type Undocumented
} from '../../dataset/index.ts';
import { codeOf } from '../filter.ts';
import { qualified } from './from.ts';
import { identifier, sql, type Sql } from './sql.ts';

/** The metric's value in a row: an integer, or null where there is none. */
function value(metric: Metric, extra: Undocumented): Sql {
  const name = identifier(metric.column);
  switch (metric.kind) {
    case 'mean':
      return name;
    case 'share':
      return counted(metric, name, extra);
  }
}

/** 1 where a row has the level a share counts, 0 where it has not, null where it was not asked and this is not what is counted. */
function counted(metric: ShareMetric, name: Sql, extra: Undocumented): Sql {
  const code = codeOf(metric.column, (level) => level.value === metric.level, extra);
  const many = findColumn(metric.column)!.column.kind === 'many';
  if (many && metric.level === null) return sql`(${name} is null)::integer`;
  if (many) return sql`(${name} >> ${code}) & 1`;
  const notAsked = levelsOf(metric.column, extra).findIndex((level) => level.value === null);
  const share = sql`(${name} = ${code})::integer`;
  return notAsked < 0 || metric.level === null
    ? share
    : sql`case when ${name} = ${notAsked} then null else ${share} end`;
}

/** A metric's rows as SQL: the person, the conversation (null for metrics of people) and the value. */
export function measuredSql(metric: Metric, extra: Undocumented, used: Set<TableName>): Sql {
  used.add(findColumn(metric.column)!.table);
  const conversation = metric.table === 'participants' ? sql`null` : qualified(metric.table, 'conversation_id');
  return sql`${qualified(metric.table, 'user_id')} as user_id, ${conversation} as conversation, ${value(metric, extra)} as v`;
}
