import { SIZES, coverageSummary } from '$lib/figure/coverage.server.ts';
import { documentedMethods } from '$lib/figure/methods.server.ts';

export const load = () => ({
  methods: documentedMethods(),
  coverage: { ...coverageSummary(), sizes: SIZES.map(({ says }) => says) }
});
