import { documentedMethods } from '$lib/figure/methods.server.ts';

export const load = () => ({ methods: documentedMethods() });
