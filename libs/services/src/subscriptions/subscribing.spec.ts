import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Composer } from '../courier/composer.js';
import { HubUnderTest, outbox, type ReadLetter } from '../testing/index.js';
import { Deployment } from '../wiring/deployment.js';
import type { ListId } from '@relais/vocabulary';

const now = '2026-11-25T09:00:00Z';
const alice = 'alice@exemple.test';
const wish = { liste: 'info-lille', adresse: alice, langue: 'fr', consentement: 'oui' };
const form = '/lille/abonnement';

let hub: HubUnderTest;
beforeEach(async () => {
  hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now } });
});
afterEach(() => hub.end());

const letters = (): Promise<ReadLetter[]> => outbox(hub.folder);
const linkTo = (page: string, letter: ReadLetter | undefined): string => {
  const link = letter?.links.find((url) => url.includes(`/abonnement/${page}`));
  if (link === undefined) throw new Error(`the letter has no link to ${page}`);
  return link;
};
const tokenIn = (link: string): string => new URL(link).searchParams.get('jeton') ?? '';
const digest = () => hub.get(Composer).compose(hub.get(Deployment).list('info-lille' as ListId));

/** Alice asks, and has her confirmation letter. */
const asked = async (): Promise<ReadLetter> => {
  expect((await hub.post(form, wish)).status).toBe(200);
  await hub.recorded('letter.accepted');
  const [letter] = await letters();
  if (letter === undefined) throw new Error('there is no letter in the outbox');
  return letter;
};
const subscribed = async (): Promise<void> => {
  const link = linkTo('confirmer', await asked());
  expect((await hub.post('/abonnement/confirmer', { jeton: tokenIn(link) })).status).toBe(200);
  await hub.shown();
};
const theDigest = async (): Promise<ReadLetter> => {
  const found = (await letters()).find(({ header }) => header('List-Id') !== undefined);
  if (found === undefined) throw new Error('there is no digest in the outbox');
  return found;
};

describe('a person', () => {
  it('asks by a form, confirms from the letter, and gets one letter an issue', async () => {
    await subscribed();
    expect(await digest()).toMatchObject({ issue: 'info-lille-2026-11', outcome: 'sent', letters: 1 });
    expect(await digest()).toMatchObject({ outcome: 'already-sent', letters: 0 });
    expect(await letters()).toHaveLength(2);
    const letter = await theDigest();
    expect(letter.to?.[0]?.address).toBe(alice);
    for (const part of [letter.text, letter.html]) {
      expect(part).toContain('[exemple] Assemblée des communs de Lille');
      expect(part).toContain('jeudi 26 novembre 2026');
    }
    expect(letter.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(await hub.events('digest.completed')).toHaveLength(1);
  });

  it('gets no letter before they confirm', async () => {
    await asked();
    expect(await digest()).toMatchObject({ outcome: 'no-subscribers', letters: 0 });
    expect(await letters()).toHaveLength(1);
  });

  it('leaves by one click of a mail program, and by nothing that only looks', async () => {
    await subscribed();
    await digest();
    const link = /<(.*)>/.exec((await theDigest()).header('List-Unsubscribe') ?? '')?.[1] ?? '';
    const path = link.slice(hub.url.length);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await hub.fetch(path, { method });
    expect(await hub.events('subscription.ended')).toEqual([]);
    const clicked = await hub.post(path, { 'List-Unsubscribe': 'One-Click' });
    expect([clicked.status, clicked.redirected]).toEqual([200, false]);
    const [ended] = await hub.events('subscription.ended');
    expect(ended?.data).toMatchObject({ reason: 'one-click', list: 'info-lille' });
    await hub.post(path, { 'List-Unsubscribe': 'One-Click' });
    expect(await hub.events('subscription.ended')).toHaveLength(1);
  });

  it('leaves by one click that comes as multipart too', async () => {
    await subscribed();
    await digest();
    const leave = linkTo('quitter', await theDigest()).slice(hub.url.length);
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await hub.fetch(leave, { method: 'POST', body })).status).toBe(200);
    expect((await hub.events('subscription.ended'))[0]?.data).toMatchObject({ reason: 'one-click' });
  });

  it('who left gets no further letter, and may ask again as somebody new', async () => {
    await subscribed();
    const [confirmation] = await letters();
    const token = tokenIn(linkTo('confirmer', confirmation));
    const [requested] = await hub.events('subscription.requested');
    await digest();
    await hub.post('/abonnement/quitter', { jeton: tokenIn(linkTo('quitter', await theDigest())) });
    await hub.shown();
    expect((await hub.post('/abonnement/confirmer', { jeton: token })).status).toBe(400);
    await hub.post(form, wish);
    await hub.recorded('subscription.requested', 2);
    const [, again] = await hub.events('subscription.requested');
    expect(again?.stream).not.toBe(requested?.stream);
  });

  it('who asks twice within minutes has one letter, and a confirmed one none at all', async () => {
    await Promise.all([hub.post(form, wish), hub.post(form, { ...wish, adresse: 'Alice@Exemple.TEST' })]);
    await hub.recorded('letter.accepted');
    expect(await hub.events('subscription.requested')).toHaveLength(1);
    await hub.post('/abonnement/confirmer', { jeton: tokenIn(linkTo('confirmer', (await letters())[0])) });
    await hub.shown();
    expect(
      await hub
        .text(form)
        .then(() => hub.post(form, wish))
        .then((answer) => answer.status),
    ).toBe(200);
    expect(await hub.events('subscription.requested')).toHaveLength(1);
  });

  it('agreed to a wording that is on record, and to which of its versions', async () => {
    await asked();
    const [{ data } = { data: {} }] = await hub.events('subscription.requested');
    expect(data).toMatchObject({
      consent: { wording: 'info-2-fr', hash: expect.stringMatching(/^[0-9a-f]{64}$/), form },
    });
  });
});

describe('an address', () => {
  it('stands in clear nowhere but in the letter to it', async () => {
    await subscribed();
    await digest();
    await hub.stop();
    const files = readdirSync(hub.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const holding = files.filter((entry) =>
      readFileSync(join(entry.parentPath, entry.name)).toString('latin1').includes('alice'),
    );
    expect(holding.length).toBeGreaterThan(0);
    expect(holding.every(({ parentPath, name }) => parentPath.endsWith('outbox') && name.endsWith('.eml'))).toBe(true);
    expect(files.some(({ name }) => name.includes('alice'))).toBe(false);
  });

  it.each([
    ['is missing', { ...wish, adresse: ' ' }, 'adresse-erreur'],
    ['is none', { ...wish, adresse: 'alice at exemple' }, 'adresse-erreur'],
    ['breaks the header', { ...wish, adresse: 'alice@exemple.test\r\nBcc: eve@exemple.test' }, 'adresse-erreur'],
    ['is too long', { ...wish, adresse: `${'a'.repeat(300)}@exemple.test` }, 'adresse-erreur'],
    ['comes without consent', { liste: 'info-lille', adresse: alice }, 'consentement-erreur'],
    ['is for a list that there is not', { ...wish, liste: 'info-paris' }, 'liste-erreur'],
    ['asks at a rhythm of none', { ...wish, rythme: 'souvent' }, 'rythme-erreur'],
  ])('that %s is refused beside its field, and nothing is stored', async (_, fields, beside) => {
    const answer = await hub.post(form, fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(`id="${beside}"`);
    expect(await hub.events('subscription.requested')).toEqual([]);
  });

  it('that a machine sends with the hidden field is forgotten without a word', async () => {
    expect((await hub.post(form, { ...wish, site: 'https://exemple.test' })).status).toBe(200);
    expect(await hub.events('subscription.requested')).toEqual([]);
  });
});

describe('a link by token', () => {
  it('that was made by nobody here, or for something else, opens nothing', async () => {
    const confirm = linkTo('confirmer', await asked());
    const token = tokenIn(confirm);
    for (const [path, jeton] of [
      ['/abonnement/quitter', token],
      ['/abonnement/preferences', token],
      ['/abonnement/confirmer', `${token}x`],
      ['/abonnement/confirmer', ''],
    ] as const) {
      expect((await hub.post(path, { jeton })).status).toBe(400);
      expect((await hub.fetch(`${path}?jeton=${encodeURIComponent(jeton)}`)).status).toBe(400);
    }
    expect(await hub.events('subscription.confirmed', 'subscription.ended', 'subscription.changed')).toEqual([]);
  });

  it('leads to a page that nobody indexes or keeps, and that does nothing by itself', async () => {
    const answer = await hub.fetch(linkTo('confirmer', await asked()));
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.text()).toContain('<meta name="robots" content="noindex"');
    expect(await hub.events('subscription.confirmed')).toEqual([]);
  });
});
