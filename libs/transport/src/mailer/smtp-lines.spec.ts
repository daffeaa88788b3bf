import { freely, letterOf } from '../testing/mailer.conformance.js';
import { startSmtp } from '../testing/smtp-server.js';
import { SmtpMailer } from './smtp-mailer.js';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

/** A provider that turns away connections beyond some number, and letters to it. */
const providerOf = async (most: number) => {
  const [open, seen] = [new Set<string>(), { most: 0, turnedAway: 0 }];
  const server = await startSmtp({
    onConnect: ({ id }, done) => {
      if (open.size >= most) {
        seen.turnedAway++;
        return done(Object.assign(new Error('4.7.0 too many connections'), { responseCode: 421 }));
      }
      open.add(id);
      seen.most = Math.max(seen.most, open.size);
      done();
    },
    onClose: ({ id }) => void open.delete(id),
  });
  const mailer = new SmtpMailer({ url: `smtp://127.0.0.1:${server.port}` });
  opened.push(server, mailer);
  const send = async (letters: number): Promise<string[]> =>
    (await Promise.all(Array.from({ length: letters }, () => mailer.send(letterOf(), freely)))).map(
      ({ outcome }) => outcome,
    );
  return { send, seen, taken: () => server.taken.length, set: (more: number) => void (most = more) };
};

describe('the lines to a provider', () => {
  it('are as many as it puts up with: no letter is refused for a line too many', async () => {
    const { send, seen, taken } = await providerOf(3);
    expect(new Set(await send(60))).toEqual(new Set(['accepted']));
    expect([taken(), seen.most]).toEqual([60, 3]);
    const { turnedAway } = seen;
    expect(new Set(await send(60))).toEqual(new Set(['accepted']));
    expect([taken(), seen.turnedAway]).toEqual([120, turnedAway]);
  });

  it('are tried to be more again after some hundred letters', async () => {
    const { send, seen, set } = await providerOf(2);
    await send(40);
    expect(seen.most).toBe(2);
    set(3);
    await send(500);
    expect(seen.most).toBe(3);
  });

  it('refuse for now, all of them, where not one is let in', async () => {
    const { send, taken } = await providerOf(0);
    expect(new Set(await send(10))).toEqual(new Set(['refused']));
    expect(taken()).toBe(0);
  });
});
