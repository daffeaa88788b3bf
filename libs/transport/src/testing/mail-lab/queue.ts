import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A letter that Postfix still has, and why it could not be delivered yet. */
export type Queued = Readonly<{
  queue_name: string;
  queue_id: string;
  sender: string;
  recipients: readonly Readonly<{ address: string; delay_reason?: string }>[];
}>;

/** What waits in the queue of the Postfix of this configuration. */
export const queueOf = async (configuration: string): Promise<readonly Queued[]> => {
  const { stdout } = await run('postqueue', ['-c', configuration, '-j']);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Queued);
};

/** Throws away what waits there, so that nothing of another test arrives in this one. */
export const withoutQueue = async (configuration: string): Promise<void> => {
  await run('postsuper', ['-c', configuration, '-d', 'ALL']);
};

/** Has it try what waits now. */
export const flushed = async (configuration: string): Promise<void> => {
  await run('postqueue', ['-c', configuration, '-f']);
};
