import { appendFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/**
 * An SMTP server that takes everything and forgets nothing: it writes down each letter before it says that it has it, in the lines
 * that a Postfix writes, so that it can be asked what it took.
 */
const [log = ''] = process.argv.slice(2);
const connections = new Set<string>();
const taken: string[] = [];
let most = 0;
let count = 0;

const write = (pid: number, service: string, text: string): void =>
  appendFileSync(log, `${new Date().toISOString()} sink postfix/${service}[${pid}]: ${text}\n`);
const numbers = new Map<string, number>();
const numberOf = ({ id }: SMTPServerSession): number => {
  const known = numbers.get(id) ?? numbers.size + 1;
  numbers.set(id, known);
  return known;
};

/** Sessions with a letter that has not ended. */
const under = new Set<string>();

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  disableReverseLookup: true,
  onConnect: ({ id }, done) => {
    connections.add(id);
    most = Math.max(most, connections.size);
    done();
  },
  onData: (stream, session, done) => {
    const pid = numberOf(session);
    const queueId = `Q${String(++count).padStart(9, '0')}`;
    let head = '';
    let messageId = '';
    under.add(session.id);
    write(pid, 'smtpd', `${queueId}: client=localhost[127.0.0.1]`);
    stream.on('data', (part: Buffer) => {
      if (messageId !== '') return;
      head += part.toString('latin1');
      messageId = /^Message-ID: (<[^>]*>)/im.exec(head)?.[1] ?? '';
      if (messageId !== '') write(pid, 'cleanup', `${queueId}: message-id=${messageId}`);
    });
    stream.on('end', () => {
      under.delete(session.id);
      write(pid, 'qmgr', `${queueId}: from=<relais@relais.example.org>, size=20000, nrcpt=1 (queue active)`);
      taken.push(messageId);
      done();
    });
  },
  onClose: (session) => {
    connections.delete(session.id);
    if (under.delete(session.id))
      write(numberOf(session), 'smtpd', 'lost connection after DATA (1 bytes) from localhost[127.0.0.1]');
  },
});
server.on('error', () => undefined);
process.on('message', (question) => {
  if (question === 'count') process.send?.(taken.length);
  if (question === 'taken') process.send?.({ taken, most });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.server.address() as AddressInfo).port}`));
