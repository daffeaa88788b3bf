import { createPrivateKey, createPublicKey } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithMail, signatureOf } from '@relais/transport/testing';
import { asItLeft, headerOf, HubThatPosts, readLetter, unsigned } from '../../testing/index.js';

const at = (name: string): string => `${name}@exemple.test`;
/** Everybody of one kind whom the provider knows, and three whom it does not take, or cannot reach. */
const crowd = Array.from({ length: 200 }, (_, n) => `p${n}`);
const [unknown, full, dead] = [at('inconnu1'), at('plein1'), 'quelqu-un@mort.test'];
/** The same moment twice, so that two hubs write the same letters. */
const now = new Date().toISOString();

/** What happened to somebody's letters; refusals with their code. */
const stepsOf = async (posting: HubThatPosts, address: string): Promise<string[]> =>
  (await posting.historyOf(address)).map(({ type, data }) =>
    type === 'letter.refused' ? `${type} ${(data as { code: string }).code}` : type,
  );

describeWithMail('the letters of an issue', (lab) => {
  const outboxFolder = mkdtempSync(join(tmpdir(), 'relais-outbox-'));
  let posting: HubThatPosts;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'relais-posting-'));
    const environment = { RELAIS_NOW: now };
    const before = await HubThatPosts.start(lab(), { folder, environment: { ...environment, SMTP_URL: '' } });
    await before.subscribe(...crowd.map(at), unknown, full, dead);
    await before.hub.stop();
    cpSync(folder, outboxFolder, { recursive: true, filter: (path) => !path.endsWith('.sock') });
    posting = await HubThatPosts.start(lab(), { folder, environment });
    expect(await posting.compose()).toMatchObject({ outcome: 'sent', letters: crowd.length + 1 });
    for (const name of crowd) await lab().arrived(name);
  }, 240_000);
  afterAll(async () => {
    await posting.end();
    rmSync(outboxFolder, { recursive: true, force: true });
  });

  const first = async (): Promise<Buffer> => (await lab().arrived('p0'))[0] ?? Buffer.alloc(0);
  it('reach everybody, one each', async () => {
    const counts = await Promise.all(crowd.map(async (name) => (await lab().letters(name)).length));
    expect(counts).toEqual(crowd.map(() => 1));
    const ids = await Promise.all(
      crowd.map(async (name) => headerOf(Buffer.concat(await lab().letters(name)), 'Message-ID')),
    );
    expect(new Set(ids).size).toBe(crowd.length);
  });

  it('are signed as the provider checks it, over both headers by which a person leaves', async () => {
    const letter = await first();
    expect(headerOf(letter, 'Authentication-Results')).toMatch(/^opendkim\.exemple\.test;\s*dkim=pass \(2048-bit key/);
    const publicKey = createPublicKey(createPrivateKey(readFileSync(lab().dkim.keyFile)));
    const signature = signatureOf(Buffer.from(asItLeft(letter), 'latin1'), publicKey);
    expect(signature).toMatchObject({ domain: lab().domain, selector: 's1', holds: true });
    expect(signature?.covers).toEqual(
      expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'from', 'list-id']),
    );
    expect(headerOf(letter, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(headerOf(letter, 'List-Unsubscribe')).toMatch(/^<https:\/\/lille\.exemple\.test\//);
  });

  it('come from who may write for the domain, and look like no spam', async () => {
    const from = headerOf(await first(), 'Return-Path').replace(/[<>]/g, '');
    const { score, symbols } = await lab().scan(await first(), { from, to: at('p0') });
    expect(Object.keys(symbols)).toEqual(
      expect.arrayContaining(['R_DKIM_ALLOW', 'R_SPF_ALLOW', 'DMARC_POLICY_ALLOW', 'HAS_LIST_UNSUB']),
    );
    expect(score).toBeLessThanOrEqual(0.5);
  });

  it('arrive byte for byte as the outbox has them', async () => {
    const other = await HubThatPosts.start(lab(), {
      folder: outboxFolder,
      environment: { RELAIS_NOW: now, SMTP_URL: '' },
    });
    await other.compose();
    await other.hub.stop();
    const folder = join(outboxFolder, 'outbox');
    const written = readdirSync(folder).map((name) =>
      readFileSync(join(folder, name), 'latin1').replace(/\r?\n/g, '\r\n'),
    );
    const arrived = await Promise.all(
      crowd.map(async (name) => unsigned(asItLeft(Buffer.concat(await lab().letters(name))))),
    );
    expect(written).toHaveLength(crowd.length + 3);
    expect(arrived.filter((letter) => !written.includes(letter))).toEqual([]);
  });

  it.each([
    ['nobody has', unknown, '550'],
    ['is full', full, '552'],
  ])('are stopped at once to a mailbox that %s', async (_what, address, code) => {
    expect(await stepsOf(posting, address)).toEqual([
      'letter.intended',
      'letter.handed-over',
      `letter.refused ${code}`,
    ]);
    expect((await posting.historyOf(address)).at(-1)?.data).toMatchObject({ permanent: true });
  });

  it('are taken for a host that is dead, and wait there', async () => {
    expect((await stepsOf(posting, dead)).at(-1)).toBe('letter.accepted');
    const [, id = ''] = await lab().logged(new RegExp(`(\\w+): to=<${dead}>[^\n]*status=deferred`));
    expect(id).not.toBe('');
  });
});

describeWithMail('a letter for a mailbox that takes none yet', (lab) => {
  it('is tried again later and later, and given up in the end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'relais-later-'));
    const later = at('gris1');
    // A day that is far from the next issue. The hub is stopped until the hour of each attempt.
    let hour = Date.parse('2026-11-10T10:00:00Z');
    const inTurn = async (attempt: (posting: HubThatPosts) => Promise<unknown>): Promise<string[]> => {
      const RELAIS_NOW = new Date(hour).toISOString();
      const posting = await HubThatPosts.start(lab(), { folder, environment: { RELAIS_NOW } });
      await attempt(posting);
      const steps = await stepsOf(posting, later);
      await posting.hub.stop();
      return steps;
    };
    let steps = await inTurn(async (posting) => {
      await posting.subscribe(later);
      expect(await posting.compose()).toMatchObject({ outcome: 'sent', letters: 0 });
    });
    const turnedAway = ['letter.handed-over', 'letter.refused 451'];
    expect(steps).toEqual(['letter.intended', ...turnedAway]);
    for (const [n, minutes] of [1, 5, 15, 60, 240, 720, 1_440].entries()) {
      hour += minutes * 60_000;
      steps = await inTurn(({ hub }) => hub.recorded('letter.refused', n + 2));
    }
    hour += 60_000;
    steps = await inTurn(({ hub }) => hub.recorded('digest.completed'));
    const attempts = Array.from({ length: 8 }, () => turnedAway).flat();
    expect(steps).toEqual(['letter.intended', ...attempts, 'letter.refused given up after 8 attempts']);
    expect((await lab().log()).split(`451 4.7.1 <${later}>`).length - 1).toBeGreaterThanOrEqual(8);
    expect(await lab().letters('gris1')).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });
});

/** Its text part, read as a mail program reads it. */
const textOf = async (letter: Buffer): Promise<string> => (await readLetter(letter)).text ?? '';

describeWithMail('a person', (lab) => {
  it('asks, confirms from the letter, gets an issue, and leaves by one click', async () => {
    const posting = await HubThatPosts.start(lab());
    const { hub } = posting;
    const wish = { liste: 'info-lille', adresse: at('alice'), langue: 'fr', consentement: 'oui' };
    expect((await posting.post('https://lille.exemple.test/lille/abonnement', wish)).status).toBe(200);
    const [confirmation = Buffer.alloc(0)] = await lab().arrived('alice');
    const confirm =
      /https:\/\/lille\.exemple\.test\/abonnement\/confirmer\?jeton=[\w.=-]+/.exec(await textOf(confirmation))?.[0] ??
      '';
    expect((await posting.post(confirm, { jeton: new URL(confirm).searchParams.get('jeton') ?? '' })).status).toBe(200);
    await hub.shown();
    expect(await posting.compose()).toMatchObject({ outcome: 'sent', letters: 1 });
    const [, issue = Buffer.alloc(0)] = await lab().arrived('alice', 2);
    const oneClick = headerOf(issue, 'List-Unsubscribe').split(/[<>]/)[1] ?? '';
    const clicked = await posting.post(oneClick, { 'List-Unsubscribe': 'One-Click' });
    expect(clicked.status).toBe(200);
    expect((await hub.events('subscription.ended'))[0]?.data).toMatchObject({ reason: 'one-click' });
    await posting.end();
  });
});
