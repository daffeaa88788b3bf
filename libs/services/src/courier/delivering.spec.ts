import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from '@relais/transport';
import { SMTPServer } from 'smtp-server';
import { freePort } from '@relais/transport/testing';
import { HubUnderTest, outbox, readLetter, Spawned, repository } from '../testing/index.js';
import { addressOf, compose, list, now, perType, subscribers } from './testing/subscribed.js';

const lettersIn = (folder: string): number =>
  existsSync(join(folder, 'outbox'))
    ? readdirSync(join(folder, 'outbox')).filter((name) => name.endsWith('.eml')).length
    : 0;

/** What smtp-server's own types leave out. */
type Line = Readonly<{ id: string; close(): void }>;

/** A mail provider that answers as it is told, and remembers what it took. */
class Provider {
  readonly taken: { to: string; raw: string }[] = [];
  /** What it answers to the letter for somebody; undefined takes it. */
  answer: (to: string) => { code: number; text: string } | 'hang up' | undefined = () => undefined;
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const answer = this.answer(to);
        if (answer === 'hang up') {
          this.taken.push({ to, raw: Buffer.concat(chunks).toString() });
          const line = [...this.#server.connections].find((one) => (one as Line).id === session.id);
          (line as Line | undefined)?.close();
          return;
        }
        if (answer === undefined) this.taken.push({ to, raw: Buffer.concat(chunks).toString() });
        done(answer && Object.assign(new Error(answer.text), { responseCode: answer.code }));
      });
    },
  });

  async start(): Promise<string> {
    const port = await freePort();
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${port}?ignoreTLS=true`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

describe('the letters of an issue', () => {
  const provider = new Provider();
  let hub: HubUnderTest;
  beforeAll(async () => {
    hub = await HubUnderTest.start({
      environment: { RELAIS_NOW: now, SMTP_URL: await provider.start(), PUBLIC_URL: 'https://relais.exemple.test' },
    });
  });
  afterAll(async () => {
    await hub.end();
    await provider.stop();
  });

  it('go to each subscriber once, in their language, and each end is on record', async () => {
    await subscribers(hub, 12);
    provider.answer = (to) => {
      if (to === addressOf(3)) return { code: 550, text: 'no such mailbox' };
      if (to === addressOf(4)) return { code: 451, text: 'try again later' };
      return to === addressOf(5) ? 'hang up' : undefined;
    };
    expect(await compose(hub)).toMatchObject({ outcome: 'sent', letters: 9 });
    const events = await hub.events('letter.intended', 'letter.accepted', 'letter.refused', 'letter.unknown');
    expect(perType(events)).toEqual({
      'letter.intended': 12,
      'letter.accepted': 9,
      'letter.refused': 2,
      'letter.unknown': 1,
    });
    const letters = await Promise.all(provider.taken.map(({ raw }) => readLetter(raw)));
    expect(new Set(provider.taken.map(({ to }) => to)).size).toBe(provider.taken.length);
    expect(letters.map(({ subject }) => subject).filter((subject) => /novembre/.test(subject ?? ''))).not.toHaveLength(
      0,
    );
    expect(letters.map(({ subject }) => subject).filter((subject) => /November/.test(subject ?? ''))).not.toHaveLength(
      0,
    );
    // One was refused for now: the issue is not complete while its letter may still leave.
    expect(await hub.events('digest.completed')).toHaveLength(0);
  });

  it('that were refused for now are tried again at their alarm; whose end is unknown, never', async () => {
    provider.answer = () => undefined;
    const refused = await hub.events('letter.refused');
    const waiting = refused
      .map(({ data }) => data as { letter: string; permanent: boolean })
      .filter((one) => !one.permanent);
    // The alarm is a minute away: moved to now, it rings.
    for (const { letter } of waiting)
      await hub.get(Queue).set({ kind: 'letter', id: letter, at: new Date().toISOString() });
    await hub.recorded('digest.completed');
    const times = (n: number): number => provider.taken.filter(({ to }) => to === addressOf(n)).length;
    expect([3, 4, 5].map(times)).toEqual([0, 1, 1]);
    expect(provider.taken).toHaveLength(11);
    expect((await hub.events('digest.completed'))[0]?.data).toMatchObject({ letters: 12 });
  });

  it('name nobody in what is recorded of them', async () => {
    const recorded = (await hub.events()).map((event) => JSON.stringify(event.data)).join('\n');
    expect(recorded).not.toContain('exemple.test>');
    expect(recorded).not.toContain('person1@');
  });
});

describe('a courier that is killed while an issue goes out', () => {
  it('goes on after each restart, and everybody has exactly one letter', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'relais-killed-'));
    const people = 60;
    const first = await HubUnderTest.start({ folder, environment: { RELAIS_NOW: now } });
    await subscribers(first, people);
    await first.stop();
    const environment = {
      ...{ RELAIS_DATA: folder, RELAIS_CONFIG: join(repository, 'relais.yaml'), RELAIS_NOW: now },
      PORT: String(await freePort()),
    };
    // A command that composes and delivers by itself, killed as soon as a few more letters left.
    for (let seen = 0, kills = 0; seen < people && kills < 6; kills++) {
      const command = Spawned.start('cli', environment, 'digest', '--list', list);
      const enough = Math.min(people, seen + 9);
      const ended = command.ended.then(() => 'ended' as const);
      for (;;) {
        const state = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5, 'running'))]);
        seen = lettersIn(folder);
        if (state === 'ended' || seen >= enough) break;
      }
      await command.stop('SIGKILL');
    }
    expect((await Spawned.start('cli', environment, 'digest', '--list', list).ended).code).toBe(0);
    const last = await HubUnderTest.start({ folder, environment: { RELAIS_NOW: now } });
    await last.recorded('digest.completed');
    const letters = await outbox(folder);
    expect(letters.map(({ to }) => to?.[0]?.address).sort()).toEqual(
      Array.from({ length: people }, (_, n) => addressOf(n)).sort(),
    );
    const ends = perType(await last.events('letter.intended', 'letter.accepted', 'letter.unknown', 'digest.composed'));
    expect(ends).toEqual({ 'digest.composed': 1, 'letter.intended': people, 'letter.accepted': people });
    expect((await last.events('letter.handed-over')).length).toBeGreaterThanOrEqual(people);
    await last.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});
