import { findColumn, findMetric, type Dimension } from '../../dataset/index.ts';
import type { Selection } from '../../selection/index.ts';
import { termsOf } from './composed-vocabulary.ts';

/** A released field as R calls it once the lines of the release are flattened. */
function fieldOf(name: string): string | null {
  const { source } = findColumn(name)!.column;
  return typeof source === 'string' ? source : null;
}

const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`;

/**
 * R code that fits a selection's regression to the released files, over everybody; null where its outcome is no topic or a
 * column is derived.
 */
export function composedCode(selection: Selection): string | null {
  const metric = findMetric(selection.metric)!;
  const terms = termsOf(selection).map((name) => ({ name, field: fieldOf(name) }));
  if (metric.kind !== 'share' || metric.column !== 'topic' || terms.some(({ field }) => field === null)) return null;
  if (terms.length === 0 || selection.filters.length > 0 || selection.sample !== 'all') return null;
  const factors = terms.map(({ name, field }) => {
    const { levels } = findColumn(name)!.column as Dimension;
    return `data$${name} <- relevel(factor(data[[${quoted(field!)}]]), ref = ${quoted(String(levels[0]!.value))})`;
  });
  return [
    'library(jsonlite); library(sandwich)',
    'survey <- flatten(stream_in(file("survey.jsonl"), verbose = FALSE))',
    'conversations <- flatten(stream_in(file("conversations.jsonl"), verbose = FALSE))',
    'topics <- read.csv("opening_prompt_text_df_original.csv")',
    'data <- merge(conversations[c("conversation_id", "user_id", "conversation_type")], survey, by = "user_id")',
    'data$topic <- topics$cluster_id[match(data$conversation_id, topics$id)]',
    ...factors,
    `fit <- lm(I(topic == ${String(metric.level)}) ~ ${terms.map(({ name }) => name).join(' + ')}, data)`,
    'clustered <- vcovCL(fit, cluster = data$user_id, type = "HC1", cadjust = TRUE)',
    'people <- length(unique(data$user_id))',
    'b <- coef(fit); se <- sqrt(diag(clustered)); half <- qt(0.975, people - 1) * se',
    'round(100 * cbind(points = b, low = b - half, high = b + half), 2)',
    'p <- 2 * pt(-abs(b / se), people - 1)  # p.adjust(p, "BH") over what is tested'
  ].join('\n');
}
