import { DomainTurns } from './domain-turns.js';
import type { Delivery } from './mailer.js';

const accepted: Delivery = { outcome: 'accepted', response: '250' };
const fewer: Delivery = { outcome: 'refused', code: '421', permanent: false, wantsFewer: true };
const greylisted: Delivery = { outcome: 'refused', code: '450', permanent: false };
const minute = 60_000;

const turns = () => {
  let now = 0;
  const all = new DomainTurns(() => now);
  return {
    all,
    pass: (milliseconds: number) => void (now += milliseconds),
    /** How many go to a domain at the same time, at most so many. */
    together: (domain: string, most = 40): number => {
      let count = 0;
      while (count < most && all.isFree(domain)) {
        all.enter(domain);
        count++;
      }
      for (let n = 0; n < count; n++) all.leave(domain);
      return count;
    },
    /** So many letters go there at once and all are answered like this. */
    send: (domain: string, count: number, delivery: Delivery) => {
      for (let n = 0; n < count; n++) all.enter(domain);
      for (let n = 0; n < count; n++) all.leave(domain, delivery);
    },
  };
};

describe('the turns of domains', () => {
  it('let as many letters go as there are, until one says otherwise', () => {
    const { together, send } = turns();
    send('orange.test', 8, accepted);
    send('orange.test', 8, greylisted);
    expect(together('orange.test')).toBe(40);
  });

  it('pause for the domain that wanted fewer, and for no other', () => {
    const { all, together, send, pass } = turns();
    send('orange.test', 8, fewer);
    expect([together('orange.test'), together('free.test'), all.pauseOf('orange.test')]).toEqual([0, 40, minute]);
    pass(minute);
    expect([together('orange.test'), all.pauseOf('orange.test')]).toEqual([4, 0]);
  });

  it('pause twice as long and let half as many go each time, down to one', () => {
    const { all, together, send, pass } = turns();
    const seen: [number, number][] = [];
    for (let n = 0; n < 7; n++) {
      send('orange.test', Math.min(8, together('orange.test')), fewer);
      const pause = all.pauseOf('orange.test');
      pass(pause);
      seen.push([pause / minute, together('orange.test')]);
    }
    expect(seen).toEqual([
      [1, 4],
      [2, 2],
      [4, 1],
      [8, 1],
      [16, 1],
      [30, 1],
      [30, 1],
    ]);
  });

  it('let one more go after some letters were taken, and as many as there are in the end', () => {
    const { all, together, send, pass } = turns();
    send('orange.test', 4, fewer);
    pass(minute);
    for (let n = 0; n < 20; n++) send('orange.test', 1, accepted);
    expect(together('orange.test')).toBe(3);
    send('orange.test', 1, fewer);
    expect(all.pauseOf('orange.test')).toBe(minute);
    pass(minute);
    for (let n = 0; n < 1_000; n++) send('orange.test', 1, accepted);
    expect(together('orange.test')).toBe(40);
  });
});
