import { buildSite, prepareData } from './steps.ts';
import { serve } from './serve.ts';

const port = Number(process.env.PORT ?? 4173);
const clock = performance.now();
const seconds = () => `${((performance.now() - clock) / 1000).toFixed(0)} s`;

console.log('PRISM Atlas');
await prepareData();
console.log(`  data ready, ${seconds()}`);
await buildSite();
console.log(`  site built, ${seconds()}`);
const { url } = await serve('build', process.env.BASE_PATH ?? '', port).catch(() =>
  serve('build', process.env.BASE_PATH ?? '')
);
console.log(`\n  ${url}\n\n  Press Ctrl+C to stop.`);
