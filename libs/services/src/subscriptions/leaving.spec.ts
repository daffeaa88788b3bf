import { ReadModels, subscribers } from '@relais/read-models';
import { HubUnderTest } from '../testing/index.js';
import { confirmedAt, preferred, tokenFor } from './testing/people.js';

const now = '2026-11-25T09:00:00Z';
const page = '/abonnement/quitter';

let hub: HubUnderTest;
beforeEach(async () => {
  hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now } });
});
afterEach(() => hub.end());

const leave = (subscription: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> =>
  hub.post(page, { jeton: tokenFor(hub, 'leave', subscription), ...fields });
const ended = async (): Promise<string[]> =>
  (await hub.events('subscription.ended')).map(({ data }) => (data as { subscription: string }).subscription).sort();

describe('a person who leaves', () => {
  it('leaves every list of their address by one button, and nobody else does', async () => {
    const [lille = '', brest = ''] = await confirmedAt(hub, 'alice', 'info-lille', 'info-brest');
    await confirmedAt(hub, 'bob', 'info-lille');
    expect((await leave(brest)).status).toBe(200);
    expect(await ended()).toEqual([lille, brest]);
  });

  it('does so by one click of a mail program, whatever else its page offers', async () => {
    const all = await confirmedAt(hub, 'alice', 'info-lille', 'info-brest');
    const address = `${page}?jeton=${tokenFor(hub, 'leave', all[0] ?? '')}`;
    expect((await hub.post(address, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await ended()).toEqual(all.toSorted());
    expect((await hub.events('subscription.ended')).map(({ data }) => (data as { reason: string }).reason)).toEqual([
      'one-click',
      'one-click',
    ]);
  });

  it('is told so by the same link from then on', async () => {
    const [alice = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    await leave(alice);
    await hub.shown();
    const answer = await hub.fetch(`${page}?jeton=${tokenFor(hub, 'leave', alice)}`);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Vous êtes désabonné·e')]);
    expect((await leave(alice)).status).toBe(200);
    expect(await ended()).toEqual([alice]);
  });

  it('may leave one city, of another list', async () => {
    const [lille = '', brest = ''] = await confirmedAt(hub, 'alice', 'info-lille', 'info-brest');
    expect((await leave(lille, { ville: 'brest' })).status).toBe(200);
    expect(await ended()).toEqual([brest]);
    expect(await preferred(hub, lille)).toMatchObject({ cities: ['lille'] });
  });

  it('may leave the city of the list that carries, and keeps how the others come', async () => {
    const [lille = ''] = await confirmedAt(hub, 'alice', 'info-lille', 'info-brest');
    expect((await leave(lille, { ville: 'lille' })).status).toBe(200);
    expect(await ended()).toEqual([]);
    expect(await preferred(hub, lille)).toMatchObject({ cities: ['brest'] });
  });

  it('has left when the last city is left', async () => {
    const [lille = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    expect((await leave(lille, { ville: 'lille' })).status).toBe(200);
    expect(await ended()).toEqual([lille]);
  });

  it('may pause instead', async () => {
    const [lille = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    const answer = await leave(lille, { pause: '3' });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Vos lettres font une pause')]);
    expect(await ended()).toEqual([]);
    expect(await preferred(hub, lille)).toMatchObject({ pausedUntil: '2027-02-25' });
  });

  it('is remembered by the hash of their address, and why they left', async () => {
    const [lille = ''] = await confirmedAt(hub, 'alice', 'info-lille');
    await leave(lille);
    await hub.shown();
    expect(hub.get(ReadModels).get(subscribers, lille)).toMatchObject({ status: 'ended', endedReason: 'left' });
  });
});
