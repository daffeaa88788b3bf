import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { racks } from '../slices.mjs';
import { cruised, type Violation } from './testing/cruised.js';
import { root } from './testing/linted.js';

type Broken = readonly [rule: string, does: string, from: string, imported: string, to: string];

/** Where one does not import another; written once more, so that a rack cannot leave the table unnoticed. */
const neighbours = {
  format: 'libs/sources/src',
  projection: 'libs/read-models/src',
  feed: 'libs/feeds/src',
  letter: 'libs/digests/src',
  page: 'libs/web/src/pages',
  store: 'libs/event-store/src',
  port: 'libs/transport/src',
  service: 'libs/services/src',
};

const broken: readonly Broken[] = [
  ...Object.entries(neighbours).map(([name, folder]): Broken => [
    'no-sideways',
    `one ${name} imports another`,
    `${folder}/one/one.ts`,
    '../another/another.js',
    `${folder}/another/another.ts`,
  ]),
  [
    'no-sideways',
    'the collector reaches into the courier',
    'libs/services/src/collector/collector.ts',
    '../courier/ledger.js',
    'libs/services/src/courier/ledger.ts',
  ],
  [
    'no-sideways',
    'a service knows who starts it',
    'libs/services/src/projector/projecting.ts',
    '../start/part.js',
    'libs/services/src/start/part.ts',
  ],
  [
    'no-sideways',
    'an adapter reaches into another',
    'libs/transport/src/mailer/smtp-mailer.ts',
    './outbox-mailer.js',
    'libs/transport/src/mailer/outbox-mailer.ts',
  ],
  [
    'no-sideways',
    'a projection reaches into the storage',
    'libs/read-models/src/agenda/agenda.ts',
    '../storage/table.js',
    'libs/read-models/src/storage/table.ts',
  ],
  ...['net', 'http', 'dns/promises', 'child_process'].map((way): Broken => [
    'no-way-out',
    `a replay could reach others by ${way}`,
    `libs/read-models/src/replaying/${way.replace('/', '-')}.ts`,
    `node:${way}`,
    way,
  ]),
  [
    'no-slice-in-the-ground',
    'the wiring knows a service',
    'libs/services/src/wiring/wiring.module.ts',
    '../portal/portal.module.js',
    'libs/services/src/portal/portal.module.ts',
  ],
  [
    'no-slice-in-the-ground',
    'a component knows a page',
    'libs/web/src/components/links.ts',
    '../pages/home/home.page.js',
    'libs/web/src/pages/home/home.page.tsx',
  ],
  [
    'no-deep-imports',
    'a package is entered through a window',
    'libs/feeds/src/feed.ts',
    '../../read-models/src/read-models.js',
    'libs/read-models/src/read-models.ts',
  ],
  [
    'no-testing-outside-tests',
    'code uses what is there for tests',
    'libs/matching/src/ladder.ts',
    '@relais/event-sourcing/testing',
    'libs/event-sourcing/src/testing/index.ts',
  ],
  [
    'no-testing-outside-tests',
    'code uses a spec',
    'libs/matching/src/title.ts',
    './place.spec.js',
    'libs/matching/src/place.spec.ts',
  ],
  ['no-unresolvable', 'nothing is where an import points', 'libs/matching/src/lost.ts', './nowhere.js', './nowhere.js'],
  [
    'no-unresolvable',
    'a package has no such door',
    'apps/hub/src/main.ts',
    '@relais/web/src/page.js',
    '@relais/web/src/page.js',
  ],
];

const good: Readonly<Record<string, string>> = {
  'libs/read-models/src/projections.ts': "import './agenda/agenda.js';\nimport '@relais/catalogue';\n",
  'libs/read-models/src/news/news.ts': "import '../projection.js';\nimport './wording.js';\n",
  'libs/read-models/src/news/wording.ts': 'export {};\n',
  'libs/read-models/src/projection.ts': 'export {};\n',
  'libs/matching/src/place.spec.ts': "import '@relais/event-sourcing/testing';\nimport './place.js';\n",
  'libs/matching/src/place.ts': "import '@relais/gathering';\n",
  'libs/services/src/wiring/adapters.ts': "import('@relais/transport/bullmq');\n",
};
const circle = {
  'libs/web/src/layout/document.tsx': "import './error-pages.js';\n",
  'libs/web/src/layout/error-pages.tsx': "import type {} from './document.js';\n",
};

describe('the cruise through the imports', () => {
  let violations: readonly Violation[];
  beforeAll(() => {
    const targets = broken.flatMap(([, , , , to]) => (to.startsWith('libs/') ? [[to, 'export {};\n'] as const] : []));
    const sources = broken.map(([, , from, imported]) => [from, `import '${imported}';\n`] as const);
    violations = cruised({ ...good, ...circle, ...Object.fromEntries([...targets, ...sources]) });
  }, 120_000);

  it.each(broken)('finds by %s that %s', (rule, _does, from, _imported, to) => {
    expect(violations).toContainEqual({ rule, from, to });
  });

  it('finds a circle, of types too', () => {
    const [from, to] = Object.keys(circle);
    expect(violations).toContainEqual(expect.objectContaining({ rule: 'no-circular', from, to }));
  });

  it('finds nothing in files that keep to the rules', () => {
    expect(violations.filter(({ from }) => from in good)).toEqual([]);
  });

  it('finds nothing twice', () => {
    expect(violations.filter(({ rule }) => rule !== 'no-circular')).toHaveLength(broken.length);
  });
});

describe.each(racks)('the rack of the $name', ({ folder, ground = [], above = [] }) => {
  it('is where the table says', () => {
    expect(existsSync(join(root, folder))).toBe(true);
    expect([...ground, ...above].filter((one) => one !== 'testing' && !existsSync(join(root, folder, one)))).toEqual(
      [],
    );
  });
});
