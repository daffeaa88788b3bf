import { createRequire } from 'node:module';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { limits, lists } from './tools/check-architecture/limits.mjs';
import { deciders, pure, tests } from './tools/check-architecture/purity.mjs';
import { relais } from './tools/check-architecture/rules/index.mjs';
import { pureCode } from './tools/check-architecture/rules/pure-code.mjs';
import { depConstraints, lazyEntries } from './tools/check-architecture/stages.mjs';

// ESLint brings its own recommendation; asked of ESLint, it is the one of the version that runs.
const { configs } = createRequire(import.meta.resolve('eslint'))('@eslint/js');
const typescript = ['**/*.{ts,tsx}'];

/** Lint through `nx run-many -t lint` only: without Nx's project graph, ESLint skips the rule about the stages. */
export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/fixtures', 'tools/samples/documents'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  configs.recommended,
  { files: ['**/*.mjs'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } } },
  { files: typescript, extends: tseslint.configs.recommendedTypeChecked },
  {
    files: typescript,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // A name that begins with `_` says itself that it is not used; one beside a rest is left out of it.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // What SQLite returns may stand in a sentence; what may not is an object, and that is `no-base-to-string`.
      '@typescript-eslint/restrict-template-expressions': 'off',
      // A method of a port is async so that what it throws is a rejection, whether or not this adapter waits.
      '@typescript-eslint/require-await': 'off',
      // `Instant | LocalDate` says more than `string`, although it is the same.
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },
  {
    plugins: { '@nx': nx, relais },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints,
          allow: [],
          banTransitiveDependencies: true,
          checkDynamicDependenciesExceptions: lazyEntries.map(({ name }) => name),
        },
      ],
      'max-lines': ['error', { max: limits.lines }],
      'relais/argued-exception': 'error',
      'relais/few-local-imports': ['error', limits.localImports],
    },
  },
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: limits.linesOfSpec }],
      // A scenario goes through many parts.
      'relais/few-local-imports': 'off',
      // `expect.anything()` is an `any`, a server's handler may be async, and Jest takes methods by their name.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: lists.map(({ file }) => file), rules: { 'relais/few-local-imports': 'off' } },
  {
    files: deciders,
    ignores: tests,
    rules: { 'relais/no-default-branch': 'error' },
  },
  ...pure.map(({ files, except = [], may = [] }) => ({
    files: [`${files}/**/*.{ts,tsx}`],
    ignores: [...tests, ...except.flatMap((path) => [path, `${path}/**`])],
    rules: pureCode(may),
  })),
);
