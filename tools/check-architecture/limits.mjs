/** How long a file may be, and how many modules of its own package it may need when it runs. */
export const limits = { lines: 300, linesOfSpec: 500, localImports: 8 };

/**
 * Files that are lists: the one thing they do is to import what they name.
 *
 * @type {readonly Readonly<{ file: string; because: string }>[]}
 */
export const lists = [
  { file: 'libs/read-models/src/projections.ts', because: 'the list of the projections' },
  { file: 'libs/sources/src/formats.ts', because: 'the list of the formats' },
  { file: 'libs/web/src/pages.ts', because: 'the list of the pages' },
  { file: 'libs/services/src/portal/portal.module.ts', because: 'the list of the controllers of the portal' },
  { file: 'libs/services/src/portal/console/console-parts.ts', because: 'the list of the parts of the console' },
  { file: 'libs/services/src/courier/courier.module.ts', because: 'the list of the parts of the courier' },
  { file: 'libs/services/src/start/part.ts', because: 'the list of the services' },
  { file: 'libs/services/src/courier/planning/planning-parts.ts', because: 'the list of the parts of planning' },
  { file: 'libs/services/src/command-line/verbs.ts', because: 'the list of the verbs' },
  { file: 'tools/bench/src/benchmarks.ts', because: 'the list of the benchmarks' },
  { file: 'tools/corpora/src/figures.ts', because: 'the list of the figures' },
  { file: 'tools/corpora/src/hostile/cases.ts', because: 'the list of the hostile set' },
  { file: 'tools/acceptance/src/points.ts', because: 'the list of the points of the acceptance' },
];
