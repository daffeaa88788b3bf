import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@relais/configuration';
import { SqliteEventStore } from '@relais/event-store';
import { Generations, Projector } from '@relais/read-models';
import { founded, lille, sourceAdded } from '@relais/read-models/testing';
import { filesIn } from '../wiring/adapters.js';
import { Output } from './output.js';
import { status } from './verbs/status.js';

type Event = ReturnType<typeof founded>;

const folder = mkdtempSync(join(tmpdir(), 'relais-status-'));
afterAll(() => rmSync(folder, { recursive: true }));
const settings = readSettings({ RELAIS_DATA: folder });

const of = (id: string) => ({ source: id as never, assembly: lille });
const reason = { code: 'http-status', detail: '410 Gone' } as const;
const read = (id: string): Event => ({ type: 'source.first-read', data: { ...of(id), items: 0 } });
const ids = ['ok-1', 'ok-2', 'ok-3', 'failing', 'gone', 'silent-1', 'silent-2', 'unread'];

const happened: Event[] = [
  founded(),
  ...ids.map((id) => sourceAdded(id)),
  ...ids.slice(0, -1).map(read),
  { type: 'source.failed', data: { ...of('failing'), reason } },
  { type: 'source.gone', data: { ...of('gone'), reason } },
  ...['silent-1', 'silent-2'].map((id): Event => ({
    type: 'source.fell-silent',
    data: { ...of(id), days: 40, usual: 7 },
  })),
];

/** What the verb says, in words or as JSON. */
const said = async (json: boolean): Promise<string> => {
  const lines: string[] = [];
  const stream = { write: (text: string) => lines.push(text) > 0 } as unknown as NodeJS.WriteStream;
  const desk = {
    settings,
    output: new Output(json, stream, stream),
    deployment: () => {
      throw new Error('not needed');
    },
  };
  expect(await status.run(desk, {}, [])).toBe(0);
  return lines.join('');
};

describe('relais status', () => {
  beforeAll(async () => {
    const { log, readModels } = filesIn(folder);
    const store = SqliteEventStore.open(log);
    await store.append('spec', happened, 'any');
    const projector = new Projector(store, new Generations(readModels));
    await projector.open();
    projector.close();
    await store.close();
  });

  it('counts the sources by their health, and one that is gone among the failing', async () => {
    expect(JSON.parse(await said(true))).toMatchObject({ sources: { ok: 3, failing: 2, silent: 2, unread: 1 } });
  });

  it('says the same in words', async () => {
    expect(await said(false)).toContain('sources      3 read, 2 silent, 2 failing, 1 not read yet\n');
  });

  it('counts what came back by mail', async () => {
    expect(await said(false)).toContain('returns      none\n');
    const tallied = { since: '2026-11-25T09:00:00Z', counts: { bounced: 3, forged: 1 } };
    writeFileSync(join(folder, 'returns.json'), JSON.stringify(tallied));
    expect(await said(false)).toContain('returns      3 bounced, 1 forged since 2026-11-25T09:00:00Z\n');
    expect(JSON.parse(await said(true))).toMatchObject({ returns: tallied });
  });
});
