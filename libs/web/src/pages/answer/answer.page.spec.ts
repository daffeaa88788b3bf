import { basis, meeting, type recognised } from '@relais/read-models/testing';
import type { PersonId } from '@relais/vocabulary';
import { filledHub } from '../../testing/filled-hub.js';
import { byClass, elements, mainText, rendered } from '../../testing/rendered.js';
import { requestOf } from '../../testing/request.js';
import { renderPage } from '../../layout/document.js';
import { answeringPage, type Answering } from './answer.page.js';

type Event = ReturnType<typeof recognised>;

const asked = '/rencontres/lille-11/reponse?jeton=secret';
const checked = (html: string): string[] =>
  elements(html, 'input')
    .filter(({ attribs }) => 'checked' in attribs)
    .map(({ attribs: { value = '' } }) => value);

describe('the page that asks whether somebody comes', () => {
  it('says which gathering, and acts by its button alone', async () => {
    const { html } = rendered(await filledHub(), asked);
    expect(mainText(html)).toMatch(/Viendrez-vous.*Assemblée 11.*jeudi 26 novembre 2026/u);
    const [form] = elements(html, 'form').filter(({ attribs }) => attribs['method'] === 'post');
    expect(form?.attribs['action']).toBe('/rencontres/lille-11/reponse');
    expect(elements(html, 'input').find(({ attribs }) => attribs['name'] === 'jeton')?.attribs['value']).toBe('secret');
    expect(checked(html)).toEqual([]);
  });

  it.each(['oui', 'peut-etre', 'non'])('begins with what the letter’s link said: %s', async (answer) =>
    expect(checked(rendered(await filledHub(), `${asked}&reponse=${answer}`).html)).toEqual([answer]),
  );

  it('begins with nothing where the link says something else', async () =>
    expect(checked(rendered(await filledHub(), `${asked}&reponse=toString`).html)).toEqual([]));

  it('has nothing to ask of one that does not take place, or that is over', async () => {
    const cancelled: Event = { type: 'gathering.cancelled', data: { gathering: meeting, basis: basis() } };
    const gone = rendered(await filledHub(cancelled), asked);
    const past = rendered(await filledHub(), '/rencontres/first/reponse?jeton=secret');
    for (const { status, html } of [gone, past]) {
      expect(status).toBe(400);
      expect(elements(html, 'button')).toHaveLength(0);
      expect(mainText(html)).toContain('il n’y a plus à répondre');
    }
  });

  it.each<[string, Answering, number, string]>([
    ['answered', { status: 'answered', answer: 'yes' }, 200, 'Merci : vous venez.'],
    ['sent without an answer', { status: 'asking', missing: true }, 400, 'Choisissez une réponse.'],
    ['opened by no link of ours', { status: 'invalid' }, 400, 'lien'],
  ])('says so where it was %s', async (_what, answering, status, text) => {
    const request = requestOf(await filledHub(), asked, { params: { id: 'lille-11' } });
    const response = answeringPage(answering).render(request);
    expect(response?.status ?? 200).toBe(status);
    const html = response === undefined ? '' : renderPage(request, response, { path: '/style.css' });
    expect(mainText(html).replace(/\s/gu, ' ')).toContain(text);
  });

  it('is nowhere for a gathering that nobody knows', async () =>
    expect(rendered(await filledHub(), '/rencontres/inconnue/reponse?jeton=secret').status).toBe(404));
});

describe('the page of a gathering that people answered for', () => {
  const answered = (person: string, answer: 'yes' | 'no'): Event => ({
    type: 'attendance.answered',
    data: { gathering: meeting, person: person as PersonId, answer, via: 'page' },
  });

  it('says how many, and nobody’s name', async () => {
    const hub = await filledHub(answered('p-1', 'yes'), answered('p-2', 'yes'), answered('p-3', 'no'));
    const { html } = rendered(hub, '/rencontres/lille-11');
    expect(mainText(html)).toContain('2 personnes pensent venir, 1 ne vient pas.');
    expect(html).not.toContain('p-1');
  });

  it('says nothing where nobody answered', async () => {
    const { html } = rendered(await filledHub(), '/rencontres/lille-11');
    expect(byClass(html, 'fields')).toEqual([]);
    expect(mainText(html)).not.toContain('Qui vient');
  });
});
