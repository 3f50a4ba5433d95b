import path from 'node:path';
import rooms from './rooms.js';

/**
 * Which folders of src/lib a folder may import from. The order of the entries is the order of the layers: nothing looks
 * to its right. A folder inside another that stands here is a layer of its own. `data` is the folder of that name beside
 * `src`.
 */
export const layers = {
  dataset: [],
  release: ['dataset'],
  selection: ['dataset'],
  query: ['dataset', 'selection'],
  'query/sql': ['dataset', 'selection', 'query'],
  columnar: ['dataset', 'release', 'selection', 'query'],
  estimate: [],
  map: ['dataset'],
  database: ['dataset', 'query', 'query/sql', 'columnar'],
  'own-release': ['dataset', 'release', 'database'],
  charts: ['dataset', 'selection', 'query', 'estimate', 'map'],
  pairs: ['dataset', 'selection', 'query', 'estimate', 'charts'],
  figure: ['dataset', 'selection', 'query', 'query/sql', 'estimate', 'map', 'charts', 'database'],
  search: ['dataset', 'selection', 'charts', 'figure'],
  offline: ['dataset', 'map', 'database', 'search'],
  take: ['dataset', 'selection', 'charts', 'figure'],
  'take/code': ['dataset', 'selection', 'query', 'estimate', 'charts', 'figure', 'take'],
  components: [
    'dataset',
    'release',
    'selection',
    'estimate',
    'pairs',
    'map',
    'charts',
    'figure',
    'search',
    'database',
    'take',
    'take/code',
    'own-release'
  ],
  data: ['dataset', 'release', 'columnar', 'database', 'own-release', 'pairs', 'map']
};

/** What lies outside src/lib and may be imported from inside it, by folder. */
const outside = [
  { path: /^data\/published\/\w+\.json$/, only: ['charts', 'figure'] },
  { path: /^data\/coverage\.json$/, only: ['figure'] },
  { path: /^src\/styles\//, only: ['take', 'components'] }
];

/** Packages only some folders may know. */
export const packages = [
  { name: /^(svelte|@sveltejs|\$app|\$env)(\/|$)/, only: ['components', 'routes'] },
  { name: /^(@duckdb\/|apache-arrow)/, only: ['database'] },
  { name: /^hyparquet/, only: ['release', 'columnar', 'data'] },
  { name: /^jsdom$/, only: ['figure'] },
  { name: /^bits-ui/, only: ['components'] },
  { name: /^maplibre-gl/, only: ['components', 'map'] },
  { name: /^@observablehq\/plot$/, only: ['charts', 'figure', 'components'] },
  { name: /^\$lib(\/|$)/, only: ['routes'] },
  {
    name: /^(node:|(assert|buffer|child_process|crypto|fs|http|https|module|net|os|path|process|stream|url|util|worker_threads|zlib)(\/|$))/,
    only: ['database', 'figure', 'data']
  }
];

/** Files with one more right than their folder. */
const exceptions = { 'selection/url.svelte.ts': /^\$app\// };

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      layer: '{{from}} must not import from {{to}}: layers look only to their left.',
      package: '{{from}} must not import {{name}}.'
    }
  },
  create(context) {
    const inProject = (file) => path.relative(context.cwd, file).replaceAll(path.sep, '/');
    const file = inProject(context.filename);
    const from = folderOf(file);
    if (from === null) return {};
    const own = file.replace(/^src\/lib\//, '');

    /** @param {import('estree').Node} node @param {unknown} source */
    function check(node, source) {
      if (typeof source !== 'string') return;
      for (const { name, only } of packages) {
        if (name.test(source) && !only.includes(from) && !exceptions[own]?.test(source)) {
          context.report({ node, messageId: 'package', data: { from, name: source } });
        }
      }
      if (from === 'routes' || !/^(\.|\$lib\/)/.test(source)) return;
      const target = source.startsWith('$lib/')
        ? source.replace('$lib', 'src/lib')
        : inProject(path.resolve(path.dirname(context.filename), source));
      const to = folderOf(target);
      if (to === from || layers[from]?.includes(to)) return;
      if (outside.some((one) => one.only.includes(from) && one.path.test(target))) return;
      if (from !== 'data' || to !== null)
        context.report({ node, messageId: 'layer', data: { from, to: to ?? target } });
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.value ?? node.source.quasis?.[0]?.value.cooked),
      TSImportType: (node) => check(node, node.source?.value)
    };
  }
};

/** The layer a file of the project is in; null outside all of them. */
function folderOf(file) {
  const inLib = /^src\/lib\/([^/]+)(?:\/([^/]+))?/.exec(file);
  if (inLib === null) return /^(?:src\/)?(routes|data)(?:\/|$)/.exec(file)?.[1] ?? null;
  const inside = `${inLib[1]}/${inLib[2]}`;
  return Object.hasOwn(layers, inside) ? inside : inLib[1];
}

export default { rules: { layers: rule, rooms } };
