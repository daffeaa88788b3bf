import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

describe('a JSON Feed that says it is finished', () => {
  it.each([
    [true, { everyMinutes: 10_080 }],
    [false, undefined],
    ['true', undefined],
  ])('need not be read soon: expired %j', async (expired, revisit) => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'A', expired, items: [] };
    expect((await readDocument(fetched(JSON.stringify(feed)))).document.revisit).toEqual(revisit);
  });
});
