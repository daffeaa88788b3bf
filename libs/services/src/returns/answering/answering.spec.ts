import { createTransport } from 'nodemailer';
import type SendMail from 'nodemailer/lib/mailer';
import { EventStore } from '@relais/event-store';
import { attendances, ReadModels } from '@relais/read-models';
import { recognised } from '@relais/read-models/testing';
import type { GatheringId, IssueId, ListId } from '@relais/vocabulary';
import { MailIntake } from '../../intake/mail/mail-intake.js';
import { tokenFor } from '../../subscriptions/testing/people.js';
import { HubUnderTest, oneAssembly } from '../../testing/index.js';
import { Tally } from '../tally.js';
import { answersTo, receiver, returnDomain, sentTo, type Receiver } from '../testing/receivers.js';

const issue = 'info-lille-2026-11';
const told: readonly (readonly [id: string, title: string, starts: string])[] = [
  ['g-passee', 'Réunion passée', '2026-11-02T17:00:00Z'],
  ['g-velo', 'Atelier vélo', '2026-11-14T17:00:00Z'],
  ['g-fresque', 'Fresque du climat', '2026-11-20T17:00:00Z'],
];

let hub: HubUnderTest;
let port: number;
beforeAll(async () => {
  const environment = {
    ...{ RELAIS_NOW: '2026-11-10T09:00:00Z', INTAKE_SMTP: '127.0.0.1:0', RETURN_DOMAIN: returnDomain },
  };
  hub = await HubUnderTest.start({ configuration: oneAssembly(), environment });
  port = hub.get(MailIntake).port ?? 0;
  const store = hub.get(EventStore);
  for (const [id, title, starts] of told) {
    const gathering = id as GatheringId;
    const event = recognised({ gathering, title, when: { kind: 'timed', starts, zone: 'Europe/Paris' } });
    await store.append(`gathering-${id}`, [event], 'no stream');
  }
  const upcoming = told.map(([id, title, starts]) => ({
    ...{ gathering: id as GatheringId, city: 'Lille', title },
    when: { kind: 'timed' as const, starts, zone: 'Europe/Paris' },
  }));
  const composed = {
    ...{ issue: issue as IssueId, list: 'info-lille' as ListId, assembly: 'lille', date: '2026-11-01', position: '1' },
    ...{ period: { since: null, until: '2026-11-01T00:00:00Z' }, template: 1, hash: 'ab' },
    content: { upcoming, announced: [], news: [] },
  };
  const digest = [
    { type: 'digest.composed', data: composed },
    { type: 'digest.completed', data: { issue, letters: 1 } },
  ];
  await store.append(`digest-${issue}`, digest, 'no stream');
  await hub.shown();
});
afterAll(() => hub.end());

const answered = async ({ person }: Receiver): Promise<unknown[]> =>
  (await hub.events('attendance.answered'))
    .map(({ data }) => data as { person: string })
    .filter((data) => data.person === person);
const subscriber = async (name: string): Promise<Receiver> => {
  const one = await receiver(hub, name);
  await sentTo(hub, one, { issue });
  return one;
};

describe('an answer by the page', () => {
  const page = '/rencontres/g-velo/reponse';

  it('is recorded by a POST, and never by following the link', async () => {
    const alice = await subscriber('alice');
    const jeton = tokenFor(hub, 'answer', alice.subscription);
    for (let times = 0; times < 3; times++) {
      const opened = await hub.fetch(`${page}?jeton=${jeton}&reponse=oui`);
      expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, expect.stringContaining('no-store')]);
    }
    expect(await answered(alice)).toEqual([]);
    expect((await hub.post(page, { jeton, reponse: 'oui' })).status).toBe(200);
    await hub.post(page, { jeton, reponse: 'oui' });
    const said = { gathering: 'g-velo', person: alice.person, answer: 'yes', via: 'page' };
    expect(await answered(alice)).toEqual([said]);
    await hub.shown();
    expect(hub.get(ReadModels).get(attendances, 'g-velo')).toMatchObject({ yes: 1, no: 0 });
    expect(await hub.text('/rencontres/g-velo')).toContain('1 personne pense venir');
  });

  it('may be another one later', async () => {
    const bob = await subscriber('bob');
    const jeton = tokenFor(hub, 'answer', bob.subscription);
    for (const reponse of ['oui', 'peut-etre', 'non']) await hub.post(page, { jeton, reponse });
    expect(await answered(bob)).toMatchObject([{ answer: 'yes' }, { answer: 'maybe' }, { answer: 'no' }]);
  });

  it.each([
    ['a token for something else', 'leave', 'oui', page],
    ['no answer', 'answer', '', page],
    ['another word', 'answer', 'toString', page],
    ['a gathering that is over', 'answer', 'oui', '/rencontres/g-passee/reponse'],
  ] as const)('is none by %s', async (what, purpose, reponse, at) => {
    const one = await subscriber(`rien-${what.length}`);
    const jeton = tokenFor(hub, purpose, one.subscription);
    expect((await hub.post(at, { jeton, reponse })).status).toBe(400);
    expect(await answered(one)).toEqual([]);
  });
});

const reply = async (to: Receiver, more: SendMail.Options): Promise<string> => {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    const envelope = { from: to.address, to: answersTo(hub, to) };
    return (await transport.sendMail({ from: to.address, to: envelope.to, subject: 'Re: Lettre', envelope, ...more }))
      .response;
  } finally {
    transport.close();
  }
};
/** What programs put below an answer. */
const quoted = (...lines: readonly string[]): string =>
  `\n\nLe 10 nov. 2026 à 10:00, Lille a écrit :\n${lines.map((line) => `> ${line}`).join('\n')}`;

describe('an answer by mail', () => {
  it('is about the soonest gathering of the letter that is still to come', async () => {
    const carl = await subscriber('carl');
    expect(await reply(carl, { text: `Oui, avec plaisir${quoted('Atelier vélo', 'Fresque du climat')}` })).toBe(
      '250 recorded',
    );
    expect(await answered(carl)).toEqual([{ gathering: 'g-velo', person: carl.person, answer: 'yes', via: 'mail' }]);
  });

  it.each([
    ['its subject names', { subject: 'Re: Fresque du climat', text: 'non' }],
    ['its words name', { text: 'Misschien voor de Fresque du Climat' }],
    ['it quotes alone', { text: `maybe${quoted('https://lille.test/rencontres/g-fresque')}` }],
  ])('is about the one that %s', async (what, mail) => {
    const one = await subscriber(`nomme-${what.length}`);
    await reply(one, mail);
    expect(await answered(one)).toMatchObject([{ gathering: 'g-fresque' }]);
  });

  it('may be a calendar program’s', async () => {
    const dora = await subscriber('dora');
    const content = [
      ...['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', 'UID:g-fresque@lille.test'],
      ...['ATTENDEE;PARTSTAT=TENTATIVE:mailto:dora@exemple.test', 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n');
    await reply(dora, { text: 'Accepté', icalEvent: { method: 'REPLY', content } });
    expect(await answered(dora)).toMatchObject([{ gathering: 'g-fresque', answer: 'maybe' }]);
  });

  it('answers also whether they still want their letters', async () => {
    const eve = await subscriber('eve');
    const of = { subscription: eve.subscription, list: 'info-lille' };
    const asked = {
      type: 'subscription.asked-again',
      data: { ...of, reason: 'silence', until: '2026-12-10T09:00:00Z' },
    };
    await hub.get(EventStore).append(`subscription-${eve.subscription}`, [asked], 'any');
    await hub.shown();
    await reply(eve, { text: 'oui' });
    const renewed = (await hub.events('subscription.renewed')).map(({ data }) => data);
    expect(renewed).toContainEqual({ ...of, by: 'answer' });
  });

  it.each([
    ['that says something else', { text: 'Merci pour la lettre !' }],
    ['that is of two minds', { text: 'oui et non' }],
    ['that names two', { subject: 'Atelier vélo, Fresque du climat', text: 'oui' }],
    ['of who is away', { text: 'oui', headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['of a machine', { text: 'oui', envelope: { from: '', to: '' } }],
  ])('is none: one %s; it is counted', async (what, { envelope, ...mail }: SendMail.Options) => {
    const one = await subscriber(`flou-${what.length}`);
    const sum = (): number => (hub.get(Tally).counts.unclear ?? 0) + (hub.get(Tally).counts.automatic ?? 0);
    const before = sum();
    await reply(one, { ...mail, ...(envelope && { envelope: { from: '', to: answersTo(hub, one) } }) });
    expect(await answered(one)).toEqual([]);
    expect(sum()).toBe(before + 1);
  });
});
