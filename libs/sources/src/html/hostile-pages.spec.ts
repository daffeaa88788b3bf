import { readDocument, UnreadableDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const outcome = async (body: string): Promise<string> => {
  try {
    const { document } = await readDocument(fetched(`<!doctype html><html><body>${body}`));
    return `${document.reports.length} read, ${document.errors.length} errors`;
  } catch (error) {
    if (error instanceof UnreadableDocument && error.cause === undefined) return 'refused';
    throw error;
  }
};

const script = (text: string): string => `<script type="application/ld+json">${text}</script>`;
const event = (number: number): object => ({
  '@type': 'Event',
  name: 'x',
  url: `/e/${number}`,
  startDate: '2026-11-26',
});
const events = (count: number): object[] => Array.from({ length: count }, (_none, number) => event(number));

describe('a page that is made to do harm', () => {
  it.each([
    ['elements in one another without end', '<div>'.repeat(300_000), 'refused'],
    ['end tags that close nothing, deep down', `${'<div>'.repeat(250)}${'</b>'.repeat(500_000)}`, 'refused'],
    ['nothing but the beginnings of tags', '<'.repeat(1_000_000), 'refused'],
    ['JSON-LD in one another without end', script('{"a":'.repeat(200_000)), 'refused'],
    ['lists in one another without end', script('['.repeat(500_000)), 'refused'],
    ['thousands of broken scripts', script('{').repeat(50_000), 'refused'],
    ['a hundred thousand events', script(JSON.stringify(events(100_000))), '5000 read, 1 errors'],
    ['as many in broken JSON', script(`${JSON.stringify(events(60_000)).slice(0, -1)},]`), '5000 read, 1 errors'],
    [
      'items that refer to the whole page again and again',
      `<div id="a">${'<b itemprop="name">x</b>'.repeat(20_000)}</div>${`<p itemscope itemtype="https://schema.org/Event" itemref="${'a '.repeat(20)}"></p>`.repeat(4_000)}`,
      '1 read, 0 errors',
    ],
    [
      'items that refer to themselves',
      '<div id="a" itemscope itemtype="https://schema.org/Event" itemref="a b"><b itemprop="name">x</b></div><i id="b" itemprop="subEvent" itemscope itemref="a b"></i>',
      '1 read, 0 errors',
    ],
    [
      'properties in one another around very much text',
      `<div class="h-event">${'<div class="p-name dt-start">'.repeat(240)}${'<i class="value">x</i>'.repeat(100_000)}`,
      '1 read, 1 errors',
    ],
  ])('is read as far as it goes: %s', async (_what, body, expected) => {
    expect(await outcome(body)).toBe(expected);
  });

  it('is harmless in what it says', async () => {
    const { document } = await readDocument(
      fetched(
        `<html>${script('{"@type":"Event","__proto__":{"polluted":true},"name":"<img src=x onerror=alert(1)>x",}')}`,
      ),
    );
    expect(document.reports[0]?.fields.title).toBe('x');
    expect({}).not.toHaveProperty('polluted');
  });
});
