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

/** Whoever was asked did not do it; `kind` names the fault as it is named there. */
export class NotDone extends Unavailable {
  constructor(
    message: string,
    readonly kind: string,
  ) {
    super(message);
  }
}

/** Hands a verb to the service that listens at this path; resolves to its result, or to {@link nobody}. Aborted, it leaves: what was begun goes on. */
export const ask = async (
  path: string,
  request: ControlRequest,
  progress: (step: unknown) => void,
  signal?: AbortSignal,
): Promise<unknown> => {
  const socket = await connect(path);
  if (socket === nobody) return nobody;
  const lines = createInterface({ input: socket });
  const leave = (): void => {
    lines.close();
    socket.destroy();
  };
  signal?.addEventListener('abort', leave, { once: true });
  socket.once('close', () => signal?.removeEventListener('abort', leave));
  if (signal?.aborted) {
    leave();
    throw new Unavailable(`nobody waits for «${request.verb}» any more`);
  }
  socket.write(`${JSON.stringify(request)}\n`);
  for await (const line of lines) {
    const reply = JSON.parse(line) as ControlReply;
    if ('progress' in reply) progress(reply.progress);
    if ('failure' in reply) throw new NotDone(reply.failure, reply.kind ?? 'Error');
    if ('result' in reply) return reply.result;
  }
  throw new Unavailable(`the service at ${path} stopped before «${request.verb}» was done`);
};
