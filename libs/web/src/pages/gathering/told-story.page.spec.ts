import { storyOf, type Step } from '@relais/read-models';
import { history, projectedFrom, recordedHistory } from '@relais/read-models/testing';
import type { Language } from '@relais/vocabulary';
import { renderPage } from '../../layout/document.js';
import { elementById, elements, mainText, textOf } from '../../testing/rendered.js';
import { requestOf, stylesheet } from '../../testing/request.js';
import { toldStoryPage } from './told-story.page.js';

const told = async (id: string, language: Language = 'fr', change: (step: Step) => Step = (step) => step) => {
  const chapters = history.flatMap(({ stream, at, events }) =>
    events.map((event) => ({
      ...{ at, events: [event] },
      stream: 'gathering' in event.data ? `gathering-${event.data.gathering}` : stream,
    })),
  );
  const store = await recordedHistory(chapters);
  const steps = (await storyOf(store, id)).map(change);
  const request = requestOf(await projectedFrom(store), `/rencontres/${id}/histoire`, { params: { id }, language });
  const response = toldStoryPage(steps).render(request);
  return { steps, html: response ? renderPage(request, response, stylesheet) : '' };
};
const stepOf = (html: string, { position }: Step): string => textOf(elementById(html, `position-${position}`));

describe('the page that tells the story of a gathering', () => {
  it('says of each event when it was recorded, what happened, who said it, and what became another', async () => {
    const { steps, html } = await told('rencontre-1');
    const first = stepOf(html, steps[0] as Step);
    expect(first).toContain('Rencontre reconnue');
    expect(first).toContain('mardi 6 octobre 2026 à 12 h 00');
    expect(first).toMatch(/selon lille-demosphere.*Titre.*Assemblée 1.*Quand.*jeudi 26 novembre 2026 à 18 h 00/u);
    const retitled = steps.find(({ type }) => type === 'gathering.retitled') as Step;
    expect(stepOf(html, retitled)).toMatch(/Titre\s*Avant Assemblée 1\s*Après Assemblée des communs 1/u);
    const cancelled = steps.find(({ type }) => type === 'gathering.cancelled') as Step;
    expect(stepOf(html, cancelled)).toMatch(/A-t-elle lieu\s*Avant elle a lieu\s*Après annulée/u);
  });

  it('says why an announcement was taken for it, and links to its source', async () => {
    const { steps, html } = await told('rencontre-9');
    const attached = steps.find(({ type }) => type === 'gathering.announcement-attached') as Step;
    expect(stepOf(html, attached)).toContain('reconnue par une règle : première annonce connue (certitude 100 %)');
    const links = elements(elementById(html, `position-${attached.position}`) ?? '', 'a').map(
      ({ attribs }) => attribs['href'],
    );
    expect(links).toContain('/sources/lille-demosphere');
  });

  it('tells of rulings by the id of the admin', async () => {
    const { html } = await told('rencontre-9');
    expect(mainText(html)).toContain('secretariat dit que deux annonces parlent de la même rencontre');
    expect(mainText(html)).toContain('secretariat défait cette décision');
  });

  it('says where an announcement went, and that its gathering is announced no more', async () => {
    expect(mainText((await told('rencontre-9')).html)).toContain('partie vers une autre rencontre');
    expect(mainText((await told('rencontre-3')).html)).toMatch(/Encore annoncée\s*Avant oui\s*Après non/u);
  });

  it('says so where nothing that can be seen changed', async () => {
    const { steps, html } = await told('rencontre-1', 'fr', (step) => ({ ...step, changes: [], announcements: [] }));
    expect(stepOf(html, steps[0] as Step)).toContain('Rien de visible n’a changé');
  });

  it('speaks English', async () => {
    const { html } = await told('rencontre-1', 'en');
    expect(mainText(html)).toContain('All that Relais recorded of this gathering');
    expect(html).not.toMatch(/undefined|\[object|NaN/u);
  });

  it('makes no markup and no link of what others wrote', async () => {
    const hostile = '</script><img src=x onerror=alert(1)>';
    const { html } = await told('rencontre-1', 'fr', (step) => ({
      ...step,
      changes: [
        { member: 'title', before: hostile, after: hostile },
        { member: 'summary', after: `<p>${hostile} &amp; fin</p>` },
      ],
      announcements: [
        {
          announcement: { source: 'lille-demosphere', item: hostile } as never,
          before: { title: hostile },
          after: { title: 'autre', link: 'javascript:alert(1)' },
        },
      ],
    }));
    expect(elements(html, 'img')).toEqual([]);
    expect(elements(html, '*').filter(({ attribs }) => (attribs['href'] ?? '').startsWith('javascript'))).toEqual([]);
    expect(mainText(html)).toContain('& fin');
  });

  it('is not there for a gathering that is not', async () => {
    expect((await told('none')).html).toBe('');
  });
});
