import { projected } from '@relais/read-models/testing';
import { elements, rendered, textOf } from '../../testing/rendered.js';
import { requestOf } from '../../testing/request.js';
import { journalPage } from './journal.page.js';

const checkpoint = (size: number) => ({
  type: 'log.checkpointed' as const,
  data: { size, position: String(size), hash: `${size}`.padStart(64, '0'), note: `note of ${size}\n` },
});
const pre = (html: string): string[] => elements(html, 'pre').map((element) => textOf(element).trim());

describe('the page of the journal', () => {
  it('shows the last ten checkpoints, the newest first, and the note of the last', async () => {
    const sizes = Array.from({ length: 12 }, (_, index) => (index + 1) * 1_000);
    const { html } = rendered(await projected(...sizes.map(checkpoint)), '/journal?lang=en');
    const listed = elements(html, 'strong').map(textOf);
    expect(listed).toHaveLength(10);
    expect([listed[0], listed.at(-1)]).toEqual(['12,000 events', '3,000 events']);
    expect(pre(html)).toContain('note of 12000');
  });

  it('leads to all of them as text, where there are any', async () => {
    const hrefs = async (...events: ReturnType<typeof checkpoint>[]) =>
      elements(rendered(await projected(...events), '/journal').html, 'a').map(({ attribs }) => attribs['href']);
    expect(await hrefs(checkpoint(10))).toEqual(
      expect.arrayContaining(['/journal/points.txt', '/journal/dernier.txt']),
    );
    expect(await hrefs()).not.toContain('/journal/points.txt');
  });

  it('shows the key that its notes are checked with', async () => {
    const request = requestOf(await projected(), '/journal', { journalKey: 'relais.example/journal+0a0b0c0d+AbCd' });
    expect(JSON.stringify(journalPage.render(request)?.body)).toContain('relais.example/journal+0a0b0c0d+AbCd');
  });
});
