/** What the services put together: everything on the data's way. */
const belowServices = [
  ...[
    'storage',
    'grammar',
    'vocabulary',
    'domain',
    'catalogue',
    'log',
    'source',
    'matching',
    'read-model',
    'letter',
    'output',
  ],
  ...['transport', 'configuration', 'demonstration'],
];

/**
 * Which stage may import which: the way of the data, written down. A package says its stage in `nx.tags` of its
 * package.json. There is no `*`: a stage that is not named here may be imported by nobody.
 *
 * Two packages of one stage do not import one another, so a module of the domain knows no other module.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const stages = {
  storage: [],
  grammar: [],
  vocabulary: [],
  domain: ['grammar', 'vocabulary'],
  catalogue: ['grammar', 'vocabulary', 'domain'],
  log: ['storage', 'grammar'],
  source: ['vocabulary', 'domain'],
  matching: ['grammar', 'vocabulary', 'domain', 'catalogue'],
  'read-model': ['grammar', 'vocabulary', 'domain', 'catalogue', 'log'],
  letter: ['vocabulary', 'domain', 'read-model'],
  output: ['vocabulary', 'domain', 'read-model', 'letter'],
  transport: ['storage', 'vocabulary'],
  configuration: ['vocabulary', 'domain'],
  demonstration: ['vocabulary'],
  service: belowServices,
  app: ['service'],
  start: ['app'],
  // Nobody imports a tool, so that a tool may look at what it measures or checks.
  tool: [...belowServices, 'service'],
};

/** The framework is the rim: what it is made of, and the only stages that know it. */
export const framework = {
  packages: ['@nestjs/*', 'rxjs', 'reflect-metadata', 'fastify', '@fastify/*'],
  stages: ['service', 'app'],
};

/** The table in the words of `@nx/enforce-module-boundaries`. */
export const depConstraints = Object.entries(stages).map(([stage, upstream]) => ({
  sourceTag: `stage:${stage}`,
  onlyDependOnLibsWithTags: upstream.map((name) => `stage:${name}`),
  ...(framework.stages.includes(stage) ? {} : { bannedExternalImports: framework.packages }),
}));

/**
 * Packages that are imported lazily in one place, and may be imported at start in another.
 *
 * @type {readonly Readonly<{ name: string; because: string }>[]}
 */
export const lazyEntries = [
  { name: '@relais/transport', because: 'its entry `bullmq` is loaded only where there is a Redis to speak to' },
  { name: '@relais/event-store', because: 'its entry `kurrentdb` is loaded only where there is such a server' },
  { name: '@relais/sources', because: 'its entry `announcement-text` is loaded only where somebody announces' },
  { name: '@relais/hub-app', because: 'it is imported once it is built' },
  { name: '@relais/cli-app', because: 'it is imported once it is built' },
];
