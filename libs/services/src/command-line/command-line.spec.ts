import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { HubUnderTest, oneAssembly, repository, Spawned, type Ended } from '../testing/index.js';
import { verbs } from './verbs.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-verbs-'));
const environment = {
  ...{ RELAIS_DATA: join(folder, 'data'), RELAIS_CONFIG: join(repository, 'relais.yaml') },
  RELAIS_NOW: '2026-11-25T09:00:00Z',
};
const relais = (...words: string[]): Promise<Ended> => Spawned.start('cli', environment, ...words).ended;
const lines = ({ stdout }: Ended): string[] => stdout.trim().split('\n').filter(Boolean);
const json = async (...words: string[]): Promise<unknown> =>
  JSON.parse(lines(await relais(...words, '--json')).at(-1) ?? '');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the command line knows every verb that has a file', () => {
  const files = readdirSync(join(import.meta.dirname, 'verbs')).map((file) => file.replace(/\.ts$/, ''));
  expect(verbs.map(({ name }) => name).sort()).toEqual(files.sort());
});

describe('relais, where no hub runs and nothing is there yet', () => {
  const empty = (...words: string[]): Promise<Ended> =>
    Spawned.start('cli', { ...environment, RELAIS_DATA: join(folder, 'none') }, ...words).ended;

  it.each(['status', 'events', 'verify'])('%s says in one line that there is no log, and what to do', async (verb) => {
    const { code, stderr } = await empty(verb);
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain('start the hub');
  });

  it.each([
    [['sing']],
    [['events', '--limit', 'many']],
    [['events', '--nothing']],
    [['digest']],
    [['digest', '--list', 'info-paris']],
    [['collect', '--source', 'nowhere']],
    [['read']],
    [['read', 'no-such-file.ics']],
  ])('%j is wrong use: 2, and a word of why', async (words) => {
    const { code, stderr } = await empty(...words);
    expect(code).toBe(2);
    expect(stderr.trim()).not.toBe('');
  });
});

describe('relais, where no hub runs', () => {
  it('collects by itself, and the second time records nothing', async () => {
    const first = (await json('collect')) as { sources: number; failed: number; events: number };
    expect(first).toMatchObject({ sources: 22, failed: 0 });
    expect(first.events).toBeGreaterThan(200);
    expect(await json('collect')).toMatchObject({ failed: 0, events: 0 });
    expect(await json('collect', '--source', 'lille-demosphere')).toMatchObject({ sources: 1, events: 0 });
  });

  it('replays, and says where it stands', async () => {
    expect(await json('replay')).toMatchObject({ changed: false });
    const status = (await json('status')) as { events: number; position: number; projections: { lag: number }[] };
    expect(status).toMatchObject({ sources: { ok: 22, failing: 0, silent: 0 }, subscribers: 0, letters: 0 });
    expect(status.projections.map(({ lag }) => lag)).toEqual(status.projections.map(() => 0));
    expect(status.position).toBe(status.events);
  });

  it('tells the log line by line, all or what was asked for', async () => {
    const all = lines(await relais('events')).map((line) => JSON.parse(line) as { position: number; type: string });
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index + 1));
    const founded = lines(await relais('events', '--type', 'assembly.founded'));
    expect(founded).toHaveLength(7);
    const stream = lines(await relais('events', '--stream', 'assembly-lille', '--from', '2', '--limit', '3'));
    expect(stream.map((line) => (JSON.parse(line) as { stream: string }).stream)).toEqual(
      Array(3).fill('assembly-lille'),
    );
  });

  it('finds the log whole, and the installation in order', async () => {
    expect(await json('verify')).toMatchObject({ ok: true, problems: [] });
    const { code, stdout } = await relais('doctor');
    expect(code).toBe(0);
    for (const name of ['Node.js', 'configuration', 'disk', 'log', 'clock', 'SMTP']) expect(stdout).toContain(name);
    expect(stdout).toContain('22 read: 22 of the configuration, 0 added while Relais ran');
  });

  it('says what a digest would say, and sends nothing', async () => {
    const dry = (await json('digest', '--city', 'lille', '--dry-run')) as { content: { upcoming: unknown[] } };
    expect(dry).toMatchObject({ issue: 'info-lille-2026-11', outcome: 'dry-run', letters: 0 });
    expect(dry.content.upcoming.length).toBeGreaterThan(0);
    expect(await json('digest', '--list', 'info-lille')).toMatchObject({ outcome: 'no-subscribers' });
  });

  it('prints a link by which an admin comes into the console', async () => {
    const { admin, link } = (await json('admin', 'link')) as { admin: string; link: string };
    expect([admin, link]).toEqual(['secretariat', expect.stringContaining('/admin/entrer?jeton=')]);
    expect((await relais('admin', 'link', '--admin', 'nobody')).code).toBe(2);
    expect((await relais('admin', 'door')).code).toBe(2);
  });

  it('reads documents by hand, whatever they are', async () => {
    const sample = join(repository, 'tools', 'samples', 'documents', 'lille-demosphere.ics');
    const document = (await json('read', sample)) as { items: { title: string }[] };
    expect(document).toMatchObject({ file: sample, format: 'icalendar', errors: [] });
    expect(document.items.length).toBe(3);
    const refused = join(folder, 'page.html');
    writeFileSync(refused, '<!doctype html><title>Bienvenue</title>');
    expect((await relais('read', refused)).code).toBe(1);
    const several = lines(await relais('read', join(repository, 'tools', 'samples', 'documents'), '--json'));
    expect(several.length).toBeGreaterThan(10);
  });
});

describe('relais, beside a running hub', () => {
  it('hands over what acts, so that there is one writer', async () => {
    const hub = await HubUnderTest.start({ configuration: oneAssembly() });
    const beside = (...words: string[]): Promise<Ended> =>
      Spawned.start('cli', { RELAIS_DATA: hub.folder, RELAIS_CONFIG: join(hub.folder, 'relais.yaml') }, ...words).ended;
    try {
      for (const words of [['collect'], ['replay'], ['digest', '--list', 'info-lille'], ['status'], ['verify']])
        expect([words, (await beside(...words)).code]).toEqual([words, 0]);
    } finally {
      await hub.end();
    }
  });
});
