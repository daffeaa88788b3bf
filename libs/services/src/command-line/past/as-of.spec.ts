import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { readSettings } from '@relais/configuration';
import { EventStore } from '@relais/event-store';
import { agenda, gatherings, Generation, publicProjections, ReadModels } from '@relais/read-models';
import { HubUnderTest, repository } from '../../testing/index.js';
import { deploy } from '../../wiring/deploy.js';
import { Output } from '../output.js';
import { WrongUse, type Options } from '../verb.js';
import { replayAsOf } from './as-of.js';

const now = '2026-11-25T09:00:00Z';
let hub: HubUnderTest;
let head: number;
beforeAll(async () => {
  hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now } });
  head = Number(await hub.get(EventStore).head());
});
afterAll(() => hub.end());

/** What `relais replay` with these options prints beside the hub, and how it ends. */
const replayed = async (options: Options, json = false): Promise<{ ended: number; printed: string }> => {
  const settings = readSettings({
    ...{ RELAIS_DATA: hub.folder, PORT: new URL(hub.url).port, RELAIS_NOW: now },
    RELAIS_CONFIG: join(repository, 'relais.yaml'),
  });
  const stdout = new PassThrough();
  const output = new Output(json, stdout as unknown as NodeJS.WriteStream);
  const ended = await replayAsOf({ settings, deployment: () => deploy(settings), output }, options);
  return { ended, printed: String(stdout.read() ?? '') };
};

describe('relais replay --as-of', () => {
  it('prints a page or a feed byte for byte as the hub shows it at that place', async () => {
    const [first] = hub.get(ReadModels).find(gatherings, { limit: 1 });
    const paths = [
      '/',
      '/lille/agenda?depuis=2015-11-01',
      '/agenda?lang=en',
      `/rencontres/${first?.key}`,
      '/feed.atom',
      '/lille/agenda.ics',
    ];
    for (const page of [...paths, `/rencontres/${first?.key}/histoire.json`]) {
      const { ended, printed } = await replayed({ asOf: `position:${head}`, page });
      expect([page, ended, printed.trimEnd()]).toEqual([page, 0, (await hub.text(page)).trimEnd()]);
    }
  });

  it('prints what was shown before anything else had happened, and says where there was no such page', async () => {
    const first = await replayed({ asOf: 'position:1', page: '/agenda' });
    expect(first.printed).toContain('Aucune rencontre');
    expect(first.printed).not.toContain('class="past"');
    const none = await replayed({ asOf: '2014-01-01', page: '/lille' }, true);
    expect([none.ended, (JSON.parse(none.printed) as { status: number }).status]).toEqual([1, 404]);
  });

  it('makes the rows of then in a file, says where, and changes nothing that is shown', async () => {
    const shown = () => [hub.get(ReadModels).generation(), readdirSync(join(hub.folder, 'read-models')).sort()];
    const [before, events] = [shown(), await hub.events()];
    const position = Math.floor(head / 2);
    const { printed } = await replayed({ asOf: `position:${position}` }, true);
    const { file } = JSON.parse(printed) as { file: string };
    expect([file, existsSync(file)]).toEqual([join(hub.folder, 'as-of', `at-${position}.db`), true]);
    const rebuilt = Generation.open(':memory:', 1, publicProjections);
    rebuilt.apply(events.slice(0, position));
    const written = Generation.open(file, 1, publicProjections);
    expect(written.digest()).toBe(rebuilt.digest());
    written.close();
    rebuilt.close();
    expect([shown(), (await hub.events()).length]).toEqual([before, events.length]);
    expect(hub.get(ReadModels).count(agenda)).toBeGreaterThan(10);
  });

  it.each([
    [{ asOf: 'hier' }, '--as-of takes a day'],
    [{ asOf: '2099-01-01' }, 'has not passed yet'],
    [{ asOf: 'position:0' }, 'the first position of the log is position:1'],
    [{ asOf: 'position:99999999' }, 'the log ends at position'],
    [{ asOf: '2026-11-25', page: 'lille' }, '--page takes a path'],
    [{ page: '/lille' }, 'say which with --as-of'],
  ])('refuses %j in one line', async (options, why) => {
    const refused = replayed(options);
    await expect(refused).rejects.toThrow(WrongUse);
    await expect(refused).rejects.toThrow(why);
  });
});
