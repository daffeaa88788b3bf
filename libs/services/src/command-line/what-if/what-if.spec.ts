import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  answers,
  HubUnderTest,
  oneAssembly,
  repository,
  SourcesUnderTest,
  Spawned,
  type Ended,
} from '../../testing/index.js';

const now = '2026-11-25T09:00:00Z';
const folder = mkdtempSync(join(tmpdir(), 'relais-what-if-spec-'));
const sources = new SourcesUnderTest();
let hub: HubUnderTest;

const calendar = (uid: string, title: string, url: string): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//test//FR', 'BEGIN:VEVENT', `UID:${uid}`],
    ...['DTSTAMP:20261101T090000Z', 'DTSTART:20261203T170000Z', `SUMMARY:${title}`, `URL:${url}`],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');

/** A file of the spec's own folder, and its path. */
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const ofOurs = (name: string): string => JSON.stringify(join(repository, 'libs', name, 'dist', 'index.js'));

/** A projection's file: the agenda, with this statement done to each row that is recognised. */
const agendaWith = (name: string, statement: string): string =>
  file(
    name,
    `import { agenda } from ${ofOurs('read-models')};
     const recognised = (rows, event) => {
       agenda.on['gathering.recognised'](rows, event);
       const row = rows.get(event.data.gathering);
       ${statement}
     };
     export const other = { ...agenda, on: { ...agenda.on, 'gathering.recognised': recognised } };`,
  );

const whatIf = (...words: string[]): Promise<Ended> =>
  Spawned.start(
    'cli',
    {
      ...{ RELAIS_DATA: hub.folder, RELAIS_CONFIG: join(hub.folder, 'relais.yaml'), RELAIS_NOW: now },
      TMPDIR: temporary,
    },
    ...['what-if', ...words],
  ).ended;

const lines = ({ stdout }: Ended): unknown[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
    .filter((line) => !Object.hasOwn(line as object, 'progress'));

/** Every file of the data folder and what is in it; SQLite's own notes of who reads are none of it. */
const contents = (of: string): string[] =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);

/** Where the command makes its temporary folders. */
const temporary = join(folder, 'temporary');

beforeAll(async () => {
  mkdirSync(temporary);
  await sources.start();
  sources.answer('/one', answers.text(calendar('1', 'Atelier vélo', 'https://old.example/rv/1'), 'text/calendar'));
  sources.answer(
    '/two',
    answers.text(calendar('2', 'On répare ensemble', 'https://new.example/rv/1'), 'text/calendar'),
  );
  const configured = [
    { id: 'one', url: sources.at('/one') },
    { id: 'two', url: sources.at('/two') },
  ];
  hub = await HubUnderTest.start({ configuration: oneAssembly(...configured), environment: { RELAIS_NOW: now } });
  await hub.recorded('gathering.recognised', 2);
});

afterAll(async () => {
  await hub.end();
  await sources.stop();
  rmSync(folder, { recursive: true });
});

describe('relais what-if, beside a running hub', () => {
  it('says which rows another projection would make, by city, with what they were and would be', async () => {
    const other = agendaWith('upper.mjs', 'rows.put(row.gathering, { ...row, title: row.title.toUpperCase() });');
    const { code, stdout, stderr } = await whatIf('--projection', other);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^agenda +lille +0 +0 +2$/m);
    expect(stdout).toMatch(/^ {2}~ agenda \S+ \(lille\)\n {4}title: «Atelier vélo» → «ATELIER VÉLO»$/m);
  });

  it('tells it to programs as lines: each difference, then what they come to', async () => {
    const other = agendaWith('lines.mjs', 'rows.put(row.gathering, { ...row, title: "x" });');
    const found = lines(await whatIf('--projection', other, '--json'));
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ difference: { projection: 'agenda', city: 'lille', kind: 'changed' } });
    expect(found.at(-1)).toMatchObject({ counts: [{ projection: 'agenda', city: 'lille', changed: 2 }] });
  });

  it('says what pages would show, had other domains been known to be one', async () => {
    const other = file(
      'other.json',
      JSON.stringify({
        ...(JSON.parse(readFileSync(join(hub.folder, 'relais.yaml'), 'utf8')) as object),
        domainAliases: [{ old: 'old.example', new: 'new.example' }],
      }),
    );
    const found = lines(await whatIf('--config', other, '--json'));
    const agenda = found.filter((line) => JSON.stringify(line).includes('"projection":"agenda"'));
    expect(agenda.slice(0, -1)).toEqual([
      {
        difference: expect.objectContaining({
          kind: 'changed',
          changes: expect.arrayContaining([{ path: 'announcements', before: 1, after: 2 }]) as unknown,
        }) as unknown,
      },
      { difference: expect.objectContaining({ kind: 'removed' }) as unknown },
    ]);
    const same = await whatIf('--config', join(hub.folder, 'relais.yaml'));
    expect(same.stdout).toContain('no row differs');
  });

  it('changes not one byte of the log, nor of anything else, and leaves nothing behind', async () => {
    await hub.shown();
    const [before, events] = [contents(hub.folder), await hub.events()];
    const other = agendaWith('again.mjs', 'rows.remove(row.gathering);');
    const template = file('letter.mjs', `export { digestLetter } from ${ofOurs('digests')};`);
    for (const words of [
      ['--projection', other],
      ['--config', join(hub.folder, 'relais.yaml')],
      ['--template', template],
    ])
      expect([words, (await whatIf(...words)).code]).toEqual([words, 0]);
    expect(contents(hub.folder)).toEqual(before);
    expect(await hub.events()).toEqual(events);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each([
    [
      'fails',
      'throw new RangeError("too far");',
      /^the projection «agenda» fails at position \d+ \(gathering\.recognised, gathering-\S+\): RangeError: too far$/,
    ],
    [
      'looks at the clock',
      'rows.put(row.gathering, { ...row, title: `${new Date().getFullYear()}` });',
      /^the projection «agenda» is not made of events alone/,
    ],
  ])('says in one line that a projection %s', async (name, statement, line) => {
    const { code, stdout, stderr } = await whatIf('--projection', agendaWith(`${name}.mjs`, statement));
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(stderr.trim()).toMatch(line);
  });

  it.each([
    [[], 2, 'what if what?'],
    [['--projection', 'a.js', '--config', 'b.yaml'], 2, 'what if what?'],
    [['--projection', 'nowhere.js'], 2, 'there is no file'],
    [['--config', 'nowhere.yaml'], 2, 'there is no file'],
    [['--projection', 'package.json'], 1, 'cannot be run'],
    [['--template', 'nowhere.mjs'], 2, 'there is no file'],
  ])('%j is answered with one line', async (words, ends, said) => {
    const { code, stderr } = await whatIf(...words);
    expect([code, stderr.trim().split('\n').length]).toEqual([ends, 1]);
    expect(stderr).toContain(said);
  });
});
