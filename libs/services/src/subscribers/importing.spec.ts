import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStore } from '@relais/event-store';
import { ReadModels, subscribers } from '@relais/read-models';
import { Keys } from '@relais/transport';
import type { ListId } from '@relais/vocabulary';
import { holds } from '../erasing/testing/traces.js';
import { HubUnderTest, oneAssembly, Spawned } from '../testing/index.js';
import type { Imported } from './importing.js';

const now = '2026-11-25T09:00:00Z';
const list = 'info-lille' as ListId;
const [alice, bob, zoe] = ['Alice.Martin@exemple.test', 'Robert.Dupont@exemple.test', 'zoe.lambert@exemple.test'];

let hub: HubUnderTest;
let files: string;
beforeEach(async () => {
  files = mkdtempSync(join(tmpdir(), 'relais-files-'));
  const configuration = JSON.stringify({
    ...(JSON.parse(oneAssembly()) as object),
    admins: [{ id: 'secretariat', address: 'secretariat@exemple.test' }],
  });
  hub = await HubUnderTest.start({ configuration, environment: { RELAIS_NOW: now } });
});
afterEach(async () => {
  await Spawned.stopAll();
  await hub.end();
  rmSync(files, { recursive: true });
});

const fileOf = (text: string | Buffer, name = 'members.csv'): string => {
  writeFileSync(join(files, name), text);
  return join(files, name);
};
const relais = async (...words: string[]) => {
  const environment = { RELAIS_DATA: hub.folder, RELAIS_CONFIG: join(hub.folder, 'relais.yaml'), RELAIS_NOW: now };
  const ended = await Spawned.start('cli', environment, 'subscribers', ...words).ended;
  await hub.shown();
  return ended;
};
const imported = async (text: string | Buffer, ...more: string[]): Promise<Imported> => {
  const { stdout, stderr, code } = await relais('import', fileOf(text), '--list', list, '--json', ...more);
  if (code !== 0) throw new Error(stderr || stdout);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Imported;
};
const lines = (...addresses: string[]): string => addresses.map((address) => `${address}\n`).join('');
const rows = () =>
  hub
    .get(ReadModels)
    .find(subscribers)
    .map(({ row }) => row);
const rowsOf = (address: string) => {
  const lookup = hub.get(Keys).lookup(address);
  return rows().filter((row) => row.lookup === lookup);
};
const addressesHere = async (): Promise<(string | undefined)[]> => {
  const confirmed = rows().filter(({ status }) => status === 'confirmed');
  return Promise.all(confirmed.map(({ person, address = '' }) => hub.get(Keys).open(person, address)));
};
const end = (subscription: string, reason: string) =>
  hub
    .get(EventStore)
    .append(
      `subscription-${subscription}`,
      [{ type: 'subscription.ended', data: { subscription, list, reason } }],
      'any',
    )
    .then(() => hub.shown());

describe('a list that is imported', () => {
  it('has all 172 of Lille, sealed, beside a running hub', async () => {
    const all = Array.from({ length: 172 }, (_, n) => `personne${n}@exemple.test`);
    const {
      counts,
      lines: which,
      import: id,
    } = await imported(`Courriel;Langue;Depuis\n${all.map((one) => `${one};fr;2019-05-04\n`).join('')}`);
    expect(counts).toEqual({ imported: 172, known: 0, left: 0, refused: 0 });
    expect(which.imported).toEqual([[2, 173]]);
    expect((await addressesHere()).sort()).toEqual(all.sort());
    expect(rows()[0]).toMatchObject({
      import: id,
      list,
      language: 'fr',
      status: 'confirmed',
      heardAt: '2019-05-04T00:00:00Z',
    });
    const [begun] = await hub.events('import.begun');
    expect(begun?.data).toMatchObject({
      import: id,
      list,
      format: 'csv',
      by: null,
      asks: null,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const [completed] = await hub.events('import.completed');
    expect(completed?.data).toEqual({ import: id, list, ...counts });
    await hub.stop();
    for (const name of ['log.db', 'log.db-wal', 'keys.db'])
      if (existsSync(join(hub.folder, name)))
        expect(holds(readFileSync(join(hub.folder, name)), all[17] ?? '')).toBe(false);
  });

  it('is imported once: the same file again brings nobody', async () => {
    const first = await imported(lines(alice, bob));
    const events = (await hub.events()).length;
    const again = await imported(lines(alice, bob));
    expect([again.import, again.counts]).toEqual([first.import, { imported: 2, known: 0, left: 0, refused: 0 }]);
    expect((await hub.events()).length).toBe(events);
  });

  it('leaves whoever is subscribed already alone, however they are written', async () => {
    await imported(lines(alice));
    const { counts } = await imported(lines(`Alice <${alice.toUpperCase()}>`, bob));
    expect(counts).toEqual({ imported: 1, known: 1, left: 0, refused: 0 });
    expect(rowsOf(alice)).toHaveLength(1);
  });

  it.each(['left', 'one-click', 'mail', 'complaint', 'undeliverable', 'unanswered', 'erased'])(
    'never brings back who ended as «%s»',
    async (reason) => {
      await imported(lines(alice));
      await end(rowsOf(alice)[0]?.subscription ?? '', reason);
      for (const text of [lines(alice), lines(alice, bob)]) {
        const { counts } = await imported(text);
        expect([counts.left, rowsOf(alice).map(({ status }) => status)]).toEqual([1, ['ended']]);
      }
    },
  );

  it('has every line that is not taken reported with its number and why, and no address', async () => {
    const text = `Courriel\nalice at exemple\n${alice}\n"${bob}\0"\n${alice.toLowerCase()}\n"x@exemple.test\nBcc: y@exemple.test"\n`;
    const file = fileOf(text);
    const { stdout, code } = await relais('import', file, '--list', list);
    expect([code, holds(Buffer.from(stdout), alice)]).toEqual([0, false]);
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      'line 2 has no address',
      'line 4 has a line break or another control character in its address',
      'line 6 cannot be read: a quote is not closed, or stands where none may be',
      'line 7 has an address that is none before its @',
      'line 5 repeats an address of a line before',
      '1 imported, 0 subscribed already, 0 had left or are not there, 5 lines refused (csv, utf-8)',
    ]);
    expect((await addressesHere()).sort()).toEqual([alice]);
  });

  it('is only looked at by a dry run', async () => {
    const { outcome, counts } = await imported(lines(alice, 'nobody'), '--dry-run');
    expect([outcome, counts]).toEqual(['dry-run', { imported: 1, known: 0, left: 0, refused: 1 }]);
    expect(await hub.events('import.begun', 'subscription.imported')).toEqual([]);
  });

  it('records nothing where nobody can be taken, so that it can be read in another way', async () => {
    const file = fileOf(`A;B\nx;${alice}\n`);
    const { code } = await relais('import', file, '--list', list, '--map', 'address=A');
    expect([code, await hub.events('import.begun')]).toEqual([1, []]);
    expect((await relais('import', file, '--list', list, '--map', 'address=B')).code).toBe(0);
    expect(await addressesHere()).toEqual([alice]);
  });

  it('says what became of each line, addresses and all, only where it is asked to', async () => {
    const report = join(files, 'report.csv');
    await imported(lines(alice, 'nobody'), '--report', report, '--by', 'secretariat');
    expect(readFileSync(report, 'utf8')).toBe(
      `line,came,why,"address"\r\n2,refused,no-address,"nobody"\r\n1,imported,,"${alice}"\r\n`,
    );
    expect(statSync(report).mode & 0o777).toBe(0o600);
    expect((await hub.events('import.begun'))[0]?.data).toMatchObject({ by: 'secretariat' });
    const { code, stderr } = await relais('import', fileOf(lines(bob)), '--list', list, '--report', report);
    expect([code, stderr]).toEqual([1, expect.stringContaining('the report cannot be written: EEXIST')]);
  });

  it.each([
    [['import'], 'expected subscribers import FILE'],
    [['import', 'none.csv', '--list', 'info-lille'], 'none.csv: there is no such file'],
    [['import', 'relais.yaml'], 'which list? --list ID'],
    [['import', 'relais.yaml', '--list', 'info-paris'], 'no list «info-paris»'],
    [['import', 'relais.yaml', '--list', 'info-lille', '--by', 'eve'], 'no admin «eve»'],
    [['import', 'relais.yaml', '--list', 'info-lille', '--format', 'xls'], '--format takes csv, sympa, mailman'],
    [['import', 'relais.yaml', '--list', 'info-lille', '--map', 'name=Nom'], '--map takes address=COLUMN'],
    [['import', 'relais.yaml', '--list', 'info-lille', '--ask', '2026-11-24'], '--ask takes a day to come'],
    [['import', 'relais.yaml', '--list', 'info-lille', '--ask', '2026-02-30'], '--ask takes a day to come'],
    [['give'], 'there are import FILE, undo IMPORT, list-imports, export [FILE]'],
  ])('%j is wrong use, and says why', async (words, line) => {
    const { code, stderr } = await relais(...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(line)]);
  });
});

describe('an import that is undone', () => {
  it('has nobody of its own any more, but those who came by themselves since, and may be done again', async () => {
    const { import: id } = await imported(lines(alice, bob, zoe));
    const [subscription] = rowsOf(bob).map((row) => row.subscription);
    const renewed = { type: 'subscription.renewed', data: { subscription, list, by: 'answer' } };
    await hub.get(EventStore).append(`subscription-${subscription}`, [renewed], 'any');
    await end(rowsOf(zoe)[0]?.subscription ?? '', 'left');
    const { stdout } = await relais('undo', id, '--by', 'secretariat');
    expect(stdout).toBe(`import ${id}: 1 ended, 1 stay since they chose or answered themselves, 1 had left before\n`);
    expect(await addressesHere()).toEqual([bob]);
    expect((await hub.events('import.undone'))[0]?.data).toEqual({ import: id, list, by: 'secretariat', ended: 1 });
    const again = await imported(lines(alice, bob, zoe));
    expect(again.counts).toEqual({ imported: 1, known: 1, left: 1, refused: 0 });
    expect(again.import).not.toBe(id);
    expect((await addressesHere()).sort()).toEqual([alice, bob].sort());
  });

  it('is undone once, and there is none of another name', async () => {
    const { import: id } = await imported(lines(alice));
    await relais('undo', id);
    const events = (await hub.events()).length;
    expect((await relais('undo', id)).stdout).toContain('1 ended, 0 stay');
    expect((await hub.events()).length).toBe(events);
    expect((await relais('undo', 'other')).stderr).toContain('there is no import other');
  });

  it('goes on where it was broken off, and is not imported again before it is done', async () => {
    const { import: id } = await imported(lines(alice, bob));
    await end(rowsOf(alice)[0]?.subscription ?? '', 'import-undone');
    const { stderr } = await relais('import', fileOf(lines(alice, bob)), '--list', list);
    expect(stderr).toContain(`the undoing of import ${id} was begun`);
    expect((await relais('undo', id, '--json')).stdout).toContain('"ended":2');
  });

  it('stands in the list of imports, beside the others', async () => {
    const { import: id } = await imported(lines(alice));
    await relais('undo', id);
    const { import: other } = await imported(lines(bob, 'nobody'));
    expect((await relais('list-imports')).stdout.trim().split('\n')).toEqual([
      `${id}  2026-11-25 09:00  info-lille  csv  undone: 1 ended`,
      `${other}  2026-11-25 09:00  info-lille  csv  1 imported, 0 known, 0 left, 1 refused`,
    ]);
  });
});

describe('the subscribers of a list', () => {
  it('are given out with their addresses, into a file of their own or not, and can be taken in again', async () => {
    await imported(`Courriel;Langue\n${alice};en\n${bob};fr\n${zoe};fr\n`);
    await end(rowsOf(zoe)[0]?.subscription ?? '', 'left');
    const { stdout } = await relais('export', '--list', list);
    const [header, ...persons] = stdout.trim().split('\n');
    expect(header).toBe('address,language,since,heard');
    expect(persons.sort()).toEqual([`"${alice}",en,2026-11-25,2026-11-25`, `"${bob}",fr,2026-11-25,2026-11-25`]);
    const file = join(files, 'out.csv');
    expect((await relais('export', file, '--list', list)).code).toBe(0);
    expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8')]).toEqual([0o600, stdout]);
    expect((await imported(readFileSync(file))).counts).toMatchObject({ imported: 0, known: 2, refused: 0 });
  });
});
