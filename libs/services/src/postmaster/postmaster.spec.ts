import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@relais/configuration';
import { freePort, startSmtp, type Provider } from '@relais/transport/testing';
import { examined } from './verdict.js';
import { startNameServer, type NameServer } from './testing/name-server.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-postmaster-'));
const keyFile = (bits: number): { path: string; published: string } => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const path = join(folder, `${bits}.pem`);
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { path, published: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64') };
};
const [key, short] = [keyFile(2_048), keyFile(1_024)];

/** All that a domain must say of itself. */
const inOrder = {
  'TXT relais.test': ['v=spf1 a:mail.relais.test -all', 'something else'],
  'TXT s1._domainkey.relais.test': [`v=DKIM1; k=rsa; p=${key.published}`],
  'TXT _dmarc.relais.test': ['v=DMARC1; p=reject; adkim=s; aspf=r'],
  'MX relais.test': ['mail.relais.test'],
  'A mail.relais.test': ['192.0.2.7'],
  'PTR 7.2.0.192.in-addr.arpa': ['mail.relais.test'],
};
const zone: Record<string, readonly string[]> = {};
let [server, provider]: [NameServer?, Provider?] = [];
beforeAll(async () => {
  [server, provider] = [await startNameServer(zone), await startSmtp()];
});
afterAll(async () => {
  await server?.close();
  await provider?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Changes = Readonly<{ zone?: Record<string, readonly string[] | undefined>; environment?: Record<string, string> }>;

/** What is not good in all that is otherwise in order, by its name. */
const faults = async ({ zone: names = {}, environment = {} }: Changes = {}): Promise<Record<string, string>> => {
  for (const name of Object.keys(zone)) delete zone[name];
  for (const [name, values] of Object.entries({ ...inOrder, ...names })) if (values) zone[name] = values;
  const settings = readSettings({
    ...{ SMTP_URL: `smtp://127.0.0.1:${provider?.port}`, PUBLIC_URL: 'https://relais.test' },
    ...{ MAIL_FROM: 'Lettre <lettre@relais.test>', MAIL_HOST: 'mail.relais.test', RELAIS_DATA: folder },
    ...{ DKIM_DOMAIN: 'relais.test', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: key.path },
    ...{ DNS_SERVERS: server?.address ?? '', ...environment },
  });
  const found = await examined(settings);
  return Object.fromEntries(
    found.filter(({ state }) => state !== 'good').map(({ name, state, detail }) => [name, `${state}: ${detail}`]),
  );
};

describe('the post', () => {
  it('is in order when a domain says all that providers ask for', async () => {
    expect(await faults()).toEqual({});
  });

  it.each<[string, Changes, Record<string, RegExp>]>([
    ['no SPF', { zone: { 'TXT relais.test': ['hello'] } }, { SPF: /^bad: relais.test says nothing of who may write/ }],
    ['two SPF', { zone: { 'TXT relais.test': ['v=spf1 +all', 'v=spf1 -all'] } }, { SPF: /^bad: .* 2 SPF records/ }],
    [
      'SPF of another host',
      { zone: { 'TXT relais.test': ['v=spf1 mx:b.test -all'] } },
      { SPF: /^bad: .* says «fail»/ },
    ],
    ['SPF that is broken', { zone: { 'TXT relais.test': ['v=spf1 ip5:1 -all'] } }, { SPF: /^bad: .* is broken/ }],
    ['SPF with macros', { zone: { 'TXT relais.test': ['v=spf1 exists:%{i}.b.test -all'] } }, { SPF: /^doubtful/ }],
    ['no DKIM', { zone: { 'TXT s1._domainkey.relais.test': undefined } }, { DKIM: /^bad: .* publishes no key/ }],
    [
      'another key',
      { zone: { 'TXT s1._domainkey.relais.test': ['v=DKIM1; p=AAAA'] } },
      { DKIM: /^bad: .* another key/ },
    ],
    ['a revoked key', { zone: { 'TXT s1._domainkey.relais.test': ['v=DKIM1; p='] } }, { DKIM: /^bad: .* was revoked/ }],
    [
      'a key for sha1 only',
      { zone: { 'TXT s1._domainkey.relais.test': [`v=DKIM1; h=sha1; p=${key.published}`] } },
      { DKIM: /^bad: .* allows no sha256/ },
    ],
    [
      'a key on trial',
      { zone: { 'TXT s1._domainkey.relais.test': [`v=DKIM1; t=y:s; p=${key.published}`] } },
      { DKIM: /^doubtful: .* trial/ },
    ],
    [
      'a short key',
      {
        environment: { DKIM_KEY_FILE: short.path },
        zone: { 'TXT s1._domainkey.relais.test': [`p=${short.published}`] },
      },
      { DKIM: /^bad: .* 1024 bits/ },
    ],
    ['no DMARC', { zone: { 'TXT _dmarc.relais.test': undefined } }, { DMARC: /^bad: .* no policy/ }],
    [
      'a DMARC that says nothing',
      { zone: { 'TXT _dmarc.relais.test': ['v=DMARC1; sp=none'] } },
      { DMARC: /^bad: .* «p=»/ },
    ],
    [
      'two DMARC',
      { zone: { 'TXT _dmarc.relais.test': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] } },
      { DMARC: /^bad: .* 2 policies/ },
    ],
    [
      'a signature of another domain',
      {
        environment: { MAIL_FROM: 'lettre@b.test', RETURN_DOMAIN: 'relais.test' },
        zone: { 'TXT _dmarc.b.test': ['v=DMARC1; p=none'] },
      },
      { DMARC: /^bad: neither DKIM_DOMAIN nor/ },
    ],
    ['no PTR', { zone: { 'PTR 7.2.0.192.in-addr.arpa': undefined } }, { PTR: /^bad: 192.0.2.7 .* has no name/ }],
    [
      'a PTR elsewhere',
      { zone: { 'PTR 7.2.0.192.in-addr.arpa': ['b.test'], 'A b.test': ['192.0.2.8'] } },
      { PTR: /^bad: .* does not lead back/ },
    ],
    ['no MX', { zone: { 'MX relais.test': undefined } }, { MX: /^bad: .* no MX record/ }],
    ['a null MX', { zone: { 'MX relais.test': ['.'] } }, { MX: /^bad: .* says that it takes no mail/ }],
    [
      'an MX without an address',
      { zone: { 'MX relais.test': ['nowhere.test'] } },
      { MX: /^bad: .* nowhere.test has no address/ },
    ],
    ['no https', { environment: { PUBLIC_URL: 'http://relais.test' } }, { headers: /^bad: .* not https/ }],
    [
      'letters from nowhere',
      { environment: { MAIL_FROM: 'relais@localhost' } },
      { sender: /^doubtful: .* no address beyond/ },
    ],
    [
      'a DNS that is out of order',
      { zone: { 'TXT relais.test': ['out of order'], 'PTR 7.2.0.192.in-addr.arpa': ['out of order'] } },
      { SPF: /^doubtful: no name server answers/, PTR: /^doubtful: no name server answers/ },
    ],
  ])('is not in order: %s', async (_what, changes, expected) => {
    const found = await faults(changes);
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, words] of Object.entries(expected)) expect(found[name]).toMatch(words);
  });

  it('is not in order where a relay signs, or nobody knows whence letters come: that is doubtful', async () => {
    const none = { DKIM_DOMAIN: '', DKIM_SELECTOR: '', DKIM_KEY_FILE: '', MAIL_HOST: '' };
    const found = await faults({ environment: none });
    expect(Object.keys(found).sort()).toEqual(['DKIM', 'DMARC', 'PTR', 'SPF', 'headers']);
    expect(Object.values(found).filter((one) => !one.startsWith('doubtful'))).toEqual([]);
  });

  it('is not in order where nobody listens', async () => {
    const found = await faults({ environment: { SMTP_URL: `smtp://127.0.0.1:${await freePort()}` } });
    expect(found).toEqual({ SMTP: expect.stringMatching(/^bad: 127\.0\.0\.1:\d+: .*ECONNREFUSED/) });
  });
});
