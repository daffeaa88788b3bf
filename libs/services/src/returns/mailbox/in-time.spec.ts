import { inTime, TooLate } from './in-time.js';

describe('a step that has to end in time', () => {
  it('gives what it comes to', async () =>
    expect(await inTime('to wait', 60_000, Promise.resolve('done'), () => undefined)).toBe('done'));

  it('fails as it fails', async () =>
    expect(inTime('to wait', 60_000, Promise.reject(new Error('broken')), () => undefined)).rejects.toThrow('broken'));

  it('is given up where it does not end, and says which it was', async () => {
    let rejected: (error: Error) => void = () => undefined;
    const work = new Promise<never>((_, reject) => (rejected = reject));
    // What is under way fails once it is given up, with nobody waiting for it.
    const late = inTime('to wait', 1, work, () => rejected(new Error('closed')));
    await expect(late).rejects.toThrow(new TooLate('to wait took more than 0.001 s'));
  });
});
