import { createConnection } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How long the letters of one issue may take, in milliseconds: a courier that stands still must not keep a benchmark for ever. */
const patience = 180_000;

/** Has the courier of a running hub compose a list's issue and send it; resolves to how many letters that were. */
export const sendIssue = async (data: string, list: string): Promise<number> => {
  const socket = createConnection(join(data, 'run', 'courier.sock'));
  const late = setTimeout(() => socket.destroy(new Error(`the issue of ${list} took too long`)), patience);
  socket.once('close', () => clearTimeout(late));
  socket.write(`${JSON.stringify({ verb: 'digest', options: { list } })}\n`);
  for await (const line of createInterface({ input: socket })) {
    const { result, failure } = JSON.parse(line) as { result?: { outcome: string; letters: number }; failure?: string };
    if (failure !== undefined) throw new Error(`the issue of ${list} failed: ${failure}`);
    if (result === undefined) continue;
    if (result.outcome !== 'sent') throw new Error(`the issue of ${list} was not sent: ${result.outcome}`);
    return result.letters;
  }
  throw new Error('the courier hung up');
};
