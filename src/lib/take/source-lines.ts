import type { Figure } from '../charts/chart.ts';

/** When PRISM's people answered: from the first survey to the last conversation. */
const COLLECTED = 'Answers given from 22 November to 22 December 2023';

/** Where a figure's numbers come from, under what licence, from when, and of which version, each as a line without full stop. */
export function sourceLines({ provenance }: Pick<Figure, 'provenance'>): string[] {
  const { source, text, version } = provenance;
  return [
    `Source: ${text}`,
    ...(source === 'twin' ? [] : [COLLECTED]),
    ...(source === 'published' ? [] : [`Data version ${version}`])
  ];
}
