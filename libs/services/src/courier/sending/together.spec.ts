import { Together } from './together.js';

describe('what goes on together', () => {
  it('is let go in the order in which it came, when there is enough of it', async () => {
    const together = new Together(3, 60_000);
    const gone: number[] = [];
    const going = [1, 2, 3].map((n) => together.next().then(() => gone.push(n)));
    await Promise.all(going);
    expect(gone).toEqual([1, 2, 3]);
  });

  it('is let go after a moment, however little it is, and anew after that', async () => {
    const together = new Together(3, 1);
    await together.next();
    await Promise.all([together.next(), together.next()]);
    const gone: string[] = [];
    const late = together.next().then(() => gone.push('late'));
    expect(gone).toEqual([]);
    await late;
    expect(gone).toEqual(['late']);
  });
});
