import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter as a server took it. */
export type Taken = Readonly<{ from: string; to: readonly string[]; raw: Buffer; secure: boolean }>;

/** A real SMTP server on this machine, for as long as a test needs it. */
export type Provider = Readonly<{ port: number; taken: readonly Taken[]; close(): Promise<void> }>;

/** An SMTP server that takes every letter, unless the options say otherwise. No TLS unless it is given a key and certificate. */
export const startSmtp = async (options: SMTPServerOptions = {}): Promise<Provider> => {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    ...(options.key === undefined && { hideSTARTTLS: true }),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        taken.push({
          from,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts),
          secure: session.secure,
        });
        done(null, `queued as ${taken.length} for ${rcptTo[0]?.address ?? ''}`);
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { port, taken, close: () => new Promise((resolve) => server.close(resolve)) };
};

/** The steps of handing over a letter; `letter` is the one after the final dot. */
export type Phase = 'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'beginning' | 'letter';

const usual: Readonly<Record<Phase | 'EHLO' | 'RSET' | 'QUIT', string>> = {
  ...{ greeting: '220 ready', EHLO: '250 here', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go on' },
  ...{ beginning: '', letter: '250 taken', RSET: '250 ok', QUIT: '221 bye' },
};

/** A server that keeps to SMTP up to one phase, where it answers otherwise or cuts the line. */
export const startFailingSmtp = async (phase: Phase, instead: string): Promise<Provider> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let inLetter = false;
    let end = '';
    const answer = (at: keyof typeof usual): void => {
      const text = at === phase ? instead : usual[at];
      if (text === 'cut') socket.destroy();
      else if (text !== '') socket.write(`${text}\r\n`);
    };
    socket
      .on('error', () => undefined)
      .on('data', (bytes: Buffer) => {
        if (!inLetter) {
          const verb = bytes.toString('latin1', 0, 4).toUpperCase() as Phase;
          inLetter = verb === 'DATA' && (phase !== 'DATA' || instead.startsWith('354'));
          return answer(verb);
        }
        answer('beginning');
        end = (end + bytes.toString('latin1')).slice(-5);
        if (end !== '\r\n.\r\n') return;
        inLetter = false;
        answer('letter');
      });
    answer('greeting');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { port: (server.address() as AddressInfo).port, taken: [], close };
};
