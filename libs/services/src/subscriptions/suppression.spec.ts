import type { Ending } from '@relais/mailing-list';
import { projected, subscription } from '@relais/read-models/testing';
import type { ListId } from '@relais/vocabulary';
import { suppressionOf } from './suppression.js';

const [lille, brest] = ['info-lille' as ListId, 'info-brest' as ListId];
const { lookup } = subscription(1).request;

/** The same person at several lists, one after another: each asked, and confirmed or ended as it says. */
const after = async (...lives: readonly [ListId, 'confirmed' | Ending][]) =>
  projected(
    ...lives.flatMap(([list, end], n) => {
      const { of, request } = subscription(n + 1);
      return [
        { type: 'subscription.requested' as const, data: { ...request, list, lookup } },
        end === 'confirmed'
          ? { type: 'subscription.confirmed' as const, data: { ...of, list } }
          : { type: 'subscription.ended' as const, data: { ...of, list, reason: end } },
      ];
    }),
  );

describe('suppression', () => {
  it.each(['left', 'one-click', 'mail', 'complaint', 'erased', 'undeliverable', 'unanswered'] as const)(
    'keeps who ended as «%s» from every list',
    async (reason) => {
      const models = await after([lille, reason]);
      expect([lille, brest].map((list) => suppressionOf(models, lookup, list))).toEqual([reason, reason]);
    },
  );

  it('is not of whoever is unknown, nor of whoever an import brought that was taken back', async () => {
    expect(suppressionOf(await after(), lookup, lille)).toBeUndefined();
    expect(suppressionOf(await after([lille, 'import-undone']), lookup, lille)).toBeUndefined();
  });

  it('gives way to the person themselves, at the lists that they did not leave', async () => {
    const models = await after([lille, 'complaint'], [brest, 'confirmed']);
    expect([lille, brest, 'info-rennes' as ListId].map((list) => suppressionOf(models, lookup, list))).toEqual([
      'complaint',
      undefined,
      undefined,
    ]);
    expect(suppressionOf(await after([lille, 'left'], [lille, 'confirmed']), lookup, lille)).toBeUndefined();
  });
});
