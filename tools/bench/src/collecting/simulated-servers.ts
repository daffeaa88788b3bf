import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { documentOf } from './feed-documents.ts';
import { simulatedSources, type SimulatedSource } from './mixture.ts';

/** What the servers are asked: `known` turns them to their manners, `seen` has them tell what they saw since they were last told to forget. */
export type Question = Readonly<{ sources: number }> | 'known' | 'forget' | 'seen';

/** What the servers saw of whoever asked them. */
export type Seen = Readonly<{
  /** When each source was asked first, in milliseconds of the clock; by its number. */
  first: ReadonlyMap<number, number>;
  requests: number;
  bytes: number;
  /** Answers by status; 0 is none. */
  statuses: Readonly<Record<number, number>>;
  /** The most connections that stood at the same time to one host, and the most to all of them. */
  mostToOne: number;
  mostToAll: number;
}>;

let sources: readonly SimulatedSource[] = [];
let known = false;
let first = new Map<number, number>();
let [requests, bytes, mostToOne, mostToAll, open] = [0, 0, 0, 0, 0];
let statuses: Record<number, number> = {};
const connections = new Map<string, number>();

const answer = (request: IncomingMessage, response: ServerResponse): void => {
  const [, kind, text] = (request.url ?? '').split('/');
  const number = Number(text);
  const source = sources[number];
  requests++;
  const say = (status: number, headers: Record<string, string> = {}, content: Uint8Array | string = ''): void => {
    statuses[status] = (statuses[status] ?? 0) + 1;
    bytes += content.length;
    response.writeHead(status, headers).end(content);
  };
  if (source === undefined) return say(404);
  if (!first.has(number)) first.set(number, Date.now());
  const manner = known ? source.manner : 'unchanged';
  const send = (version: number): void => {
    const { mediaType, text: content } = documentOf(source, version, request.headers.host ?? '');
    const zipped = number % 2 === 0 && (request.headers['accept-encoding'] ?? '').includes('gzip');
    const etag = `"${createHash('md5').update(content).digest('hex')}"`;
    const withEtag = source.manner === 'unmodified' || source.manner === 'changed';
    if (withEtag && request.headers['if-none-match'] === etag) return say(304, { etag });
    const headers = {
      'content-type': mediaType,
      ...(withEtag && { etag }),
      ...(zipped && { 'content-encoding': 'gzip' }),
    };
    say(200, headers, zipped ? gzipSync(content, { level: 1 }) : Buffer.from(content));
  };
  switch (manner) {
    case 'unmodified':
    case 'unchanged':
      return send(0);
    case 'changed':
      return send(1);
    case 'slow':
      return void setTimeout(() => send(0), 1_000 + (number % 5) * 1_000);
    case 'moved':
      return kind === 'feed' ? say(301, { location: `/moved/${number}` }) : send(0);
    case 'error':
      return say(500, {}, 'Internal Server Error');
    case 'busy':
      return say(503, { 'retry-after': '1800' });
    case 'gone':
      return say(410);
    case 'silent':
      statuses[0] = (statuses[0] ?? 0) + 1;
  }
};

const server = createServer({ keepAliveTimeout: 5_000 }, answer);
/** A connection counts once it has stood so long, in milliseconds: the end of the one before it may be heard after its beginning. */
const stands = 5;
server.on('connection', (socket) => {
  const host = socket.localAddress ?? '';
  let counted = false;
  const count = setTimeout(() => {
    counted = true;
    const now = (connections.get(host) ?? 0) + 1;
    connections.set(host, now);
    mostToOne = Math.max(mostToOne, now);
    mostToAll = Math.max(mostToAll, ++open);
  }, stands);
  socket.on('close', () => {
    clearTimeout(count);
    if (!counted) return;
    connections.set(host, (connections.get(host) ?? 1) - 1);
    open--;
  });
});

const forget = (): void => {
  first = new Map();
  statuses = {};
  [requests, bytes, mostToOne, mostToAll] = [0, 0, Math.max(0, ...connections.values()), open];
};

process.on('message', (question: Question | 'cpu') => {
  if (question === 'cpu') return;
  if (question === 'seen') {
    const seen: Seen = { first, requests, bytes, statuses, mostToOne, mostToAll };
    return void process.send?.(seen);
  }
  if (question === 'forget') forget();
  else if (question === 'known') known = true;
  else {
    sources = simulatedSources(question.sources);
    return void server.listen(0, '0.0.0.0', 8_192, () => process.send?.((server.address() as AddressInfo).port));
  }
  process.send?.('done');
});
console.log('ready');
