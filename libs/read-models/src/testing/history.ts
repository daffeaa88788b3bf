import { assembly } from '@relais/assembly';
import type { HubEvent } from '@relais/catalogue';
import { digest, letter } from '@relais/digest';
import type { Decider, Event } from '@relais/event-sourcing';
import { MemoryEventStore, type EventStore } from '@relais/event-store';
import { gathering, type Announcement } from '@relais/gathering';
import { ruling as rulings } from '@relais/ruling';
import { rhythms, type MeantRhythm } from '@relais/rhythm';
import { source, type ReportedItem } from '@relais/source';
import type {
  AdminId,
  Basis,
  GatheringId,
  Instant,
  IssueId,
  ItemKey,
  LetterId,
  ListId,
  RulingId,
  SourceId,
} from '@relais/vocabulary';
import { afterwards, broughtIn, cameBack, canaries, coming, copied, corrected, importing } from './letters-history.js';
import { lille, sourceOf, subscription } from './samples.js';

/** What was recorded in one stream at one moment. */
export type Chapter = Readonly<{ stream: string; at: Instant; events: readonly HubEvent[] }>;

/** What a decider makes of these commands, one after the other; a refusal is a mistake in the history. */
const decided = <State, Command, E extends Event, Reason>(
  { decide, evolve, initial }: Decider<State, Command, E, Reason>,
  ...commands: Command[]
): E[] => {
  const events: E[] = [];
  for (const command of commands) {
    const decision = decide(command, events.reduce(evolve, structuredClone(initial)));
    if ('refused' in decision) throw new Error(`the history is refused: ${JSON.stringify(decision.refused)}`);
    events.push(...decision.accepted);
  }
  return events;
};

const place = { name: 'Maison de l’environnement', address: '23 rue Gosselet', city: 'Lille' };
const starts = '2026-11-26T17:00:00Z';

/** One gathering that two sources announce and change, that is cancelled, confirmed, and in the end given up. */
const meeting = (number: number): HubEvent[] => {
  const id = `rencontre-${number}` as GatheringId;
  const first: Announcement = {
    basis: { source: 'lille-demosphere' as SourceId, item: `d${number}` as never },
    title: `Assemblée ${number}`,
    published: '2026-10-01T08:00:00Z',
    when: { kind: 'timed', starts, zone: 'Europe/Paris' },
    link: `https://lille.demosphere.example/rv/${number}`,
  };
  const second: Announcement = {
    ...first,
    basis: { source: 'lille-wiki' as SourceId, item: `w${number}` as never },
    place,
    summary: '<p>Tout le monde est bienvenu.</p>',
  };
  const says = (announcement: Announcement) =>
    ({ type: 'announce', gathering: id, assembly: lille, announcement, score: 1, reasons: [] }) as const;
  const withdraw = ({ basis }: Announcement) => ({ type: 'withdraw', gathering: id, announcement: basis }) as const;
  return decided(
    gathering,
    says(first),
    says(second),
    says({ ...first, title: `Assemblée des communs ${number}` }),
    says({ ...first, when: { kind: 'timed', starts, ends: '2026-11-26T19:00:00Z', zone: 'Europe/Paris' } }),
    says({ ...second, place: { ...place, name: 'MRES' } }),
    says({ ...second, cancelled: true }),
    says(second),
    ...(number % 3 === 0 ? [withdraw(first), withdraw(second)] : []),
  );
};

/** Two announcements that a moderator took for one gathering, until the ruling was revoked. */
const ruled = (): HubEvent[] => {
  const [home, id] = ['rencontre-8', 'rencontre-9'].map((name) => name as GatheringId) as [GatheringId, GatheringId];
  const announcement = (source: string): Announcement => ({
    basis: { source: source as SourceId, item: 'r9' as never },
    title: 'Atelier vélo',
    when: { kind: 'timed', starts: '2026-12-09T17:00:00Z', zone: 'Europe/Paris' },
    ...(source === 'lille-wiki' && { place, summary: '<p>Venez.</p>' }),
  });
  const says = { type: 'announce', assembly: lille, score: 1, reasons: [{ rule: 'first', detail: '' }] } as const;
  const wiki = announcement('lille-wiki');
  const merged = decided(
    gathering,
    { ...says, gathering: id, announcement: announcement('lille-demosphere') },
    { ...says, gathering: id, home, announcement: wiki, reasons: [{ rule: 'ruling', detail: 'r1' }] },
    { type: 'release', gathering: id, announcement: wiki.basis, to: home },
  );
  return [...merged, ...decided(gathering, { ...says, gathering: home, announcement: wiki })];
};

const ruling = (): HubEvent[] => {
  const of = { ruling: 'r1' as RulingId, by: 'secretariat' as AdminId };
  const bases = ['lille-demosphere', 'lille-wiki'].map((id) => ({ source: id as SourceId, item: 'r9' as ItemKey }));
  const announcements = bases as unknown as readonly [Basis, Basis];
  return decided(rulings, { ...of, type: 'rule', verdict: 'same', announcements }, { ...of, type: 'revoke' });
};

const item = (number: number, title = `Article ${number}`): ReportedItem => ({
  item: `a${number}` as ReportedItem['item'],
  fields: { kind: 'news', title, link: `https://blog.example/${number}`, published: '2026-11-02T09:00:00Z' },
  hash: title,
});

/** What else may become of a source. */
const lifeOf = (id: SourceId): HubEvent[] => {
  const of = { source: id, assembly: lille };
  const gone = { code: 'http-status', detail: '410 Gone' } as const;
  return [
    { type: 'source.item-rekeyed', data: { ...of, from: item(2).item, to: item(5).item } },
    {
      type: 'source.items-refused',
      data: { ...of, refused: 1, first: [{ where: 'line 12', what: 'DTSTART is not a date' }] },
    },
    { type: 'source.moved', data: { ...of, to: `https://${id}.example/moved` } },
    { type: 'source.fell-silent', data: { ...of, days: 40, usual: 7 } },
    { type: 'source.gone', data: { ...of, reason: gone, lastRead: '2026-10-01T08:00:00Z' } },
    { type: 'source.recovered', data: of },
  ];
};

const reading = (id: SourceId): HubEvent[] => {
  const of = { source: id, assembly: lille };
  const failed = { code: 'timeout', detail: 'no answer within 30 s' } as const;
  const decisions = decided(
    source,
    { ...of, type: 'report', items: [item(1), item(2), item(3)] },
    { ...of, type: 'fail', reason: failed },
    { ...of, type: 'report', items: [item(1, 'Article premier'), item(4)], withdrawn: [item(3).item] },
  );
  return [...decisions, ...lifeOf(id)];
};

const subscribed = (number: number): HubEvent[] => {
  const { request, of } = subscription(number);
  const ended = { type: 'subscription.ended', data: { ...of, reason: 'one-click' } } as const;
  return [
    { type: 'subscription.requested', data: request },
    { type: 'subscription.confirmed', data: of },
    { type: 'subscription.changed', data: { ...of, language: 'en' } },
    { type: 'subscription.preferred', data: { ...of, preferences: 'sealed' } },
    { type: 'subscription.asked-again', data: { ...of, reason: 'silence', until: '2026-12-25T09:00:00Z' } },
    { type: 'subscription.renewed', data: { ...of, by: 'answer' } },
    ...(number % 2 === 0 ? [ended] : []),
  ];
};

const posted = (number: number): HubEvent[] => {
  const id = `letter-${number}` as LetterId;
  const { subscription: to, list } = subscription(number).of;
  const issue = 'info-lille-2026-11' as IssueId;
  const refused = { outcome: 'refused', code: '450 4.2.1', permanent: false } as const;
  const settled = [
    { outcome: 'accepted', response: '250 ok' },
    { outcome: 'refused', code: '550 5.1.1', permanent: true },
    { outcome: 'unknown', detail: 'the connection broke' },
  ] as const;
  return decided(
    letter,
    { type: 'intend', intended: { letter: id, subscription: to, list, purpose: 'digest', issue } },
    { type: 'hand-over', letter: id },
    { type: 'settle', letter: id, result: refused },
    { type: 'hand-over', letter: id },
    { type: 'settle', letter: id, result: settled[number % 3] ?? settled[0] },
  );
};

const issue = (): HubEvent[] => {
  const composed = {
    issue: 'info-lille-2026-11' as IssueId,
    list: 'info-lille' as ListId,
    assembly: lille,
    date: '2026-11-15',
    period: { since: null, until: '2026-11-15T08:00:00Z' },
    position: '40',
    template: 1,
    content: { upcoming: [], announced: [], news: [{ title: 'Article 1', source: 'Blog' }] },
    hash: 'f00d',
  };
  return decided(digest, { type: 'compose', composed }, { type: 'complete', issue: composed.issue, letters: 3 });
};

const founding = (): HubEvent[] => {
  const profile = { name: 'Assemblée des communs de Lille', city: 'Lille', country: 'FR', zone: 'Europe/Paris' };
  const sources = ['lille-demosphere', 'lille-wiki', 'lille-old'].map((id) => sourceOf(id).source);
  return decided(
    assembly,
    { type: 'describe', assembly: lille, profile },
    { type: 'list-sources', assembly: lille, sources },
    { type: 'describe', assembly: lille, profile: { ...profile, website: 'https://lille.example' } },
    { type: 'list-sources', assembly: lille, sources: sources.slice(0, 2) },
  );
};

/** Two rhythms: the one changes, skips a day and meets on it after all, the other ends. */
const rhythmic = (): HubEvent[] => {
  const plan = {
    ...{ title: 'Assemblée des communs de Lille', rule: 'FREQ=MONTHLY;BYDAY=-1TH', from: '2026-01-01' },
    ...{ times: ['12:00', '18:00'], zone: 'Europe/Paris' },
  };
  const meant = (rhythm: string, more: Partial<MeantRhythm> = {}): MeantRhythm => ({
    ...{ rhythm: rhythm as MeantRhythm['rhythm'], plan, skip: [] },
    ...more,
  });
  const skip = [{ date: '2026-12-31', note: 'réveillon' }, { date: '2027-02-25' }];
  const lists = [
    [meant('lille-assemblees', { skip }), meant('lille-cafes')],
    [meant('lille-assemblees', { plan: { ...plan, minutes: 120 }, skip: skip.slice(0, 1) })],
  ];
  return decided(rhythms, ...lists.map((all) => ({ type: 'list' as const, assembly: lille, rhythms: all })));
};

const numbers = [1, 2, 3, 4, 5, 6];

const opened: HubEvent = {
  type: 'list.opened',
  data: { list: 'info-lille' as ListId, assembly: lille, name: 'Info', kind: 'info' },
};
const checkpointed: HubEvent = {
  type: 'log.checkpointed',
  data: {
    ...{ position: '100', size: 100, hash: 'ab'.repeat(32) },
    note: `relais.example/journal\n100\n${Buffer.from('ab'.repeat(32), 'hex').toString('base64')}\n\n— relais.example/journal signed\n`,
  },
};
const erased: HubEvent = { type: 'person.erased', data: { person: subscription(2).request.person } };
const told: readonly (readonly [stream: string, events: readonly HubEvent[]])[] = [
  ['assembly-lille', founding()],
  ['list-info-lille', [opened]],
  ['rhythm-lille', rhythmic()],
  ['source-lille-demosphere', reading('lille-demosphere' as SourceId)],
  ['source-lille-wiki', reading('lille-wiki' as SourceId)],
  ...numbers.map((number) => [`gathering-${number}`, meeting(number)] as const),
  ['ruling-r1', ruling()],
  ['gathering-8-9', ruled()],
  ...numbers.map((number) => [`subscription-${number}`, subscribed(number)] as const),
  ['digest-info-lille-2026-11', issue()],
  ...numbers.map((number) => [`letter-${number}`, posted(number)] as const),
  ['log-checkpoints', [checkpointed]],
  ['list-gone', [{ type: 'log.stream-ended', data: {} }]],
  ['person-2', [erased]],
  ['import-i1', importing],
  ['subscription-7', broughtIn(7)],
  ['digest-info-lille-2026-11', afterwards],
  ['correction-g1-57', [corrected]],
  ['letter-1', cameBack],
  ['letter-copy-1', copied],
  ['canary-echanges', canaries],
  ['attendance-g1-p1', [coming]],
];

/** The first months of a hub, every type of the catalogue among its events: for tests that must not miss one. */
export const history: readonly Chapter[] = told.map(([stream, events], day) => ({
  stream,
  at: new Date(Date.UTC(2026, 9, 1 + day, 10)).toISOString(),
  events,
}));

/** A log that holds this history, each chapter recorded at its moment. */
export const recordedHistory = async (chapters: readonly Chapter[] = history): Promise<EventStore> => {
  let now = '';
  const store = new MemoryEventStore({ now: () => now });
  for (const { stream, at, events } of chapters) {
    now = at;
    await store.append(stream, events, 'any');
  }
  return store;
};
