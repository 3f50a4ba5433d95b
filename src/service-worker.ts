import { base, build, version } from '$service-worker';
import { forgetSite, keepSite } from './lib/offline/keep-site.ts';
import type { WorkerScope } from './lib/offline/worker-scope.ts';

const scope = self as unknown as WorkerScope;

if (__OFFLINE__) keepSite(scope, { base, build, version });
else forgetSite(scope);
