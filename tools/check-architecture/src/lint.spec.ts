import { limits } from '../limits.mjs';
import { linted, type Complaint } from './testing/linted.js';

const decider = 'libs/domain/gathering/src/gathering.ts';
const projection = 'libs/read-models/src/agenda/agenda.ts';
const format = 'libs/sources/src/icalendar/icalendar.ts';
const service = 'libs/services/src/collector/collector.ts';
const spec = 'tools/check-architecture/src/lint.spec.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, line) => `export const a${line} = 0;`).join('\n');
const imports = (count: number): string =>
  Array.from({ length: count }, (_, one) => `import './module-${one}.js';`).join('\n');
const branching = (last: string): string => `
  type Fact = Readonly<{ type: 'begun' }> | Readonly<{ type: 'ended' }>;
  export const evolve = (state: number, fact: Fact): number => {
    switch (fact.type) {
      case 'begun':
        return state + 1;
      ${last}
    }
  };`;

type Broken = readonly [rule: string, does: string, file: string, text: string];
const broken: readonly Broken[] = [
  ['max-lines', 'is longer than a file may be', service, lines(limits.lines + 1)],
  ['max-lines', 'is longer than a spec may be', spec, lines(limits.linesOfSpec + 1)],
  ['relais/few-local-imports', 'needs too many of its neighbours', service, imports(limits.localImports + 1)],
  ['relais/no-default-branch', 'decides by `default`', decider, branching('default: return state;')],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'forgets a case',
    service,
    branching('').replace(': number =>', ': number | undefined =>'),
  ],
  ['no-restricted-syntax', 'asks for the time in a decider', decider, 'export const now = () => new Date();'],
  ['no-restricted-properties', 'asks for the time in a projection', projection, 'export const now = () => Date.now();'],
  [
    'no-restricted-properties',
    'asks for the time by its new name',
    format,
    "import { Temporal } from 'temporal-polyfill';\nexport const now = () => Temporal.Now.instant();",
  ],
  [
    'no-restricted-globals',
    'waits in a projection',
    projection,
    'export const wait = (then: () => void) => setTimeout(then, 1);',
  ],
  ['no-restricted-properties', 'throws dice in a format', format, 'export const die = () => Math.random();'],
  ['no-restricted-globals', 'invents an id in a decider', decider, 'export const id = () => crypto.randomUUID();'],
  [
    'no-restricted-globals',
    'reads the environment in a page',
    'libs/web/src/pages/home/home.page.tsx',
    "export const home = () => process.env['HOME'];",
  ],
  [
    'no-restricted-syntax',
    "asks for the machine's time zone in a letter",
    'libs/digests/src/composing/compose-issue.ts',
    'export const hour = (date: Date) => date.getHours();',
  ],
  ['no-restricted-imports', 'reads a file in a format', format, "export { readFileSync } from 'node:fs';"],
  [
    'no-restricted-imports',
    'reads a file in the projections',
    projection,
    "import { readFileSync } from 'node:fs';\nexport const text = () => readFileSync('x', 'utf8');",
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'lets a promise go',
    service,
    'export const go = () => { Promise.resolve(1); };',
  ],
  ['@typescript-eslint/no-explicit-any', 'says any', service, 'export const a = (x: any) => [x];'],
  [
    'relais/argued-exception',
    'switches a rule off without a reason',
    service,
    '// eslint-disable-next-line no-control-regex\nexport const a = /\\x00/;',
  ],
  [
    'relais/argued-exception',
    'switches the compiler off',
    service,
    '// @ts-expect-error it does not like this\nexport const a: number = "";',
  ],
];

const good: readonly (readonly [does: string, file: string, text: string])[] = [
  ['decides by every case', decider, branching("case 'ended': return state - 1;")],
  [
    'says why it switches a rule off',
    service,
    '// eslint-disable-next-line no-control-regex -- it is what is looked for\nexport const a = /\\x00/;',
  ],
  [
    'is told the time',
    projection,
    'export const day = (instant: string) => new Date(instant).toISOString().slice(0, 10);',
  ],
  ['asks for the time where it may', service, 'export const now = () => new Date().toISOString();'],
  ['imports what is upstream', projection, "export type { HubEvent } from '@relais/catalogue';"],
  ['is as long as a spec may be', spec, lines(limits.linesOfSpec)],
];

describe('the linter', () => {
  let complaints: readonly (readonly Complaint[])[];
  beforeAll(() => {
    complaints = linted([
      ...broken.map(([, , file, text]) => ({ file, text })),
      ...good.map(([, file, text]) => ({ file, text })),
    ]);
  }, 120_000);

  it.each(broken.map((one, index) => [...one, index] as const))(
    'finds by %s a file that %s',
    (rule, _does, _file, _text, index) => {
      expect(complaints[index]?.map((complaint) => complaint.rule)).toContain(rule);
    },
  );

  it.each(good.map((one, index) => [...one, index] as const))(
    'leaves a file alone that %s',
    (_does, _file, _text, index) => {
      expect(complaints[broken.length + index]).toEqual([]);
    },
  );
});
