import { packagesOf } from './workspace.mjs';
import { adapters, grounds, racks } from './slices.mjs';

const test = String.raw`(?:\.spec\.tsx?$|/testing/)`;
const packages = packagesOf(process.cwd());
/** @param {string} text */
const literally = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const general = [
  {
    name: 'no-circular',
    comment: 'Two files that need one another are one, or hide a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that is not found is an edge that no other rule sees.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-testing-outside-tests',
    comment: 'What is there for tests is imported by tests, and by tools, which run no hub.',
    severity: 'error',
    from: { path: '^(?:apps|libs)/', pathNot: test },
    to: { path: [test, '^node_modules/(?:smtp-server|postal-mime|playwright-core|axe-core|jest|@nestjs/testing)/'] },
  },
];

/** A package is entered by what its `exports` name, not through a window. */
const doors = packages.map(({ name, folder, entries }) => ({
  name: 'no-deep-imports',
  comment: `${name} is imported by its name.`,
  severity: /** @type {const} */ ('error'),
  from: { path: '^(?:apps|libs|tools)/', pathNot: `^${folder}/` },
  to: { path: `^${folder}/`, pathNot: entries.map((entry) => `^${literally(entry)}$`) },
}));

const sideways = racks.map(({ name, folder, ground = [], above = [] }) => {
  /** @param {readonly string[]} names */
  const within = (names) => names.map((one) => `^${folder}/${one}/`);
  return {
    name: 'no-sideways',
    comment: `The ${name} do not import one another: what two of them need lies outside.`,
    severity: /** @type {const} */ ('error'),
    from: { path: `^${folder}/([^/]+)/`, pathNot: [test, ...within([...ground, ...above])] },
    to: { path: `^${folder}/[^/]+/`, pathNot: [`^${folder}/$1/`, ...within(ground)] },
  };
});

/** @type {import('dependency-cruiser').IForbiddenRuleType} */
const betweenAdapters = {
  name: 'no-sideways',
  comment: 'An adapter knows its port, and no other adapter of it.',
  severity: 'error',
  from: { path: `^${adapters}` },
  to: { path: `^${adapters}`, pathNot: 'libs/transport/src/$1/$2-$3[.]ts$' },
};

const upwards = grounds.map(({ ground, knowsNot }) => ({
  name: 'no-slice-in-the-ground',
  comment: 'What slices stand on knows none of them.',
  severity: /** @type {const} */ ('error'),
  from: { path: `^${ground}/`, pathNot: test },
  to: { path: `^${knowsNot}` },
}));

/**
 * What acts on the world is not there to be called by a replay: neither by a projection nor by what replays them.
 *
 * @type {import('dependency-cruiser').IForbiddenRuleType}
 */
const noWayOut = {
  name: 'no-way-out',
  comment: 'Read models are made without reaching anybody: no network, no mail, no other process.',
  severity: 'error',
  // The one that counts such attempts has to know what it counts.
  from: { path: '^libs/read-models/src/', pathNot: [test, '^libs/read-models/src/replaying/outbound[.]ts$'] },
  to: {
    path: [
      '^(?:node:)?(?:net|tls|dgram|dns|http|https|http2|child_process|cluster|inspector)(?:/|$)',
      '^node_modules/(?:undici|nodemailer|ioredis|bullmq|ws)/',
    ],
  },
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...general, ...doors, ...sideways, betweenAdapters, noWayOut, ...upwards],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(?:dist|fixtures|documents)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@relais/source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
