import type { SubscriptionId } from '@relais/vocabulary';
import { LettersUnderWay } from './letters-under-way.js';

const [mine, other] = ['s1' as SubscriptionId, 's2' as SubscriptionId];

describe('letters under way', () => {
  it('are waited for, those to a subscription that is asked for and no others, however they end', async () => {
    const underWay = new LettersUnderWay();
    const said: string[] = [];
    const taken = Promise.withResolvers<string>();
    const broken = Promise.withResolvers<string>();
    const first = underWay.to(mine, () => taken.promise);
    const second = underWay.to(mine, () => broken.promise);
    void underWay.to(other, () => new Promise(() => undefined));
    const ended = underWay.ended(new Set([mine])).then(() => said.push('ended'));
    taken.resolve('taken');
    expect(await first).toBe('taken');
    said.push('one is through');
    broken.reject(new Error('the line broke'));
    await expect(second).rejects.toThrow('the line broke');
    await ended;
    expect(said).toEqual(['one is through', 'ended']);
    await underWay.ended(new Set([mine]));
  });

  it('are none where nothing was begun', async () => {
    await expect(new LettersUnderWay().ended(new Set([mine]))).resolves.toBeUndefined();
  });
});
