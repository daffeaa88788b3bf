import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Settings } from '@relais/configuration';
import { hindrancesOf } from './may-send.js';
import { startNameServer, type NameServer } from './testing/name-server.js';
import { keepVerdict, lastVerdict } from './verdict.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-may-send-'));
/** It knows nothing: whoever looks finds everything wrong. */
let server: NameServer;
beforeAll(async () => {
  server = await startNameServer({});
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => rmSync(join(folder, 'post.json'), { force: true }));

// A documentation address, where nobody answers: only what is looked up is of interest.
const settingsOf = (environment: Record<string, string> = {}): Settings =>
  readSettings({
    ...{ RELAIS_DATA: folder, PUBLIC_URL: 'https://relais.test', DNS_SERVERS: server.address },
    ...{ SMTP_URL: 'smtp://relay.invalid:25', ...environment },
  });
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

describe('an issue', () => {
  it('may not leave while the post is wrong, and it is said what to do', async () => {
    const found = await hindrancesOf(settingsOf());
    expect(found).toContainEqual(expect.stringMatching(/^SPF: relais.test says nothing .*; publish there «v=spf1/));
    expect(lastVerdict(settingsOf())?.bad).toEqual(found);
  });

  it('may leave to a server of this machine', async () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '127.1.2.3'])
      expect(await hindrancesOf(settingsOf({ SMTP_URL: `smtp://${host}:25` }))).toEqual([]);
    expect(await hindrancesOf(settingsOf({ SMTP_URL: '' }))).toEqual([]);
    expect(existsSync(join(folder, 'post.json'))).toBe(false);
  });

  it('may leave when somebody says so', async () => {
    expect(await hindrancesOf(settingsOf({ RELAIS_SEND_UNCHECKED: '1' }))).toEqual([]);
  });

  it('may leave for an hour after all was found good', async () => {
    keepVerdict(settingsOf(), [], minutesAgo(50));
    expect(await hindrancesOf(settingsOf())).toEqual([]);
    keepVerdict(settingsOf(), [], minutesAgo(70));
    expect(await hindrancesOf(settingsOf())).not.toEqual([]);
  });

  it('may not leave by what was found of other settings, or cannot be read', async () => {
    keepVerdict(settingsOf(), [], minutesAgo(1));
    expect(await hindrancesOf(settingsOf({ MAIL_FROM: 'lettre@other.test' }))).not.toEqual([]);
    writeFileSync(join(folder, 'post.json'), '{"at":');
    expect(await hindrancesOf(settingsOf())).not.toEqual([]);
  });

  it('is looked at again after something was found', async () => {
    const bad = { name: 'SPF', state: 'bad' as const, detail: 'was wrong', advice: 'mend it' };
    keepVerdict(settingsOf(), [bad], minutesAgo(1));
    expect(await hindrancesOf(settingsOf())).not.toContain('SPF: was wrong; mend it');
  });
});

describe('what was found of the post', () => {
  it('is kept without a password', () => {
    const settings = settingsOf({ SMTP_URL: 'smtp://somebody:secret@relay.invalid:25' });
    keepVerdict(settings, [], minutesAgo(1));
    expect(readFileSync(join(folder, 'post.json'), 'utf8')).not.toMatch(/secret|somebody/);
  });

  it('is not kept where there is no data folder', () => {
    const settings = settingsOf({ RELAIS_DATA: join(folder, 'none') });
    expect(keepVerdict(settings, [], minutesAgo(1)).bad).toEqual([]);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});
