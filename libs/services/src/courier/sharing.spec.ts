import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startSmtp } from '@relais/transport/testing';
import { HubUnderTest, repository, Spawned } from '../testing/index.js';
import { addressOf, list, now, subscribers } from './testing/subscribed.js';

const people = 90;

describe('couriers that share a send', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-shared-'));
  const taken: { to: string; over: string }[] = [];
  let environment: Readonly<Record<string, string>>;
  let server: Awaited<ReturnType<typeof startSmtp>>;
  beforeAll(async () => {
    server = await startSmtp({
      onData: (stream, { envelope, remotePort, id }, done) =>
        void stream.resume().on('end', () => {
          taken.push({ to: envelope.rcptTo[0]?.address ?? '', over: `${id} ${remotePort}` });
          // Slow enough for all of them to have their part.
          setTimeout(done, 150);
        }),
    });
    environment = {
      ...{ RELAIS_DATA: folder, RELAIS_CONFIG: join(repository, 'relais.yaml'), RELAIS_NOW: now },
      ...{ PORT: String(await freePort()), SMTP_URL: `smtp://127.0.0.1:${server.port}?ignoreTLS=true` },
    };
    const hub = await HubUnderTest.start({ folder, environment: { RELAIS_NOW: now } });
    await subscribers(hub, people);
    await hub.stop();
  });
  afterAll(async () => {
    await Spawned.stopAll();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('send each letter once, over the lines of all of them', async () => {
    const sharing = [1, 2].map(() => Spawned.start('courier', { ...environment, RELAIS_COURIER: 'share' }));
    await Promise.all(sharing.map((one) => one.ready()));
    const { code, stderr } = await Spawned.start('cli', environment, 'digest', '--list', list).ended;
    expect([code, stderr]).toEqual([0, '']);
    for (const one of sharing) expect((await one.stop()).code).toBe(0);
    expect(taken.map(({ to }) => to).sort()).toEqual(Array.from({ length: people }, (_, n) => addressOf(n)).sort());
    // One courier has eight.
    expect(new Set(taken.map(({ over }) => over)).size).toBeGreaterThan(16);
    const hub = await HubUnderTest.start({ folder, environment: { RELAIS_NOW: now } });
    const events = await hub.events('letter.handed-over', 'letter.accepted', 'digest.completed');
    const by = Map.groupBy(events, ({ type, metadata }) => `${type} ${metadata?.correlation === undefined}`);
    expect(new Set(by.get('letter.handed-over false')?.map(({ metadata }) => metadata?.correlation)).size).toBe(3);
    expect([by.get('letter.accepted true')?.length, by.get('digest.completed true')?.length]).toEqual([people, 1]);
    await hub.stop();
  });

  it('are none without a provider: files need no help', async () => {
    const { SMTP_URL: _, ...without } = environment;
    const { code, stderr } = await Spawned.start('courier', { ...without, RELAIS_COURIER: 'share' }).ended;
    expect(code).not.toBe(0);
    expect(stderr).toContain('set SMTP_URL');
  });
});
