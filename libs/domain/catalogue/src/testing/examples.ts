import type { Basis, Statement } from '@relais/gathering';
import type { GatheringFact, IssueContent } from '@relais/digest';
import type { EventOf } from '@relais/event-sourcing';
import type { Plan } from '@relais/rhythm';
import type { ItemFields } from '@relais/source';
import type {
  AdminId,
  AssemblyId,
  GatheringId,
  ImportId,
  IssueId,
  ItemKey,
  LetterId,
  ListId,
  PersonId,
  Place,
  RhythmId,
  RulingId,
  SourceId,
  SubscriptionId,
  When,
} from '@relais/vocabulary';
import type { HubEvent } from '../hub-event.js';

type Examples = { [Type in HubEvent['type']]: EventOf<HubEvent, Type>['data'] };

const [assembly, source, item] = ['lille' as AssemblyId, 'wiki' as SourceId, 'item' as ItemKey];
const [gathering, issue, letter] = ['abcdefghjk' as GatheringId, 'info-lille-2026-11' as IssueId, 'l1' as LetterId];
const [list, subscription, person] = ['info-lille' as ListId, 's1' as SubscriptionId, 'p1' as PersonId];
const imported = 'i1' as ImportId;
const profile = { name: 'Communs', city: 'Lille', country: 'FR', zone: 'Europe/Paris', latitude: 50.6, longitude: 3.1 };
const when: When = { kind: 'timed', starts: '2016-07-21T10:00:00Z', zone: 'Europe/Paris', zoneAssumed: true };
const days: When = { kind: 'all-day', from: '2017-03-21', until: '2017-03-23' };
const place: Place = { name: 'Le Polder', address: '250 rue Roger Salengro', city: 'Hellemmes', country: 'FR' };
const title = 'Communs 10';
const [rhythm, ruling, by] = ['lille-assemblees' as RhythmId, 'r1' as RulingId, 'secretariat' as AdminId];
const plan: Plan = {
  ...{ title, rule: 'FREQ=MONTHLY;BYDAY=-1TH', from: '2026-01-01', until: '2027-12-31' },
  ...{ times: ['12:00', '18:00'], zone: 'Europe/Paris', minutes: 120, place },
};
const basis: Basis = { source, item };
const says: Statement = { title, when, place, link: 'https://exemple.test/', cancelled: true };
const fields: ItemFields = {
  kind: 'gathering',
  title,
  when: days,
  aliases: ['uid'],
  mentions: [],
  status: 'tentative',
};
const period = { since: null, until: '2026-11-01T08:00:00Z' };
const fact: GatheringFact = { gathering, city: 'Lille', title, when, place, themes: ['numerique'] };
const told = {
  title,
  link: 'https://exemple.test/',
  published: '2026-10-30T08:00:00Z',
  source: 'Wiki',
  themes: ['eau'],
};
const content: IssueContent = {
  ...{ upcoming: [fact], announced: [], news: [told], minutes: [told] },
  votes: [{ ...told, closes: '2026-11-03T22:00:00Z' }],
};

/** One event of every type, as full as it may be. */
export const examples: Examples = {
  'assembly.founded': { assembly, profile },
  'assembly.described': { assembly, profile },
  'assembly.source-added': { assembly, source: { source, title: 'Wiki', platform: 'mediawiki', sample: true } },
  'assembly.source-removed': { assembly, source },
  'source.first-read': { source, assembly, items: 3 },
  'source.item-published': { source, assembly, item, fields, hash: 'ab', backlog: true },
  'source.item-revised': { source, assembly, item, fields, hash: 'cd', pushed: true },
  'source.item-withdrawn': { source, assembly, item, reason: 'tombstone' },
  'source.failed': {
    source,
    assembly,
    reason: { code: 'timeout', detail: 'no answer for 30 s' },
    lastRead: '2026-11-25T09:00:00Z',
  },
  'source.recovered': { source, assembly },
  'source.item-rekeyed': { source, assembly, from: item, to: 'other' as ItemKey },
  'source.items-refused': {
    ...{ source, assembly, refused: 3, hash: 'ef' },
    first: [{ where: 'line 12', what: 'no such day' }],
  },
  'source.gone': {
    source,
    assembly,
    reason: { code: 'http-status', detail: 'HTTP 410' },
    lastRead: '2026-11-25T09:00:00Z',
  },
  'source.moved': { source, assembly, to: 'https://exemple.test/feed' },
  'source.fell-silent': { source, assembly, days: 40, usual: 30 },
  'rhythm.set': { rhythm, assembly, plan },
  'rhythm.occurrence-skipped': { rhythm, assembly, date: '2026-12-31', note: 'réveillon' },
  'rhythm.occurrence-restored': { rhythm, assembly, date: '2026-12-31' },
  'rhythm.ended': { rhythm, assembly },
  'attendance.answered': { gathering, person, answer: 'maybe', via: 'mail' },
  'gathering.recognised': { gathering, assembly, title, when, place, summary: '<p>Venez</p>', basis },
  'gathering.announcement-attached': {
    ...{ gathering, assembly, announcement: basis, says, score: 0.98, by: 'rule' },
    reasons: [{ rule: 'link', detail: 'exemple.test' }],
    occurrence: { rhythm, date: '2026-11-26' },
  },
  'gathering.announcement-revised': { gathering, announcement: basis, says },
  'gathering.announcement-detached': { gathering, announcement: basis, reason: 'withdrawn' },
  'gathering.unsaid': { gathering, fields: ['place', 'summary'], basis },
  'gathering.retitled': { gathering, title, basis },
  'gathering.rescheduled': { gathering, when: days, basis },
  'gathering.relocated': { gathering, place, basis },
  'gathering.described': { gathering, summary: '<p>Venez</p>', basis },
  'gathering.cancelled': { gathering, basis },
  'gathering.confirmed': { gathering, basis },
  'ruling.made': {
    ruling,
    verdict: 'same',
    announcements: [basis, { source, item: 'other' as ItemKey }],
    by,
    note: 'vu',
  },
  'ruling.revoked': { ruling, by },
  'list.opened': { list, assembly, name: 'Lettre', kind: 'info' },
  'subscription.requested': {
    ...{ subscription, list, person, address: 'sealed', lookup: 'hashed', language: 'fr' },
    consent: { wording: 'abonnement-1', hash: 'ab', form: '/lille/abonnement' },
  },
  'subscription.confirmed': { subscription, list },
  'subscription.changed': { subscription, list, language: 'en' },
  'subscription.preferred': { subscription, list, preferences: 'sealed' },
  'subscription.imported': {
    ...{ subscription, list, import: imported, person, address: 'sealed', lookup: 'hashed', language: 'fr' },
    since: '2016-03-01',
  },
  'subscription.asked-again': { subscription, list, reason: 'silence', until: '2026-12-25T09:00:00Z' },
  'subscription.renewed': { subscription, list, by: 'answer' },
  'import.begun': { import: imported, list, format: 'sympa', hash: 'ab', by, asks: '2026-12-25T09:00:00Z' },
  'import.completed': { import: imported, list, imported: 170, known: 1, left: 1, refused: 3 },
  'import.undone': { import: imported, list, by, ended: 170 },
  'subscription.ended': { subscription, list, reason: 'one-click' },
  'person.erased': { person },
  'digest.composed': {
    ...{ issue, list, assembly, date: '2026-11-01', period, position: '42', template: 1, content, hash: 'ab' },
    ...{ cadence: 'week', madeWith: { unicode: '17.0', icu: '78.1', tz: '2026a', cldr: '48.0' }, needsApproval: true },
  },
  'digest.approved': { issue, by },
  'digest.rejected': { issue, by, note: 'une date est fausse' },
  'digest.failed': { issue, language: 'nl', detail: 'no word for «votes»' },
  'digest.completed': { issue, letters: 3 },
  'correction.composed': {
    ...{ issue: 'correction-abcdefghjk-57' as IssueId, gathering, assembly, position: '57', of: [issue] },
    ...{ before: fact, after: { ...fact, cancelled: true }, template: 1, hash: 'ab' },
  },
  'letter.intended': {
    ...{ letter, subscription, list, purpose: 'digest', issue },
    ...{ further: ['info-brest-2026-11' as IssueId], edition: 'sealed' },
  },
  'letter.handed-over': { letter, attempt: 1 },
  'letter.accepted': { letter, response: '250 OK' },
  'letter.refused': { letter, code: '550', permanent: true },
  'letter.unknown': { letter, detail: 'the connection broke after DATA' },
  'letter.bounced': { letter, status: '5.1.1', permanent: true, notice: '<dsn@exemple.test>' },
  'letter.complained': { letter, notice: '<arf@exemple.test>' },
  'canary.arrived': {
    ...{
      list,
      letter,
      delay: 2,
      dkim: 'fail',
      aligned: false,
      listId: 'echanges.exemple.test',
      subject: '[échanges] Lettre',
    },
  },
  'canary.missed': { list, letter, waited: 3_600 },
  'log.checkpointed': { position: '1000', size: 1_000, hash: 'ab'.repeat(32), note: 'relais.example/journal\n1000\n' },
  'log.stream-ended': {},
};
