import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { KeyRing } from '@relais/transport';
import { freePort } from '@relais/transport/testing';
import { readSettings } from '@relais/configuration';
import { receiving, Spawned } from '../../testing/index.js';
import { filesIn } from '../../wiring/adapters.js';
import { deploy } from '../../wiring/deploy.js';
import { SignedLinks } from '../signed-links.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-mail-'));
const published = { types: ['source.item-published'] };
let environment: Record<string, string>;
let smtp: number;
beforeAll(async () => {
  const file = join(folder, 'relais.yaml');
  writeFileSync(file, receiving());
  smtp = await freePort();
  environment = {
    ...{ PORT: String(await freePort()), INTAKE_SMTP: `127.0.0.1:${smtp}`, RELAIS_DATA: folder, RELAIS_CONFIG: file },
    RELAIS_NOW: '2026-11-25T09:00:00Z',
  };
});
afterAll(async () => {
  await Spawned.stopAll();
  rmSync(folder, { recursive: true, force: true });
});

const hub = async (): Promise<Spawned> => {
  const running = Spawned.start('hub', environment);
  await running.ready();
  return running;
};

const address = async (): Promise<string> => {
  const settings = readSettings(environment);
  const keys = KeyRing.open({ keyFile: settings.keyFile, database: filesIn(folder).keys });
  const deployment = deploy(settings);
  const [intake] = deployment.intakes;
  if (intake === undefined) throw new Error('nothing is received');
  const { mail = '' } = new SignedLinks(keys, deployment).linksOf(intake);
  await keys.close();
  return mail;
};

/** Hands a letter over up to its final dot; resolves to what is said to that, or to nothing where the line was cut before. */
const handOver = (to: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const letter =
      'Message-ID: <1@exemple.test>\r\nSubject: Fresque\r\n\r\nLe 10 janvier 2027 à 14h à la MRES\r\n.\r\n';
    const lines = ['EHLO x\r\n', 'MAIL FROM:<a@x.test>\r\n', `RCPT TO:<${to}>\r\n`, 'DATA\r\n', letter];
    const socket = connect(smtp, '127.0.0.1');
    let heard = '';
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(undefined));
    socket.on('data', (bytes: Buffer) => {
      heard += bytes.toString();
      if (!/^\d{3} .*\r\n$/m.test(heard)) return;
      const next = lines.shift();
      if (next === undefined) {
        resolve(heard.trim());
        socket.destroy();
      } else socket.write(next);
      heard = '';
    });
  });

describe('a letter whose taker is killed', () => {
  it('is recorded once, though its sender was told nothing and sends it again', async () => {
    const first = await hub();
    const to = await address();
    const log = SqliteEventStore.open(join(folder, 'log.db'));
    const stop = new AbortController();
    const recorded = (async () => {
      for await (const _ of log.subscribe(0n, stop.signal, published)) break;
      first.child.kill('SIGKILL');
    })();
    await Promise.all([handOver(to), recorded]);
    stop.abort();
    await first.ended;
    const second = await hub();
    expect(await handOver(to)).toBe('250 recorded');
    const found: unknown[] = [];
    for await (const page of log.readAll(0n, published)) found.push(...page);
    expect(found).toHaveLength(1);
    await log.close();
    expect((await second.stop()).code).toBe(0);
  });
});
