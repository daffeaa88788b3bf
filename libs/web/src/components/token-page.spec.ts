import { projected } from '@relais/read-models/testing';
import { elements, rendered, textOf } from '../testing/rendered.js';

const acts = [
  { address: '/abonnement/confirmer', done: 'confirmed', title: 'Abonnement confirmé' },
  { address: '/abonnement/preferences', done: 'changed', title: 'Mes lettres' },
  { address: '/abonnement/garder', done: 'kept', title: 'Vos lettres continuent' },
  { address: '/abonnement/quitter', done: 'left', title: 'Vous êtes désabonné·e' },
  { address: '/abonnement/quitter', done: 'city-left', title: 'C’est fait' },
  { address: '/abonnement/quitter', done: 'paused', title: 'Vos lettres font une pause' },
] as const;

describe.each(acts)('the page by token at $address, $done', ({ address, done, title }) => {
  it('shows one button, which sends the token and the language', async () => {
    const { html } = rendered(await projected(), `${address}?jeton=a.b&lang=en`);
    const [form] = elements(html, 'form');
    expect(form?.attribs).toMatchObject({ method: 'post', action: `${address}?lang=en` });
    expect(elements(html, 'button')).toHaveLength(1);
    expect(elements(html, 'input')[0]?.attribs).toMatchObject({ type: 'hidden', name: 'jeton', value: 'a.b' });
  });

  it('says what was done, and offers no button any more', async () => {
    const { html, status } = rendered(await projected(), address, { outcome: { done } });
    expect(status).toBe(200);
    expect(textOf(elements(html, 'h1')[0])).toBe(title);
    expect(elements(html, 'form')).toHaveLength(0);
  });

  it('offers nothing for a token that is not valid', async () => {
    const outcome = { errors: { jeton: 'invalid-token' } } as const;
    const { html, status } = rendered(await projected(), address, { outcome });
    expect(status).toBe(400);
    expect(elements(html, 'form')).toHaveLength(0);
    expect(textOf(elements(html, 'main')[0])).toContain('Ce lien n’est pas valable');
  });
});
