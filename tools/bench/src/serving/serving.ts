import { join } from 'node:path';
import { alternate } from '../alternate.ts';
import type { Amounts, Measurement } from '../benchmark.ts';
import { withProcess, type Child } from '../child.ts';
import { measured } from '../measured.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import type { Prepared, Script } from './bare-server.ts';
import { withHub } from './hub.ts';
import { Visitors, type Answer, type Asked } from './requests.ts';

/** A kind of request: under what name its figure goes, what the n-th of it asks for, and how it is answered. */
export type Visit = Readonly<{
  name: string;
  about: string;
  status: 200 | 304;
  /** One request where others have so many, because it is so much more work. */
  oneOf?: number;
  asked(n: number, etag: string): Asked;
}>;

/** What each connection writes itself. */
const ofTheConnection = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

const prepared = ({ status, raw, body }: Answer): Prepared => {
  const pairs = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
  return { status, body, headers: pairs.filter(([name = '']) => !ofTheConnection.has(name.toLowerCase())).flat() };
};

const same = (one: Answer, other: Answer): boolean =>
  one.status === other.status && one.body.equals(other.body) && one.headers.etag === other.headers.etag;

type Server = Readonly<{ process: Child; visitors: Visitors }>;

/** Processor time of a server's process for each request, in milliseconds. */
const cost = async (
  { process, visitors }: Server,
  { status, asked }: Visit,
  etag: string,
  from: number,
  each: number,
) => {
  const before = await process.cpu();
  await visitors.askOften(each, (n) => asked(from + n, etag), status);
  return ((await process.cpu()) - before) / each;
};

const compare = async (hub: Server, visits: readonly Visit[], { rounds, each }: Amounts): Promise<Measurement[]> => {
  const [first] = visits;
  if (first === undefined) return [];
  const plain = await hub.visitors.ask(first.asked(0, ''));
  const etag = plain.headers.etag ?? '';
  const { path, headers } = first.asked(0, '');
  const conditional = await hub.visitors.ask({ path, headers: { ...headers, 'if-none-match': etag } });
  const script: Script = { plain: prepared(plain), conditional: prepared(conditional) };
  return withProcess(join(import.meta.dirname, 'bare-server.ts'), {}, async (bare) => {
    const visitors = new Visitors(`http://127.0.0.1:${String(await bare.ask(script))}`);
    const other = { process: bare, visitors };
    if (!same(plain, await visitors.ask(first.asked(0, '')))) throw new Error('the ceiling serves something else');
    const results: Measurement[] = [];
    for (const visit of visits) {
      const requests = Math.ceil(each / (visit.oneOf ?? 1));
      const side = (server: Server) => (round: number) => cost(server, visit, etag, 1 + round * requests, requests);
      const figures = await alternate(rounds, side(hub), side(other));
      const conditions = {
        ...{ rounds, requests, what: visit.about, status: visit.status },
        ...{ path, 'accept-encoding': headers['accept-encoding'] ?? 'none' },
        'bytes of the body': visit.status === 200 ? plain.body.length : 0,
        ceiling: 'a bare node:http server that sends the same headers and bytes',
      };
      results.push(measured({ name: visit.name, unit: 'CPU ms/request', beside: 'ceiling', ...figures, conditions }));
    }
    visitors.close();
    return results;
  });
};

/** Processor time a request of a hub with the demonstration's assemblies, beside that of a bare server with the same bytes. */
export const measureServing = (visits: readonly Visit[], amounts: Amounts): Promise<Measurement[]> =>
  inTemporaryFolder((folder) =>
    withHub(folder, {}, async (hub) => {
      const visitors = new Visitors(hub.url);
      const results = await compare({ process: hub, visitors }, visits, amounts);
      visitors.close();
      return results;
    }),
  );
