import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStore } from '@relais/event-store';
import { addressOf, compose, now, subscribers } from '../courier/testing/subscribed.js';
import { HubUnderTest, oneAssembly, Spawned, type Ended } from '../testing/index.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-seen-'));
const configuration = JSON.parse(oneAssembly({ id: 'agenda', url: 'https://exemple.test/agenda.ics' })) as {
  assemblies: [{ lists: [object] }];
};
Object.assign(configuration.assemblies[0].lists[0], { approval: true });
const admins = [{ id: 'secretariat', address: 'secretariat@exemple.test' }];
const written = JSON.stringify({ ...configuration, admins });
const environment = {
  ...{
    RELAIS_DATA: folder,
    RELAIS_CONFIG: join(folder, 'relais.yaml'),
    RELAIS_NOW: now,
    RELAIS_ALLOW_PRIVATE_ADDRESSES: '1',
  },
};
const relais = (...words: string[]): Promise<Ended> => Spawned.start('cli', environment, ...words).ended;
const issue = 'info-lille-2026-11';

let hub: HubUnderTest;
beforeAll(async () => {
  writeFileSync(join(folder, 'relais.yaml'), written);
  hub = await HubUnderTest.start({ configuration: written, folder, environment: { RELAIS_NOW: now } });
  const data = {
    ...{ gathering: 'a', assembly: 'lille', title: 'Assemblée', basis: { source: 'agenda', item: 'a' } },
    when: { kind: 'all-day', from: '2026-12-05', until: '2026-12-05' },
  };
  await hub.get(EventStore).append('gathering-a', [{ type: 'gathering.recognised', data: data }], 'any');
  await subscribers(hub, 2);
});
afterAll(async () => {
  await hub.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('relais, about letters, beside a running hub', () => {
  it('shows an issue before it is composed, writes its HTML where it is told to, and records nothing', async () => {
    const before = (await hub.events()).length;
    const file = join(folder, 'letter.html');
    const { code, stdout } = await relais('digest', '--list', 'info-lille', '--dry-run', '--html', file);
    for (const said of [
      `${issue}: would be sent (dry run), 2 letters`,
      '1 × fr, full, html',
      '+ Assemblée',
      'Subject: ',
    ])
      expect(stdout).toContain(said);
    expect([code, readFileSync(file, 'utf8').includes('Assemblée')]).toEqual([0, true]);
    expect((await hub.events()).length).toBe(before);
  });

  it('lets an issue leave, once, by an admin that there is', async () => {
    await compose(hub);
    await hub.shown();
    expect((await relais('digest', '--approve', issue)).code).toBe(2);
    expect((await relais('digest', '--approve', issue, '--by', 'nobody')).code).toBe(2);
    expect((await relais('digest', '--reject', issue, '--by', 'secretariat')).code).toBe(2);
    const { code, stdout } = await relais('digest', '--approve', issue, '--by', 'secretariat');
    expect([code, stdout.trim()]).toEqual([0, `${issue}: approved: it leaves`]);
    await hub.recorded('digest.completed');
    const again = await relais('digest', '--reject', issue, '--by', 'secretariat', '--note', 'trop tard');
    expect([again.code, again.stdout.includes('does not wait')]).toEqual([1, true]);
  });

  it('says why somebody has a letter', async () => {
    const { code, stdout } = await relais('subscribers', 'why', '--address', addressOf(1), '--issue', issue);
    expect(code).toBe(0);
    for (const said of [`A letter of the issue ${issue} is for you`, 'wording info-1-fr', 'Your provider took it'])
      expect(stdout).toContain(said);
    expect((await relais('subscribers', 'why')).code).toBe(2);
  });
});
