import { createConnection, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { Unavailable } from '../wiring/unavailable.js';
import type { ControlReply, ControlRequest } from './control-server.js';

/** Nobody listens there: the verb can be done by the command itself. */
export const nobody = Symbol('nobody listens');

const connect = async (path: string): Promise<Socket | typeof nobody> => {
  const socket = createConnection(path);
  try {
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return socket;
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '')) return nobody;
    throw error;
  }
};

/** Hands a verb to the service that listens at this path; resolves to its result, or to {@link nobody}. */
export const ask = async (
  path: string,
  request: ControlRequest,
  progress: (step: unknown) => void,
): Promise<unknown> => {
  const socket = await connect(path);
  if (socket === nobody) return nobody;
  socket.write(`${JSON.stringify(request)}\n`);
  for await (const line of createInterface({ input: socket })) {
    const reply = JSON.parse(line) as ControlReply;
    if ('progress' in reply) progress(reply.progress);
    if ('failure' in reply) throw new Unavailable(reply.failure);
    if ('result' in reply) return reply.result;
  }
  throw new Unavailable(`the service at ${path} stopped before «${request.verb}» was done`);
};
