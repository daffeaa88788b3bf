import { resolve } from 'node:path';
import { InvalidSettings, readSettings } from './settings.js';

const folder = resolve('somewhere');
const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readSettings(env, folder);
  } catch (error) {
    if (error instanceof InvalidSettings) return error.problems;
    throw error;
  }
  return [];
};

describe('the settings', () => {
  it('are all optional', () => {
    expect(readSettings({}, folder)).toEqual({
      host: '127.0.0.1',
      live: false,
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      dataFolder: resolve(folder, 'data'),
      configFile: resolve(folder, 'relais.yaml'),
      mailFrom: 'relais@localhost',
      intakeAddress: 'annonces@localhost',
      keyFile: resolve(folder, 'data/master.key'),
      allowPrivateAddresses: false,
      sendUnchecked: false,
    });
  });

  it('are what the environment says', () => {
    const env = {
      HOST: '::1',
      PORT: '0',
      PUBLIC_URL: 'https://relais.example.org/',
      RELAIS_DATA: '/var/lib/relais',
      EVENTSTORE_URL: 'sqlite:',
      REDIS_URL: 'redis://127.0.0.1:6379',
      SMTP_URL: 'smtp://127.0.0.1:25',
      DKIM_DOMAIN: 'example.org',
      DKIM_SELECTOR: 'relais',
      DKIM_KEY_FILE: 'dkim.pem',
      RETURN_DOMAIN: 'lettres.example.org',
      RETURN_MAILBOX: 'imaps://retours:secret@mail.example.org/INBOX',
      AUTHSERV_ID: 'mx.example.org',
      INTAKE_SMTP: '[::1]:2525',
      RELAIS_NOW: '2026-11-23T10:00:00Z',
      RELAIS_LIVE: '1',
      RELAIS_ALLOW_PRIVATE_ADDRESSES: '1',
      MTA_LOG: 'mail.log',
      MAIL_HOST: 'mail.example.org',
      DNS_SERVERS: '192.0.2.53, [2001:db8::53]:5353',
      RELAIS_SEND_UNCHECKED: '1',
    };
    expect(readSettings(env, folder)).toMatchObject({
      host: '::1',
      port: 0,
      publicUrl: 'https://relais.example.org',
      mailFrom: 'relais@relais.example.org',
      dataFolder: '/var/lib/relais',
      keyFile: '/var/lib/relais/master.key',
      eventStoreUrl: 'sqlite:',
      redisUrl: 'redis://127.0.0.1:6379',
      smtpUrl: 'smtp://127.0.0.1:25',
      returnDomain: 'lettres.example.org',
      returnMailbox: 'imaps://retours:secret@mail.example.org/INBOX',
      authservId: 'mx.example.org',
      intakeSmtp: { host: '::1', port: 2525 },
      intakeAddress: 'annonces@relais.example.org',
      dkim: { domain: 'example.org', selector: 'relais', keyFile: resolve(folder, 'dkim.pem') },
      now: '2026-11-23T10:00:00Z',
      live: true,
      allowPrivateAddresses: true,
      mtaLog: resolve(folder, 'mail.log'),
      mailHost: 'mail.example.org',
      dnsServers: ['192.0.2.53', '[2001:db8::53]:5353'],
      sendUnchecked: true,
    });
  });

  it.each(['dns.example.org', '192.0.2.53;192.0.2.54', '192.0.2.53,', '192.0.2.53:99999'])(
    'name a name server by its number, and not by a name: %s',
    (servers) => {
      expect(problemsOf({ DNS_SERVERS: servers })).toEqual([
        `DNS_SERVERS must be numeric addresses, such as 192.0.2.53,[2001:db8::53]:5353, got «${servers}»`,
      ]);
    },
  );

  it('take an empty variable for an absent one', () => {
    expect(readSettings({ PORT: '', SMTP_URL: '' }, folder)).toMatchObject({ port: 3000 });
  });

  it.each(['2525', 'localhost', '127.0.0.1:99999', '::1:25'])(
    'take no mail at what is no host and port: %s',
    (where) => {
      expect(problemsOf({ INTAKE_SMTP: where })).toEqual([
        `INTAKE_SMTP must be a host and a port, such as 127.0.0.1:2525, got «${where}»`,
      ]);
    },
  );

  it('name the domain that letters come back to', () => {
    expect(readSettings({ RETURN_DOMAIN: 'lettres.example.org' }, folder).returnDomain).toBe('lettres.example.org');
    expect(problemsOf({ RETURN_DOMAIN: 'rebond@example.org' })).toEqual([
      'RETURN_DOMAIN must be a domain in small letters, such as lettres.example.org, got «rebond@example.org»',
    ]);
  });

  it('name every mistake on a line of its own, all at once', () => {
    const env = { PORT: 'abc', PUBLIC_URL: 'relais.example.org', DKIM_DOMAIN: 'example.org', RELAIS_NOW: 'noon' };
    expect(problemsOf(env)).toEqual([
      'PORT must be a whole number from 0 to 65535, got «abc»',
      'PUBLIC_URL must be a URL such as https://relais.example.org, got «relais.example.org»',
      'RELAIS_NOW must be an instant in UTC, such as 2026-11-23T10:00:00Z, got «noon»',
      'DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE must be given together, or none of them',
    ]);
    expect(() => readSettings(env, folder)).toThrow(problemsOf(env).join('\n'));
  });

  it('refuse a port beyond the last one', () => {
    expect(problemsOf({ PORT: '65536' })).toEqual(['PORT must be a whole number from 0 to 65535, got «65536»']);
  });

  it('refuse a log that is not supported', () => {
    expect(problemsOf({ EVENTSTORE_URL: 'postgres://me:a/secret@db' })).toEqual([
      'EVENTSTORE_URL must be absent, «sqlite:», or the address of an event store server, such as esdb://user:password@host:2113 or esdb://host:2113?tls=false, got «postgres://…@db»',
    ]);
  });

  it.each([
    'esdb://127.0.0.1:2113?tls=false',
    'kurrentdb://relais:p%40ss@eventstore.example.org',
    'esdb+discover://relais:a/b@c@cluster.example.org:2113/?tlsCAFile=ca.crt',
    'esdb://relais:secret@a:1,b:2,c:3',
  ])('take the event store server at %s', (url) => {
    expect(readSettings({ EVENTSTORE_URL: url }, folder).eventStoreUrl).toBe(url);
  });

  it.each(['esdb://', 'esdb://me:@a', 'esdb://a:123456', 'esdb://a b', 'esdb:/a'])('refuse %s', (url) => {
    expect(problemsOf({ EVENTSTORE_URL: url })).toHaveLength(1);
  });

  it('do not repeat a password in what they complain of', () => {
    expect(problemsOf({ SMTP_URL: 'http://me:secret@mail.example.org' })).toEqual([
      'SMTP_URL must be a URL such as smtp://127.0.0.1:25, got «http://…@mail.example.org»',
    ]);
  });
});
