import assert from 'node:assert/strict';
import { isDigest, linkTo, type Letter } from './letters.ts';
import type { Site } from './site.ts';
import { until } from './until.ts';

/** Where letters arrive: all that were received so far. */
export type Post = () => Promise<readonly Letter[]>;

/** The path of a link, which names the hub as readers reach it; here it is reached at its port. */
export const pathOf = (link: string): string => {
  const { pathname, search } = new URL(link);
  return `${pathname}${search}`;
};
export const tokenIn = (link: string): string => new URL(link).searchParams.get('jeton') ?? '';

/** A person fills in the form of the list of Lille. */
export const ask = async (site: Site, address: string): Promise<void> => {
  const wish = { liste: 'info-lille', adresse: address, langue: 'fr', consentement: 'oui' };
  const { status } = await site.post('/lille/abonnement', wish);
  assert.equal(status, 200, `the form of subscribing answered ${status}`);
};

/** The same person follows the link in the letter that came, and presses the button. */
export const confirm = async (site: Site, letter: Letter): Promise<void> => {
  const link = linkTo('confirmer', letter);
  await site.text(pathOf(link));
  const { status } = await site.post('/abonnement/confirmer', { jeton: tokenIn(link) });
  assert.equal(status, 200, `confirming answered ${status}`);
};

/** These people ask for the list of Lille, and confirm. */
export const subscribe = async (site: Site, post: Post, addresses: readonly string[]): Promise<void> => {
  for (const address of addresses) await ask(site, address);
  const letters = await until(`a confirmation letter for each of ${addresses.length} people`, async () => {
    const arrived = (await post()).filter((letter) => !isDigest(letter) && addresses.includes(letter.to));
    return arrived.length >= addresses.length ? arrived : undefined;
  });
  assert.deepEqual(letters.map(({ to }) => to).sort(), [...addresses].sort(), 'one confirmation letter for each');
  for (const letter of letters) await confirm(site, letter);
};
