import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventOf } from '@relais/event-sourcing';
import type { HubEvent } from '@relais/catalogue';
import { Keys } from '@relais/transport';
import type { ListId, PersonId } from '@relais/vocabulary';
import { Composer } from '../../courier/composer.js';
import { HubUnderTest, outbox, repository, Spawned, type Ended } from '../../testing/index.js';
import { Deployment } from '../../wiring/deployment.js';

/** A morning on which the samples have something to say. */
export const now = '2026-11-25T09:00:00Z';
export const alice = 'Alice.Martin+relais@exemple.test';
export const bob = 'Robert.Dupont@exemple.test';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'relais-erasing-'));
export const removed = (...folders: readonly string[]): void =>
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));

const subscribed = async (hub: HubUnderTest, adresse: string, city: string): Promise<void> => {
  const wish = { liste: `info-${city}`, adresse, langue: 'fr', consentement: 'oui' };
  const before = (await hub.events('letter.accepted')).length;
  await hub.post(`/${city}/abonnement`, wish);
  await hub.recorded('letter.accepted', before + 1);
  for (const { links } of await outbox(hub.folder)) {
    const confirm = links.find((link) => link.includes('/abonnement/confirmer'));
    const jeton = confirm && new URL(confirm).searchParams.get('jeton');
    if (jeton) await hub.post('/abonnement/confirmer', { jeton });
  }
  await hub.shown();
};

/** A hub over a folder, on that morning. */
export const hubOver = (folder: string, environment: Record<string, string> = {}): Promise<HubUnderTest> =>
  HubUnderTest.start({ folder, environment: { RELAIS_NOW: now, ...environment } });

/** A folder with Alice, who receives two lists, and Bob, who receives one: each asked, confirmed, and had this month's letters. */
export const folderOfAliceAndBob = async (): Promise<string> => {
  const folder = newFolder();
  const hub = await hubOver(folder);
  await subscribed(hub, alice, 'lille');
  await subscribed(hub, alice, 'brest');
  await subscribed(hub, bob, 'lille');
  for (const list of ['info-lille', 'info-brest'] as ListId[])
    await hub.get(Composer).compose(hub.get(Deployment).list(list));
  await hub.stop();
  return folder;
};

/** The same again in a folder of its own. */
export const copyOf = (folder: string): string => {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
};

type Wish = EventOf<HubEvent, 'subscription.requested'>['data'];

/** What the log says of whoever has an address: their wishes, in the order in which they were told. */
export const wishesOf = async (hub: HubUnderTest, address: string): Promise<readonly Wish[]> => {
  const lookup = hub.get(Keys).lookup(address);
  const wishes = (await hub.events('subscription.requested')).map(({ data }) => data as Wish);
  return wishes.filter((wish) => wish.lookup === lookup);
};

/** Whether anything that was sealed for a person can be read. */
export const canBeRead = async (hub: HubUnderTest, { person, address }: { person: PersonId; address: string }) =>
  (await hub.get(Keys).open(person, address)) !== undefined;

/** `relais …` over a data folder, with this on its standard input. */
export const relais = async (folder: string, words: readonly string[], input = ''): Promise<Ended> => {
  const environment = { RELAIS_DATA: folder, RELAIS_CONFIG: join(repository, 'relais.yaml'), RELAIS_NOW: now };
  const running = Spawned.start('cli', environment, ...words);
  running.child.stdin?.end(input);
  return running.ended;
};
