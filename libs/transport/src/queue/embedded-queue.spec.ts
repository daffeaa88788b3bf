import { describeQueue } from '../testing/queue.conformance.js';
import { EmbeddedQueue } from './embedded-queue.js';

describeQueue(
  'timers',
  async () => {
    const errors: string[] = [];
    return {
      errors,
      open: async () =>
        new EmbeddedQueue(({ kind, id }, error) => errors.push(`${kind} ${id}: ${(error as Error).message}`)),
      close: async () => undefined,
    };
  },
  { keeps: false },
);

describe('timers', () => {
  it('ring nothing more once the queue is closed', async () => {
    const queue = new EmbeddedQueue();
    const rung: string[] = [];
    await queue.onRing('digest', async (id) => void rung.push(id));
    await queue.close();
    await queue.set({ kind: 'digest', id: 'late', at: '2015-11-10T19:30:00Z' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(rung).toEqual([]);
  });
});
