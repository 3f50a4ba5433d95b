import path from 'node:path';

/**
 * The rooms inside src/lib/charts, each looking only to those before it. `chart` are the files of the folder itself: what a
 * chart, its rows and its columns are. `pages` are the folders of the pages, one each, which do not look at one another but
 * where a link says what the other page's links may say (its vocabulary) and where a page's `index.ts` names its charts.
 */
export const rooms = ['chart', 'rows', 'words', 'columns', 'forms', 'pages'];

const CHARTS = /^src\/lib\/charts\/(?:([^/]+)\/)?([^/]+)$/;

/** Room and folder of a file below charts; null for others, and for the list of all charts, which knows every room. */
function placeOf(file) {
  const found = CHARTS.exec(file.replace(/(?<=charts\/[^/]+\/).*\//, ''));
  if (found === null || file === 'src/lib/charts/index.ts') return null;
  const [, folder, name] = found;
  if (folder === undefined) return { room: 'chart', folder: '', name };
  return { room: rooms.includes(folder) ? folder : 'pages', folder, name };
}

function mayImport(from, to) {
  if (from.room !== to.room) return rooms.indexOf(to.room) < rooms.indexOf(from.room);
  if (from.room !== 'pages' || from.folder === to.folder) return true;
  return from.name === 'index.ts' || to.name.endsWith('-vocabulary.ts');
}

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { room: '{{from}} must not import from {{to}}: rooms of charts look only to those before them.' }
  },
  create(context) {
    const inProject = (file) => path.relative(context.cwd, file).replaceAll(path.sep, '/');
    const from = placeOf(inProject(context.filename));
    if (from === null) return {};

    /** @param {import('estree').Node} node @param {unknown} source */
    function check(node, source) {
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const file = inProject(path.resolve(path.dirname(context.filename), source));
      if (!file.startsWith('src/lib/charts/')) return;
      const to = placeOf(file);
      if (to !== null && mayImport(from, to)) return;
      const named = ({ room, folder }) => folder || room;
      context.report({ node, messageId: 'room', data: { from: named(from), to: to === null ? file : named(to) } });
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

export default rule;
