import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** The layers of the design as import rules: folder → what it must not import, and why. */
const layers = [
  {
    files: ['src/corpus/**/*.ts', 'src/exports/**/*.ts', 'src/charts/**/*.ts'],
    patterns: [
      {
        group: ['node:*', 'astro', 'astro/*', 'astro:*', '@astrojs/*'],
        message: 'This layer is pure: no Node, no Astro.',
      },
      {
        group: [
          '**/loaders/**',
          '**/integrations/**',
          '**/reporters/**',
          '**/cli/**',
          '**/data/**',
          '**/site/**',
          '**/components/**',
          '**/client/**',
        ],
        message: 'The flow is one way: pure layers know nothing of what uses them.',
      },
    ],
  },
  {
    files: ['src/site/**/*.ts', 'src/client/**/*.ts', 'src/markdown/**/*.ts', 'src/reporters/**/*.ts'],
    patterns: [
      {
        group: ['astro:content', '**/loaders/**', '**/data/**', '**/cli/**'],
        message: 'Only pages and layouts hand data to these modules.',
      },
    ],
  },
  {
    files: ['src/cards/**/*.ts'],
    patterns: [
      {
        group: ['astro', 'astro/*', 'astro:*', '**/site/**', '**/data/**', '**/loaders/**', '**/cli/**'],
        message: 'Cards know their own text and how to draw it, not where it comes from.',
      },
    ],
  },
  {
    files: ['src/threads/**/*.ts'],
    patterns: [
      {
        group: ['astro', 'astro/*', 'astro:*', '../*'],
        message: 'A job is told all it needs: nothing else is loaded into its thread.',
      },
    ],
  },
  {
    files: ['src/components/**/*.{ts,astro}'],
    patterns: [
      {
        group: ['astro:content', '**/data/**', '**/loaders/**', 'node:*'],
        message: 'Components get typed props and fetch nothing.',
      },
    ],
  },
  {
    files: ['src/pages/**/*.{ts,astro}', 'src/layouts/**/*.astro'],
    patterns: [
      {
        group: ['astro:content', '**/loaders/**', 'node:fs', 'node:fs/*'],
        message: 'Only src/data reads collections.',
      },
    ],
  },
  {
    files: ['src/cli/**/*.ts', 'src/loaders/**/*.ts'],
    patterns: [
      {
        group: ['**/components/**', '**/pages/**', '**/data/**'],
        message: 'The flow is one way: adapters do not use the site.',
      },
    ],
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'offline/', '.cache/', '.astro/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  ...astro.configs['flat/recommended'],
  ...(astro.configs['flat/jsx-a11y-recommended'] ?? []),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  ...layers.map(({ files, patterns }) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } })),
);
