import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStore } from '@relais/event-store';
import { ReadModels, subscribers } from '@relais/read-models';
import { Keys } from '@relais/transport';
import type { AdminId, ImportId, ListId } from '@relais/vocabulary';
import { holds } from '../erasing/testing/traces.js';
import { HubUnderTest, oneAssembly, Spawned } from '../testing/index.js';
import { ask } from '../control/control-client.js';
import { socketPath } from '../control/socket-path.js';
import type { Imported, ImportOrder } from './importing.js';
import type { SubscribersOrder } from './orders.js';

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
/** Over the socket of the running hub, as the command line orders it. */
const ordered = async (order: SubscribersOrder): Promise<unknown> => {
  const path = socketPath(hub.folder, 'courier');
  const done = await ask(path, { verb: 'subscribers', options: order }, () => undefined);
  await hub.shown();
  return done;
};
const imported = async (text: string | Buffer, more: Partial<ImportOrder> = {}): Promise<Imported> =>
  (await ordered({ act: 'import', order: { file: fileOf(text), list, ...more } })) as Imported;
const undo = (id: string, by: string | null = null) =>
  ordered({ act: 'undo', import: id as ImportId, by: by as AdminId | null });
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

  it('never brings back who left, complained, bounced for good, did not answer or was forgotten', async () => {
    const reasons = ['left', 'one-click', 'mail', 'complaint', 'undeliverable', 'unanswered', 'erased'];
    const gone = reasons.map((reason) => `${reason}@exemple.test`);
    await imported(lines(...gone));
    for (const reason of reasons) await end(rowsOf(`${reason}@exemple.test`)[0]?.subscription ?? '', reason);
    for (const text of [lines(...gone), lines(...gone, bob)]) {
      const { counts } = await imported(text);
      expect([counts.left, gone.map((one) => rowsOf(one).map(({ status }) => status))]).toEqual([
        gone.length,
        gone.map(() => ['ended']),
      ]);
    }
  });

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
    const { outcome, counts } = await imported(lines(alice, 'nobody'), { isDryRun: true });
    expect([outcome, counts]).toEqual(['dry-run', { imported: 1, known: 0, left: 0, refused: 1 }]);
    expect(await hub.events('import.begun', 'subscription.imported')).toEqual([]);
  });

  it('records nothing where nobody can be taken, so that it can be read in another way', async () => {
    const file = fileOf(`A;B\nx;${alice}\n`);
    const { code, stdout } = await relais('import', file, '--list', list, '--map', 'address=A');
    expect([code, stdout, await hub.events('import.begun')]).toEqual([1, expect.stringContaining('0 imported'), []]);
    expect((await relais('import', file, '--list', list, '--map', 'address=B')).code).toBe(0);
    expect(await addressesHere()).toEqual([alice]);
  });

  it('says what became of each line, addresses and all, only where it is asked to', async () => {
    const report = join(files, 'report.csv');
    await imported(lines(alice, 'nobody'), { report, by: 'secretariat' as AdminId });
    expect(readFileSync(report, 'utf8')).toBe(
      `line,came,why,"address"\r\n2,refused,no-address,"nobody"\r\n1,imported,,"${alice}"\r\n`,
    );
    expect(statSync(report).mode & 0o777).toBe(0o600);
    expect((await hub.events('import.begun'))[0]?.data).toMatchObject({ by: 'secretariat' });
    await expect(imported(lines(bob), { report })).rejects.toThrow('the report cannot be written: EEXIST');
  });

  it('is not imported by a command that is wrong, which says why', async () => {
    const there = fileOf(lines(alice));
    const lille = ['import', there, '--list', 'info-lille'];
    const wrong: [string[], string][] = [
      [['import'], 'expected subscribers import FILE'],
      [['import', 'none.csv', '--list', 'info-lille'], 'none.csv: there is no such file'],
      [['import', there], 'which list? --list ID'],
      [['import', there, '--list', 'info-paris'], 'no list «info-paris»'],
      [[...lille, '--by', 'eve'], 'no admin «eve»'],
      [[...lille, '--format', 'xls'], '--format takes csv, sympa, mailman'],
      [[...lille, '--map', 'name=Nom'], '--map takes address=COLUMN'],
      [[...lille, '--ask', '2026-11-24'], '--ask takes a day to come'],
      [[...lille, '--ask', '2026-02-30'], '--ask takes a day to come'],
      [['give'], 'there are import FILE, undo IMPORT, list-imports, export [FILE]'],
    ];
    const ended = await Promise.all(wrong.map(([words]) => relais(...words)));
    expect(ended.map(({ code }) => code)).toEqual(wrong.map(() => 2));
    for (const [index, [, line]] of wrong.entries()) expect(ended[index]?.stderr).toContain(line);
    expect(await hub.events('import.begun')).toEqual([]);
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
    await undo(id);
    const events = (await hub.events()).length;
    expect(await undo(id)).toMatchObject({ outcome: 'undone-before', ended: 1, stayed: 0 });
    expect((await hub.events()).length).toBe(events);
    await expect(undo('other')).rejects.toThrow('there is no import other');
  });

  it('goes on where it was broken off, and is not imported again before it is done', async () => {
    const { import: id } = await imported(lines(alice, bob));
    await end(rowsOf(alice)[0]?.subscription ?? '', 'import-undone');
    await expect(imported(lines(alice, bob))).rejects.toThrow(`the undoing of import ${id} was begun`);
    expect(await undo(id)).toMatchObject({ outcome: 'undone', ended: 2 });
  });

  it('stands in the list of imports, beside the others', async () => {
    const { import: id } = await imported(lines(alice));
    await undo(id);
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
