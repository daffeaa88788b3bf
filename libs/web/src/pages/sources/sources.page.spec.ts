import { filledHub } from '../../testing/filled-hub.js';
import { byClass, elements, mainText, rendered, textOf } from '../../testing/rendered.js';

describe('the page of sources', () => {
  it('says of a failing source since when and why', async () => {
    const { html } = rendered(await filledHub(), '/sources');
    const blog = byClass(html, 'sources')
      .flatMap((list) => elements(list, 'li'))
      .map(textOf)
      .find((text) => text.startsWith('Blog'));
    expect(blog).toContain('illisible depuis le lundi 23 novembre 2026');
    expect(blog).toContain('refusée par le serveur : 503 Service Unavailable');
    expect(mainText(html)).toContain('1 illisible');
  });

  it('marks the samples alone', async () => {
    const { html } = rendered(await filledHub(), '/sources');
    const marked = byClass(html, 'mark')
      .map(textOf)
      .filter((text) => text === 'document d’exemple');
    expect(marked).toHaveLength(1);
  });
});
