import type { AssemblyId } from '@relais/vocabulary';
import { filledHub } from '../../testing/filled-hub.js';
import { lettersWith } from '../../testing/persons-letters.js';
import { elements, rendered, textOf } from '../../testing/rendered.js';

const buttons = async (...cities: string[]) => {
  const outcome = { letters: lettersWith({ cities: cities as AssemblyId[] }) };
  const { html } = rendered(await filledHub(), '/abonnement/quitter?jeton=a.b', { outcome });
  return elements(html, 'button').map((button) => [button.attribs['name'], button.attribs['value'], textOf(button)]);
};
const pauses = [
  ['pause', '1', '1 mois'],
  ['pause', '3', '3 mois'],
  ['pause', '6', '6 mois'],
];

describe('the page of leaving', () => {
  it('offers to leave all, first, or to pause', async () => {
    expect(await buttons('lille')).toEqual([[undefined, undefined, 'Ne plus rien recevoir'], ...pauses]);
  });

  it('offers to leave one city to whoever has several', async () => {
    expect(await buttons('lille', 'gent')).toEqual([
      [undefined, undefined, 'Ne plus rien recevoir'],
      ['ville', 'lille', 'Ne plus rien recevoir de Lille'],
      ['ville', 'gent', 'Ne plus rien recevoir de Gent'],
      ...pauses,
    ]);
  });
});
