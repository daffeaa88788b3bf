import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStore } from '@relais/event-store';
import { freePort } from '@relais/transport/testing';
import { compose, now, perType, subscribers } from '../courier/testing/subscribed.js';
import { HubUnderTest, oneAssembly, Spawned } from '../testing/index.js';
import { listAddress, ListServer } from './testing/list-server.js';

const own = JSON.parse(oneAssembly({ id: 'lille-demosphere', url: 'https://exemple.test/a.ics' })) as {
  assemblies: [{ lists: object[] }];
};
const external = { id: 'echanges', name: 'Échanges', kind: 'external', address: listAddress };
const withExternal = structuredClone(own);
withExternal.assemblies[0].lists.push(external);

let folder: string;
let server: ListServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relais-list-killed-'));
  server = new ListServer(generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey);
  await server.start();
});
afterEach(async () => {
  await Spawned.stopAll();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const withHub = async <Result>(
  configuration: object,
  work: (hub: HubUnderTest) => Promise<Result>,
): Promise<Result> => {
  const environment = { RELAIS_NOW: now, SMTP_URL: server.url };
  const hub = await HubUnderTest.start({ folder, configuration: JSON.stringify(configuration), environment });
  try {
    return await work(hub);
  } finally {
    await hub.stop();
  }
};

/** An issue that its reader has, of which no external list knows yet. */
const issued = (): Promise<void> =>
  withHub(own, async (hub) => {
    const when = { kind: 'all-day', from: '2026-12-05', until: '2026-12-05' };
    const basis = { source: 'lille-demosphere', item: 'a' };
    const data = { gathering: 'a', assembly: 'lille', title: 'Assemblée', when, basis, place: { city: 'Lille' } };
    await hub.get(EventStore).append('gathering-a', [{ type: 'gathering.recognised', data: data }], 'no stream');
    await subscribers(hub, 1);
    await compose(hub);
    await hub.recorded('digest.completed');
  });

const courier = async (): Promise<Spawned> => {
  writeFileSync(join(folder, 'relais.yaml'), JSON.stringify(withExternal));
  return Spawned.start('courier', {
    ...{ RELAIS_DATA: folder, RELAIS_CONFIG: join(folder, 'relais.yaml'), RELAIS_NOW: now },
    ...{ PORT: String(await freePort()), SMTP_URL: server.url },
  });
};
const killedAt = async (step: 'receiver' | 'end'): Promise<void> => {
  server.silentAt = step;
  const came = server.came(step);
  const running = await courier();
  const ended = running.ended.then(({ stderr }) => Promise.reject(new Error(`the courier ended: ${stderr}`)));
  await Promise.race([came, ended]);
  ended.catch(() => undefined);
  await running.stop('SIGKILL');
  server.silentAt = undefined;
};
/** What is on record of the copy once a courier that nobody kills came to its end with it. */
const outcome = (end: string): Promise<Record<string, number>> =>
  withHub(withExternal, async (hub) => {
    await hub.recorded(end, end === 'letter.accepted' ? 2 : 1);
    const intended = (await hub.events('letter.intended')).filter(
      ({ data }) => (data as { purpose: string }).purpose === 'copy',
    );
    expect(intended).toHaveLength(1);
    return perType((await hub.events()).filter(({ stream }) => stream === intended[0]?.stream));
  });

describe('a courier that is killed while it posts to an external list', () => {
  it('before the end left: the list has it afterwards, once', async () => {
    await issued();
    await killedAt('receiver');
    const recorded = await outcome('letter.accepted');
    expect(server.posts).toHaveLength(1);
    expect(recorded).toEqual({ 'letter.intended': 1, 'letter.handed-over': 1, 'letter.accepted': 1 });
  });

  it('after it: the list has it once, and the log says that nobody knows', async () => {
    await issued();
    await killedAt('end');
    const recorded = await outcome('letter.unknown');
    expect(server.posts).toHaveLength(1);
    expect(recorded).toEqual({ 'letter.intended': 1, 'letter.handed-over': 1, 'letter.unknown': 1 });
  });
});
