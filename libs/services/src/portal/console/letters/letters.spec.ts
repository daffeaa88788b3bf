import { EventStore } from '@relais/event-store';
import type { IssueId, LetterId, SubscriptionId } from '@relais/vocabulary';
import { compose, list, now, subscribers } from '../../../courier/testing/subscribed.js';
import { HubUnderTest, oneAssembly, outbox, SignedIn } from '../../../testing/index.js';

const issue = 'info-lille-2026-11' as IssueId;
const path = `/admin/lettres/${issue}`;
let hub: HubUnderTest;
let admin: SignedIn;

beforeEach(async () => {
  const configuration = JSON.parse(oneAssembly({ id: 'agenda', url: 'https://exemple.test/agenda.ics' })) as {
    assemblies: [{ lists: [object] }];
  };
  Object.assign(configuration.assemblies[0].lists[0], { approval: true });
  const admins = [{ id: 'secretariat', address: 'secretariat@exemple.test' }];
  hub = await HubUnderTest.start({
    configuration: JSON.stringify({ ...configuration, admins }),
    environment: { RELAIS_NOW: now },
  });
  const data = {
    ...{ gathering: 'a', assembly: 'lille', title: 'Assemblée <du soir>', basis: { source: 'agenda', item: 'a' } },
    when: { kind: 'all-day', from: '2026-12-05', until: '2026-12-05' },
  };
  await hub.get(EventStore).append('gathering-a', [{ type: 'gathering.recognised', data: data }], 'any');
  await subscribers(hub, 3);
  await compose(hub);
  await hub.shown();
  admin = await SignedIn.to(hub);
});
afterEach(() => hub.end());

describe('letters in the console', () => {
  it('are listed: subscribers, issues and their state, without any address', async () => {
    const page = await admin.text('/admin/lettres');
    for (const said of [
      '3 abonnements confirmés',
      'chaque numéro attend une approbation',
      'attend une approbation',
      '0 sur 3 lettres',
    ])
      expect(page).toContain(said);
    expect(page).toContain(`href="${path}"`);
    for (const one of [page, await admin.text(path)]) expect(one).not.toMatch(/person\d|@exemple\.test/);
  });

  it('are shown as they will go, to how many, and what is new', async () => {
    const page = await admin.text(path);
    for (const said of ['2 lettres : fr, entière, HTML et texte', '1 lettre : en, entière', 'tout est nouveau'])
      expect(page.replaceAll('\u00a0', ' ')).toContain(said);
    expect(page).toContain('<iframe title="La lettre en HTML" sandbox srcdoc="');
    expect(page).toContain('Assemblée &lt;du soir>');
    expect(page).not.toContain('{{');
    expect(await admin.text(`${path}?lang=nl`)).toContain('Wie hem krijgt');
  });

  it('leave once the issue is approved, and it says so', async () => {
    const before = (await hub.events()).length;
    await admin.get(path);
    expect((await hub.events()).length).toBe(before);
    const page = await (await admin.post(path, { etape: 'approuver' })).text();
    expect(page).toContain('Approuvée : elle part.'.replace(' :', '\u00a0:'));
    await hub.recorded('digest.completed');
    expect(await outbox(hub.folder)).toHaveLength(3);
    const after = (await admin.text(path)).replaceAll('\u00a0', ' ');
    for (const said of ['terminé', 'Approuvée par « secretariat »']) expect(after).toContain(said);
    expect(await admin.text('/admin/lettres')).toContain('3 sur 3 lettres');
    const again = await admin.post(path, { etape: 'rejeter', note: 'trop tard' });
    expect([again.status, (await again.text()).includes('Elle n’attendait plus')]).toEqual([409, true]);
  });

  it('never leave once it is rejected, which needs a reason', async () => {
    const without = await admin.post(path, { etape: 'rejeter', note: '  ' });
    expect([without.status, (await without.text()).includes('Dites pourquoi.')]).toEqual([400, true]);
    const long = await admin.post(path, { etape: 'rejeter', note: 'x'.repeat(501) });
    expect([long.status, (await long.text()).includes('x'.repeat(501))]).toEqual([400, true]);
    expect(await hub.events('digest.rejected')).toEqual([]);
    await admin.post(path, { etape: 'rejeter', note: 'La date est fausse.' });
    await hub.recorded('letter.refused', 3);
    expect(await outbox(hub.folder)).toEqual([]);
    const page = await admin.text(path);
    for (const said of ['La date est fausse.', 'Rejetée par', 'le numéro a été rejeté']) expect(page).toContain(said);
  });

  it('are decided by nobody from another site, nor by whoever is not signed in', async () => {
    await admin.post(path, { etape: 'approuver' }, { 'sec-fetch-site': 'cross-site' });
    await hub.post(path, { etape: 'approuver' });
    expect(await hub.events('digest.approved')).toEqual([]);
  });

  it('say what went wrong: codes, unknown ones with their age, what came back, and a language that cannot be rendered', async () => {
    const store = hub.get(EventStore);
    const [refused, unknown] = ['r1', 'u1'] as LetterId[] as [LetterId, LetterId];
    const of = { subscription: 's0' as SubscriptionId, list: list, purpose: 'digest', issue } as const;
    const handed = (letter: LetterId) => ({ type: 'letter.handed-over', data: { letter, attempt: 1 } }) as const;
    const begun = (letter: LetterId) => [{ type: 'letter.intended', data: { letter, ...of } } as const, handed(letter)];
    await store.append(
      `letter-${refused}`,
      [...begun(refused), { type: 'letter.refused', data: { letter: refused, code: '550 5.7.1', permanent: true } }],
      'no stream',
    );
    await store.append(
      `letter-${unknown}`,
      [
        ...begun(unknown),
        { type: 'letter.unknown', data: { letter: unknown, detail: 'silence' } },
        { type: 'letter.bounced', data: { letter: unknown, status: '5.1.1', permanent: true, notice: 'n' } },
      ],
      'no stream',
    );
    const failed = { issue, language: 'en', detail: 'no word for it' };
    await store.append(`digest-${issue}`, [{ type: 'digest.failed', data: failed }], 'any');
    await hub.shown();
    const page = (await admin.text(path)).replaceAll('\u00a0', ' ');
    for (const said of ['1 × <bdi>550 5.7.1', 'Sort inconnu', 'La plus ancienne depuis', 'Revenues', 'no word for it'])
      expect(page).toContain(said);
    expect(await admin.text('/admin/lettres')).toContain('no word for it');
  });

  it('are none for an issue that nobody composed', async () => {
    expect((await admin.get('/admin/lettres/info-lille-1999-01')).status).toBe(404);
  });
});
