import path from 'node:path';

/**
 * Which folders of src/lib a folder may import from. The order of the entries is the order of the layers: nothing looks
 * to its right.
 */
export const layers = {
  dataset: [],
  selection: ['dataset'],
  query: ['dataset', 'selection'],
  estimate: [],
  map: ['dataset'],
  database: ['dataset', 'query'],
  charts: ['dataset', 'selection', 'query', 'estimate', 'map'],
  figure: ['dataset', 'selection', 'query', 'estimate', 'map', 'charts', 'database'],
  export: ['dataset', 'selection', 'charts', 'figure'],
  components: ['dataset', 'selection', 'estimate', 'map', 'charts', 'figure', 'database', 'export']
};

/** Packages only some folders may know. */
const packages = [
  { name: /^(svelte|\$app)(\/|$)/, only: ['components', 'routes'] },
  { name: /^@duckdb\//, only: ['database'] },
  { name: /^hyparquet/, only: ['database'] },
  { name: /^maplibre-gl/, only: ['components', 'map'] },
  { name: /^@observablehq\/plot$/, only: ['charts', 'figure', 'components'] },
  { name: /^\$lib(\/|$)/, only: ['routes'] }
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
    const file = context.filename.replaceAll(path.sep, '/');
    const inLib = /\/src\/lib\/([^/]+)\/(.*)$/.exec(file);
    const from = inLib?.[1] ?? (file.includes('/src/routes/') ? 'routes' : null);
    if (from === null) return {};
    const own = inLib ? `${from}/${inLib[2]}` : '';

    /** @param {import('estree').Node} node @param {unknown} source */
    function check(node, source) {
      if (typeof source !== 'string') return;
      const target = source.startsWith('.')
        ? /\/src\/lib\/([^/]+)/.exec(path.posix.resolve(path.posix.dirname(file), source))?.[1]
        : /^\$lib\/([^/]+)/.exec(source)?.[1];
      if (target && from !== 'routes' && target !== from && !layers[from]?.includes(target)) {
        context.report({ node, messageId: 'layer', data: { from, to: target } });
      }
      for (const { name, only } of packages) {
        if (name.test(source) && !only.includes(from) && !exceptions[own]?.test(source)) {
          context.report({ node, messageId: 'package', data: { from, name: source } });
        }
      }
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.value),
      TSImportType: (node) => check(node, node.argument?.literal?.value ?? node.source?.value)
    };
  }
};

export default { rules: { layers: rule } };
