import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@relais/configuration';
import { KurrentEventStore } from '@relais/event-store/kurrentdb';
import { EventStoreServer } from '@relais/event-store/kurrentdb/testing';
import { Output } from './output.js';
import type { Verb } from './verb.js';
import { backup } from './verbs/backup.js';
import { importLog } from './verbs/import.js';
import { restore } from './verbs/restore.js';
import { verify } from './verbs/verify.js';

describe('relais, where EVENTSTORE_URL names a server', () => {
  const data = mkdtempSync(join(tmpdir(), 'relais-in-a-server-'));
  let server: EventStoreServer;
  beforeAll(async () => {
    server = await EventStoreServer.start();
  });
  afterAll(async () => {
    await server.end();
    rmSync(data, { recursive: true });
  });

  const run = async ({ run: verb }: Verb, ...operands: string[]) => {
    const lines: string[] = [];
    const stream = { write: (text: string) => lines.push(text) > 0 } as unknown as NodeJS.WriteStream;
    const settings = readSettings({ EVENTSTORE_URL: server.url(), RELAIS_DATA: data });
    const deployment = () => {
      throw new Error('it is not asked for');
    };
    const code = await verb({ settings, output: new Output(true, stream, stream), deployment }, {}, operands);
    return { code, said: JSON.parse(lines.join('')) as unknown };
  };

  it.each([
    ['backup', backup, 'back the server up with its own tools, or write the log into a file with export or copy'],
    [
      'import',
      importLog,
      'import into a file (EVENTSTORE_URL=sqlite: and an empty RELAIS_DATA), then copy that --to the server',
    ],
    [
      'restore',
      restore,
      'restore into a file (EVENTSTORE_URL=sqlite: and an empty RELAIS_DATA), then copy that --to an empty',
    ],
  ])('says in one line of %s that it is not for there, and what to do instead', async (name, verb, instead) => {
    const line = `${name} is of a log in a file, and EVENTSTORE_URL names a server: ${instead}`;
    await expect(run(verb, join(data, 'named'))).rejects.toThrow(line);
    await expect(run(verb, join(data, 'named'))).rejects.not.toThrow('\n');
    expect(readdirSync(data)).toEqual([]);
  });

  it('verifies the log there, and says what it does not know', async () => {
    const store = await KurrentEventStore.open(server.url());
    await store.append('a', [{ type: 'ruling.revoked', data: { ruling: 'r', by: 'secretariat' } }], 'any');
    expect(await run(verify)).toMatchObject({ code: 0, said: { ok: true, events: 1, streams: 1, problems: [] } });
    await store.append('b', [{ type: 'test.unheard-of', data: {} }], 'any');
    await store.close();
    expect(await run(verify)).toMatchObject({
      code: 1,
      said: { ok: false, events: 2, streams: 2, problems: [{ where: 'type test.unheard-of' }] },
    });
  });
});
