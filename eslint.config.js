import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import atlas from './lint/layers.js';
import svelteConfig from './svelte.config.js';

const deterministic = ['data/**', 'src/lib/{release,estimate,charts}/**'];

/** What only a page has, or what asks another host. */
const ofThePage = [
  ...['document', 'window', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'indexedDB'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker']
];

/** What only Node has. */
const ofNode = ['process', 'Buffer', 'global', 'require', '__dirname', '__filename', 'setImmediate'];

export default ts.config(
  {
    ignores: ['.svelte-kit/', 'build/', 'node_modules/', 'static/', 'data/raw/', 'data/twin/release/', 'tests/results/']
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
  },
  {
    plugins: { atlas },
    rules: {
      'no-undef': 'off',
      'atlas/layers': 'error',
      'atlas/rooms': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Links are built with `base` and a Selection's own format; pictures are our own SVG.
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/no-at-html-tags': 'off',
      // Sets and parameters made and read inside one function are not state.
      'svelte/prefer-svelte-reactivity': 'off'
    }
  },
  { files: ['src/routes/**/+page.svelte'], rules: { 'max-lines': ['error', 80] } },
  {
    files: deterministic,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Use a seeded generator.' },
        { object: 'Date', property: 'now', message: 'The same input must give the same output.' },
        { object: 'crypto', property: 'getRandomValues', message: 'Use a seeded generator.' },
        { object: 'crypto', property: 'randomUUID', message: 'Use a seeded generator.' }
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
          message: 'The same input must give the same output.'
        },
        { selector: 'CallExpression[callee.property.name=/^toLocale.*String$/]', message: 'Use format.ts.' }
      ]
    }
  },
  {
    files: ['src/lib/{dataset,release,selection,query,estimate,charts}/**'],
    ignores: ['src/lib/selection/url.svelte.ts'],
    rules: { 'no-restricted-globals': ['error', ...ofThePage, ...ofNode] }
  }
);
