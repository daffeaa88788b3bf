import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HubEvent } from '@relais/catalogue';
import { readSettings } from '@relais/configuration';
import { SqliteEventStore } from '@relais/event-store';
import { Generations, Projector } from '@relais/read-models';
import { returnOf } from '@relais/transport';
import type { IssueId, LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import { filesIn, keysOf } from '../wiring/adapters.js';
import { deploy } from '../wiring/deploy.js';
import { Output } from './output.js';
import { WrongUse } from './verb.js';
import { lists } from './verbs/lists.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-lists-verb-'));
afterAll(() => rmSync(folder, { recursive: true }));
const city = { id: 'lille', name: 'Lille', city: 'Lille', country: 'FR', zone: 'Europe/Paris' };
const echanges = { kind: 'external', id: 'echanges', name: 'Échanges', address: 'echanges@listes.test', canary: true };
const configured = (...all: readonly object[]): void =>
  writeFileSync(join(folder, 'relais.yaml'), JSON.stringify({ assemblies: [{ ...city, lists: all }] }));
const settings = readSettings({
  ...{ RELAIS_DATA: folder, RELAIS_CONFIG: join(folder, 'relais.yaml'), RETURN_DOMAIN: 'lettres.exemple.test' },
});

const said = async ({ json = false, ...options }: { json?: boolean; language?: string } = {}): Promise<string> => {
  const lines: string[] = [];
  const stream = { write: (text: string) => lines.push(text) > 0 } as unknown as NodeJS.WriteStream;
  const desk = { settings, output: new Output(json, stream, stream), deployment: () => deploy(settings) };
  expect(await lists.run(desk, options, [])).toBe(0);
  return lines.join('');
};

const list = echanges.id as ListId;
const copied = (letter: LetterId, month: string): HubEvent => ({
  type: 'letter.intended',
  data: {
    ...{ letter, list, subscription: 'external-echanges' as SubscriptionId, purpose: 'copy' },
    issue: `info-lille-2026-${month}` as IssueId,
  },
});
const recorded = async (...events: readonly HubEvent[]): Promise<void> => {
  const { log, readModels } = filesIn(folder);
  const store = SqliteEventStore.open(log);
  await store.append('letters', events, 'any');
  const projector = new Projector(store, new Generations(readModels));
  await projector.open();
  projector.close();
  await store.close();
};

describe('relais lists', () => {
  it('says how to name an external list where there is none', async () => {
    configured({ id: 'info-lille', name: 'Lettre' });
    expect(await said()).toContain('kind: external');
  });

  it('says the address to subscribe, which is ours, and not the list’s own', async () => {
    configured({ id: 'info-lille', name: 'Lettre' }, echanges, { ...echanges, id: 'sans', canary: false });
    const all = await said();
    const [address = ''] = /temoin\+\S+/.exec(all) ?? [];
    const keys = keysOf(settings);
    expect(returnOf(keys, address)).toMatchObject({ kind: 'canary' });
    await keys.close();
    expect(all).toContain('no copy yet');
    expect(all).toContain('nobody: set canary: true');
    expect(all).not.toMatch(/listes\.test|info-lille/);
  });

  it('says what came of the last copy, what to ask, and of those before', async () => {
    configured(echanges);
    const [one, two] = ['copy-1' as LetterId, 'copy-2' as LetterId];
    const found = { delay: 3, dkim: 'pass', aligned: true, listId: 'e.test', subject: 'Lettre' } as const;
    await recorded(
      copied(one, '10'),
      { type: 'canary.arrived', data: { list, letter: one, ...found } },
      copied(two, '11'),
      { type: 'letter.accepted', data: { letter: two, response: '250' } },
      { type: 'canary.missed', data: { list, letter: two, waited: 3_600 } },
    );
    expect(await said()).toMatch(
      /held +info-lille-2026-11: .+\n +ask +Accept our address.+\n +good +info-lille-2026-10/,
    );
    expect(await said({ language: 'fr' })).toContain('sans modération');
    expect(JSON.parse(await said({ json: true }))).toMatchObject({ list, last: { verdict: 'held' } });
  });

  it('speaks three languages', async () => {
    await expect(said({ language: 'de' })).rejects.toThrow(WrongUse);
  });
});
