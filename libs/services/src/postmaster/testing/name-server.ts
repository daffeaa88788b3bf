import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** What a name server knows: `TXT lille.exemple.test` → texts; a name with none of a kind has no such record. */
export type Zone = Readonly<Record<string, readonly string[]>>;

/** A name server on this machine, for as long as a test needs it. */
export type NameServer = Readonly<{ address: string; close(): Promise<void> }>;

const kinds: Readonly<Record<number, string>> = { 1: 'A', 12: 'PTR', 15: 'MX', 16: 'TXT', 28: 'AAAA' };

const nameBytes = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .replace(/\.$/, '')
      .split('.')
      .filter(Boolean)
      .map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ]);
const sixBytes = (address: string): Buffer => {
  const [before = '', after] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const [head, tail] = [before || [], after ?? []];
  const groups = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
  return Buffer.concat(groups.map((group) => Buffer.from(group.padStart(4, '0'), 'hex')));
};
const data: Readonly<Record<string, (value: string) => Buffer>> = {
  A: (value) => Buffer.from(value.split('.').map(Number)),
  AAAA: sixBytes,
  PTR: nameBytes,
  MX: (value) => Buffer.concat([Buffer.from([0, 10]), nameBytes(value)]),
  TXT: (value) =>
    Buffer.concat((value.match(/.{1,255}/g) ?? ['']).map((part) => Buffer.from([part.length, ...Buffer.from(part)]))),
};

const questionOf = (message: Buffer): Readonly<{ name: string; kind: number; end: number }> => {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), kind: message.readUInt16BE(at + 1), end: at + 5 };
};

const answerTo = (message: Buffer, zone: Zone): Buffer => {
  const { name, kind, end } = questionOf(message);
  const values = zone[`${kinds[kind] ?? ''} ${name}`] ?? [];
  const known = Object.keys(zone).some((key) => key.endsWith(` ${name}`));
  // Out of order, or a name that is not there (RFC 1035, 4.1.1).
  const code = values[0] === 'out of order' ? 2 : known ? 0 : 3;
  const records = (code === 0 ? values : []).map((value) => {
    const bytes = data[kinds[kind] ?? '']?.(value) ?? Buffer.alloc(0);
    const head = Buffer.alloc(12);
    head.writeUInt16BE(0xc00c, 0);
    head.writeUInt16BE(kind, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(bytes.length, 10);
    return Buffer.concat([head, bytes]);
  });
  const head = Buffer.alloc(12);
  message.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8580 | code, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  return Buffer.concat([head, message.subarray(12, end), ...records]);
};

/** Answers from what the zone holds at that moment: a test may change it. */
export const startNameServer = async (zone: Zone): Promise<NameServer> => {
  const socket = createSocket('udp4');
  socket.on('message', (message, { port, address }) => socket.send(answerTo(message, zone), port, address));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
};
