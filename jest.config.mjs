/** One Jest for the whole workspace: the packages' own sources, through the `@relais/source` condition. */
export default {
  globalSetup: '<rootDir>/tools/start/before-tests.mjs',
  reporters: ['default', '<rootDir>/tools/test-report/report.mjs'],
  // Real services on a busy machine take their time; no test measures it.
  testTimeout: 60_000,
  testEnvironment: 'node',
  // Most of them wait for something most of the time: a clock, a process, a browser.
  maxWorkers: 2,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['@relais/source', 'node', 'node-addons', 'default'] },
  transform: {
    '^.+\\.(ts|tsx)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true, tsx: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
          target: 'es2024',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
};
