import { SIZES, coverageSummary } from '$lib/figure/coverage.server.ts';
import { documentedMethods } from '$lib/figure/methods.server.ts';
import { figuresOf } from '$lib/search/method-uses.server.ts';

export const load = () => ({
  methods: documentedMethods().map((method) => ({ ...method, used: figuresOf(method.title) })),
  coverage: { ...coverageSummary(), sizes: SIZES.map(({ says }) => says) }
});
