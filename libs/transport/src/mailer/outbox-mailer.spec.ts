import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMailer, freely, letterOf } from '../testing/mailer.conformance.js';
import { OutboxMailer } from './outbox-mailer.js';

describeMailer(
  'an outbox',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'relais-outbox-'));
    const outbox = join(folder, 'outbox');
    return {
      mailer: new OutboxMailer(outbox),
      letters: async () => {
        const names = await readdir(outbox).catch(() => []);
        return Promise.all(names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(outbox, name))));
      },
      close: () => rm(folder, { recursive: true }),
    };
  },
  { remembers: true },
);

describe('an outbox', () => {
  let parent: string;
  let folder: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'relais-outbox-'));
    folder = join(parent, 'data', 'outbox');
  });
  afterEach(() => rm(parent, { recursive: true }));

  it('holds one file for a letter that was sent twice', async () => {
    const mailer = new OutboxMailer(folder);
    await mailer.send(letterOf(), freely);
    const [name = ''] = await readdir(folder);
    const first = await readFile(join(folder, name));
    await new OutboxMailer(folder).send(letterOf(), freely);
    expect(await readdir(folder)).toEqual([name]);
    expect((await readFile(join(folder, name))).equals(first)).toBe(true);
  });

  it('holds one file for each of two letters, named after neither', async () => {
    const mailer = new OutboxMailer(folder);
    await mailer.send(letterOf(), freely);
    await mailer.send(letterOf({ messageId: '<../../numero-8@relais.test>' }), freely);
    const names = await readdir(folder);
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{24}\.eml$/);
  });

  it('is open to its owner only', async () => {
    await new OutboxMailer(folder).send(letterOf(), freely);
    const [name = ''] = await readdir(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  });

  it('does not take a draft that a crash left for a letter', async () => {
    const mailer = new OutboxMailer(folder);
    await mailer.send(letterOf({ messageId: '<another@relais.test>' }), freely);
    await writeFile(join(folder, 'ae5a9d0c-7f0e-4f3b-9d0e-2b8f1f6f8a11.tmp'), 'From: lettre@rel');
    expect(await mailer.wasAccepted(letterOf().messageId)).toBe(false);
    await mailer.send(letterOf(), freely);
    expect(await mailer.wasAccepted(letterOf().messageId)).toBe(true);
  });

  it.each([
    ['is kept', async () => false],
    ['nobody can decide about', async () => Promise.reject(new Error('the disk is full'))],
    ['is taken', freely],
  ])('holds no draft of a letter that %s', async (_what, mayLeave) => {
    await new OutboxMailer(folder).send(letterOf(), mayLeave).catch(() => undefined);
    expect((await readdir(folder)).filter((name) => !name.endsWith('.eml'))).toEqual([]);
  });

  it('knows after a restart what it took', async () => {
    await new OutboxMailer(folder).send(letterOf(), freely);
    expect(await new OutboxMailer(folder).wasAccepted(letterOf().messageId)).toBe(true);
  });

  it('takes fifty letters at the same time', async () => {
    const mailer = new OutboxMailer(folder);
    const letters = Array.from({ length: 50 }, (_, n) => letterOf({ messageId: `<${n}@relais.test>` }));
    await Promise.all(letters.map((letter) => mailer.send(letter, freely)));
    expect(await readdir(folder)).toHaveLength(50);
  });

  it('says which folder cannot be written, why, and not to whom', async () => {
    await writeFile(join(parent, 'data'), 'a file where the folder should be');
    const error: unknown = await new OutboxMailer(folder).send(letterOf(), freely).catch((thrown: unknown) => thrown);
    expect((error as Error).message).toMatch(`the outbox ${folder} cannot be written: ENOTDIR`);
    expect((error as Error).message).not.toContain('alice');
  });

  it('forgets a draft that a killed process left, and one in which it is not said of what, once it is old', async () => {
    const mailer = new OutboxMailer(folder);
    await mailer.send(letterOf({ messageId: '<other@relais.test>' }), freely);
    const [kept = ''] = await readdir(folder);
    await writeFile(join(folder, 'a.eml.tmp'), 'To: alice@exemple.test\r\nMessage-ID: <l1@old.test>\r\n');
    await writeFile(join(folder, 'b.eml.tmp'), 'To: alice@exem');
    await writeFile(join(folder, 'c.eml.tmp'), 'To: bob@exem');
    await writeFile(join(folder, 'notes.txt'), 'Message-ID: <l1@old.test>\r\n');
    await utimes(join(folder, 'b.eml.tmp'), 0, 0);
    expect(await mailer.forget(new Set(['l1']))).toEqual(['l1']);
    expect((await readdir(folder)).sort()).toEqual([kept, 'c.eml.tmp', 'notes.txt'].sort());
  });

  it('has nothing to forget where there is no folder yet', async () => {
    expect(await new OutboxMailer(folder).forget(new Set(['l1']))).toEqual([]);
  });
});
