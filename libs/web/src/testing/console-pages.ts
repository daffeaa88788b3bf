import { gatherings, type GatheringRow, type ReadModels } from '@relais/read-models';
import type {
  AdminId,
  AssemblyId,
  GatheringId,
  IssueId,
  Language,
  ListId,
  RulingId,
  SourceId,
} from '@relais/vocabulary';
import {
  addedPage,
  foundPage,
  generationPage,
  importPage,
  issueConsolePage,
  lettersConsolePage,
  noIssuePage,
  notAddedPage,
  noGenerationPage,
  overviewPage,
  planPage,
  removePage,
  replayPage,
  rulingsPage,
  sourcesConsolePage,
  type ConsoleRequest,
  type Foreseen,
  type FoundSource,
  type GenerationSeen,
  type IssueLine,
  type IssueSeen,
  type LettersSeen,
  type ReplaySeen,
  type RulingLine,
  type RulingsSeen,
  type Wish,
} from '../console/index.js';
import { renderPage } from '../layout/document.js';
import type { PageResponse } from '../page.js';
import { requestOf, stylesheet } from './request.js';

/** What others wrote, wherever they may. */
export type Written = Readonly<{ text: string; link: string }>;

const sourceIn = ({ text, link }: Written, kind: FoundSource['kind'] = 'calendar'): FoundSource => ({
  ...{ url: link, kind, format: text, title: text, platform: text, site: link, because: text, items: 3, gatherings: 2 },
  next: [
    { title: text, starts: '2026-12-31T17:00:00Z', place: text },
    { title: text, starts: '2027-01-01' },
  ],
  ...{ errors: [text], errorsInAll: 2, readBy: { source: text as SourceId, assembly: 'gent' as AssemblyId } },
});

const sourcePages = (written: Written): Readonly<Record<string, (request: ConsoleRequest) => PageResponse>> => {
  const { text, link } = written;
  const city = { id: 'lille' as AssemblyId, city: text, zone: 'Europe/Paris' };
  const source = 'lille-demosphere' as SourceId;
  const listed = { source, assembly: city.id, title: text, url: link, every: 90, added: true };
  const seen = {
    cities: [city, { ...city, id: 'gent' as AssemblyId }],
    sources: [listed, { ...listed, source: text as SourceId }],
  };
  const values = { adresse: text, ville: 'lille', opml: text };
  const wish: Wish = {
    adresse: text,
    ville: 'lille',
    url: link,
    titre: text,
    minutes: '60',
    plateforme: text,
    site: link,
  };
  const found = { suggestions: [sourceIn(written), sourceIn(written, 'page')], untried: [link] };
  const rejected = [{ url: link, because: text, reason: text }];
  return {
    overview: overviewPage,
    sources: (request) => sourcesConsolePage(request, { ...seen, values: {}, removed: text }),
    'sources-wrong': (request) =>
      sourcesConsolePage(request, {
        ...{ ...seen, values },
        errors: { adresse: 'missing', ville: 'missing', opml: { unreadable: text } },
      }),
    found: (request) => foundPage(request, { asked: text, city, found: { ...found, rejected } }),
    'found-nothing': (request) =>
      foundPage(request, { asked: text, city, found: { suggestions: [], rejected, untried: [], problem: text } }),
    'not-added': (request) =>
      notAddedPage(request, { wish, errors: { titre: 'too-long' }, refused: { type: 'unfit', expected: text } }),
    added: (request) =>
      addedPage(request, {
        ...{ source, title: text },
        first: { outcome: 'failed', items: 0, events: 1, reason: { detail: text } },
      }),
    remove: (request) => removePage(request, { source, title: text }),
    'not-removed': (request) => removePage(request, { source, title: text, refused: { type: 'configured', source } }),
    import: (request) =>
      importPage(request, {
        ...{ of: 9, errors: [text], done: false },
        came: [
          { url: link, title: text, came: 'not', reason: text },
          { url: `${link}1`, came: 'added', source, read: 'read' },
        ],
      }),
  };
};

const rulingPages = (
  models: ReadModels,
  { text }: Written,
): Readonly<Record<string, (request: ConsoleRequest) => PageResponse>> => {
  const row = models.get(gatherings, 'lille-11') as GatheringRow;
  const [announcement] = row.announcements;
  if (announcement === undefined) throw new Error('nobody announces the gathering of the samples');
  const of = { source: 'lille-wiki' as SourceId, item: text as never };
  const line: RulingLine = {
    ...{ ruling: 'r1' as RulingId, verdict: 'same', by: text, at: '2026-11-24T08:00:00Z', note: text },
    announcements: [
      { ...of, title: text, gathering: 'lille-11' as GatheringId },
      { ...of, title: text },
    ],
  };
  const rulings = [line, { ...line, ruling: 'r2' as RulingId, revoked: { by: text, at: '2026-11-24T09:00:00Z' } }];
  const to = 'lille-11' as GatheringId;
  const moves: Foreseen = {
    moves: [
      { announcement: of, title: text, to },
      { announcement: { ...of, item: 'b' as never }, title: text, to: 'new' as GatheringId },
    ],
  };
  const values = { une: text, autre: text, annonce: text, note: text };
  const against: Foreseen = { refused: { type: 'contradicts', rulings: ['r1' as RulingId] } };
  const seen = (more: Partial<RulingsSeen>) => (request: ConsoleRequest) =>
    rulingsPage(request, { values, rulings, ...more });
  return {
    rulings: seen({}),
    'rulings-wrong': seen({ errors: { une: 'unknown', autre: 'the-same' }, case: { kind: 'one', one: row } }),
    'rulings-two': seen({ case: { kind: 'two', one: row, other: row, same: moves, apart: against } }),
    'rulings-part': seen({
      errors: { note: 'too-long' },
      case: { kind: 'part', whole: row, announcement, apart: moves },
    }),
    'rulings-done': seen({ done: line, applying: true }),
    'rulings-refused': seen({ refused: { type: 'nobody-collects' } }),
  };
};

const replayPages = ({ text }: Written): Readonly<Record<string, (request: ConsoleRequest) => PageResponse>> => {
  const made = '2026-11-24T08:00:00Z';
  const of = { bytes: 123_456_789, made, position: '200000', rows: 12_345 };
  const shown: GenerationSeen = { ...of, generation: 6, shown: true };
  const built: GenerationSeen = { ...of, generation: 7, shown: false, outdated: text };
  const damaged: GenerationSeen = { generation: 5, shown: false, bytes: 3, made, damaged: text };
  const pace = { position: '84000', head: '200000', eventsPerSecond: 41_000, secondsLeft: 3 };
  const running = { ...pace, phase: 'reading', since: made, projections: ['agenda', text], paused: false } as const;
  const result = {
    ...{ generation: 7, position: '200000', events: 200_000, seconds: 4.8, changed: true, shown: false, outbound: 0 },
    resumedAt: '1000',
  };
  const ended = { ended: made, only: [text], result };
  const refused = { kind: 'CannotShow', message: text };
  const rest = { chosen: ['agenda'], today: '2026-11-24', script: '/rejeu.js' };
  const basis: ReplaySeen = {
    ...{ ...rest, generations: [built, shown, damaged], projector: { ended }, projections: ['agenda', 'news', text] },
  };
  const seen = (more: Partial<ReplaySeen>) => (request: ConsoleRequest) => replayPage(request, { ...basis, ...more });
  const plan = { projections: basis.projections, chosen: [text] };
  const row = { projection: 'agenda', key: text, city: 'lille' } as const;
  const changes = [
    { path: text, before: text, after: { text } },
    { path: 'title', after: text },
  ];
  const diff = {
    before: { position: '200000', rows: 10 },
    after: { position: '200001', rows: 11 },
    counts: [
      { projection: 'agenda', city: 'lille', added: 1, removed: 1, changed: 12_000, hidden: 3 },
      { projection: 'agenda', city: null, added: 1, removed: 0, changed: 0, hidden: 0 },
      { projection: text, city: text, added: 2, removed: 0, changed: 0, hidden: 0 },
    ],
    versions: [{ projection: text, before: null, after: 2 }],
    examples: [
      { ...row, kind: 'changed' as const, changes, hidden: 'always' as const },
      { ...row, key: 'b', kind: 'added' as const, after: { title: text, number: 1, list: [text] } },
      { ...row, key: 'c', kind: 'removed' as const, before: { title: text } },
    ],
  };
  return {
    replay: seen({ done: { act: 'shown', generation: 6, before: 5 } }),
    'replay-empty': seen({ generations: [], projector: 'nobody' }),
    'replay-running': seen({ projector: { running, ended } }),
    'replay-paused': seen({ projector: { running: { ...running, paused: true } } }),
    'replay-failed': seen({ projector: { ended: { ended: made, failure: refused } }, refused }),
    plan: (request) => planPage(request, { ...plan, events: 200_000, seconds: 4.8, bytes: 1e9, free: 1e6, refused }),
    'plan-unknown': (request) => planPage(request, { ...plan, chosen: [] }),
    generation: (request) => generationPage(request, { one: { ...of, generation: 7, shown: false }, shown, diff }),
    'generation-outdated': (request) => generationPage(request, { one: built, shown, refused }),
    'generation-damaged': (request) => generationPage(request, { one: damaged, shown }),
    'generation-shown': (request) => generationPage(request, { one: shown, shown }),
    'generation-none': noGenerationPage,
  };
};

const letterPages = ({ text }: Written): Readonly<Record<string, (request: ConsoleRequest) => PageResponse>> => {
  const [at, since, list] = ['2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', text as ListId];
  const outcomes = {
    ...{ accepted: 170, waiting: 3, deferred: 2, underWay: 1, refused: 2, unknown: 1, bounced: 1, complained: 1 },
    ...{
      refusals: [
        { code: text, letters: 1 },
        { code: 'left', letters: 1 },
      ],
      unknownSince: since,
    },
  };
  const line: IssueLine = {
    ...{ issue: 'info-lille-2026-11' as IssueId, name: text, date: '2026-11-01', composedAt: at, outcomes },
    state: 'sending',
    failed: [['nl', text]],
  };
  const fact = { key: text, title: text };
  const issue: IssueSeen = {
    ...{ ...line, state: 'waiting', letter: { subject: text, html: `<!doctype html><p>${text}`, text } },
    previous: 'info-lille-2026-10' as IssueId,
    difference: { added: [fact], removed: [fact], changed: [{ ...fact, parts: ['when', 'place'] }] },
    copies: [{ language: 'fr', length: 'short', format: 'text', letters: 12 }, { letters: 3 }],
  };
  const ruled = { by: text as AdminId, at, note: text };
  const external = { list, name: text, copy: { issue: line.issue, at, status: 'accepted' } };
  const arrived = { verdict: 'arrived', delay: 4, dkim: 'fail', aligned: false, listId: text, subject: text } as const;
  const seen: LettersSeen = {
    held: { letters: 3, since },
    issues: [line, { ...line, issue: text as IssueId, state: 'rejected' }],
    lists: [
      {
        ...{ list, name: text, city: text, approval: true },
        subscribers: { requested: 1, confirmed: 172, ended: 8 },
        imports: [
          { id: 'i', at, status: 'undone', lines: { imported: 95_000, known: 1, left: 2, refused: 5_000 } },
          { id: 'j', at, status: 'running' },
        ],
      },
    ],
    external: [
      { ...external, canary: arrived, advice: ['munging', 'slow', 'authserv'], subscribe: text },
      { list: 'b' as ListId, name: text, canary: { verdict: 'no-copy' }, advice: [] },
      { ...external, list: 'c' as ListId, canary: { verdict: 'missed', minutes: 60 }, advice: ['held'] },
    ],
  };
  const { letter: _letter, previous: _previous, ...bare } = issue;
  const nothing = { added: [], removed: [], changed: [] };
  return {
    letters: (request) => lettersConsolePage(request, seen),
    'letters-none': (request) => lettersConsolePage(request, { lists: [], issues: [], external: [] }),
    issue: (request) => issueConsolePage(request, issue),
    'issue-without-note': (request) => issueConsolePage(request, issue, { outcome: 'note-missing', note: text }),
    'issue-rejected': (request) =>
      issueConsolePage(request, { ...issue, state: 'rejected', ruled }, { outcome: 'rejected' }),
    'issue-bare': (request) =>
      issueConsolePage(request, { ...bare, copies: [], difference: nothing }, { outcome: 'not-waiting' }),
    'issue-none': noIssuePage,
  };
};

/** Every page of the console in one language, by a name of its own, with what others wrote in every place where it can stand. */
export const consolePages = (models: ReadModels, written: Written, language: Language): ReadonlyMap<string, string> => {
  const pages = {
    ...sourcePages(written),
    ...rulingPages(models, written),
    ...replayPages(written),
    ...letterPages(written),
  };
  return new Map(
    Object.entries(pages).map(([name, of]) => {
      const request = requestOf(models, '/admin', { language });
      return [name, renderPage(request, of({ ...request, admin: 'secretariat' as AdminId }), stylesheet)];
    }),
  );
};
