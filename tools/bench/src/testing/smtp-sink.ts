import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What a letter says, without what its way added. */
export type Letter = Readonly<{
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: readonly Readonly<{ name: string; value: string }>[];
}>;
/** What arrived since the last question, how many letters at the same time at most; `first` is one of the letters. */
export type Arrived = Readonly<{ letters: number; bytes: number; connections: number; first?: Letter }>;

/** An SMTP server that takes everything and keeps nothing but one letter and the count: real letters, nobody to read them. */
let letters = 0;
let bytes = 0;
let first: Buffer | undefined;
let open = 0;
let most = 0;

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onMailFrom: (_address, _session, done) => {
    most = Math.max(most, ++open);
    done();
  },
  onData: (stream, _session, done) => {
    buffer(stream).then((raw) => {
      letters++;
      open--;
      bytes += raw.length;
      first ??= raw;
      done();
    }, done);
  },
});
server.on('error', (error) => console.error(error.message));

const arrived = async (): Promise<Arrived> => {
  const mail = first && (await PostalMime.parse(first));
  const answer = {
    ...{ letters, bytes, connections: most },
    ...(mail && {
      first: {
        to: mail.to?.[0]?.address ?? '',
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        html: mail.html ?? '',
        headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
      },
    }),
  };
  [letters, bytes, most, first] = [0, 0, 0, undefined];
  return answer;
};

process.on('message', (question) => {
  if (question === 'arrived') void arrived().then((answer) => process.send?.(answer));
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.server.address() as AddressInfo).port}`));
