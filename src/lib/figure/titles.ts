import type { Figure } from '../charts/chart.ts';

/** Whether no real person stands behind a figure's numbers. */
export const isSynthetic = ({ provenance }: Pick<Figure, 'provenance'>): boolean => provenance.source === 'twin';

/** A text that leaves the page, or stands for it, without the badge that marks a synthetic figure there. */
export const marked = (figure: Pick<Figure, 'provenance'>, text: string): string =>
  isSynthetic(figure) ? `Synthetic: ${text}` : text;

/** A figure's headline where it stands alone: the title of a page or of a picture. */
export const titleOf = (figure: Pick<Figure, 'provenance' | 'headline'>): string => marked(figure, figure.headline);

/** A figure in words where there is no picture: what was found, how much and how sure. */
export function answerOf(figure: Pick<Figure, 'provenance' | 'question' | 'headline' | 'sentence'>): string {
  const { question, headline, sentence } = figure;
  return marked(figure, headline === question ? sentence : `${headline}. ${sentence}`);
}
