import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers, HubUnderTest, oneAssembly, SourcesUnderTest } from '../../testing/index.js';
import { Collector } from '../collector.js';

const web = new SourcesUnderTest();
let hub: HubUnderTest | undefined;
beforeAll(() => web.start());
afterAll(() => web.stop());
afterEach(() => hub?.end());

const secret = 's3cret';
/** A page that names an event, without a page of its own, and points to itself. */
const page = `<!doctype html><html><head><title>Agenda</title></head><body><div class="h-event"><h1 class="p-name">Assemblée</h1>
<time class="dt-start" datetime="2026-11-26T18:00:00+01:00">jeudi</time><div class="e-content"><a href="">ici</a>, <a href="plan">où</a></div></div></body></html>`;

/** What everybody may come to see of it: all of the log, and the pages that tell of sources. */
const known = async (of: HubUnderTest): Promise<string> => {
  await of.get(Collector).collect(undefined);
  await of.shown();
  const pages = await Promise.all(
    ['/sources', '/sources.opml', '/sources/a', '/sources/a?lang=en'].map((path) => of.text(path)),
  );
  return [JSON.stringify((await of.events()).map(({ data }) => data)), ...pages].join('\n');
};
const hubReading = async (source: Readonly<{ id: string; url: string; private?: boolean; site?: string }>) =>
  (hub = await HubUnderTest.start({ configuration: oneAssembly(source) }));

describe('a source whose address holds a secret', () => {
  it('is read with its name and password, which nobody else comes to know', async () => {
    const asked: (string | undefined)[] = [];
    web.answer('/agenda', (request, response) => {
      asked.push(request.headers.authorization);
      answers.text(page, 'text/html')(request, response);
    });
    const url = web.at('/agenda');
    const seen = await known(await hubReading({ id: 'a', url: `${url.replace('//', `//ada:${secret}@`)}#${secret}` }));
    expect(asked).toContain(`Basic ${Buffer.from(`ada:${secret}`).toString('base64')}`);
    expect(seen).toContain('Assemblée');
    expect(seen).toContain(`"url":"${url}"`);
    expect(seen).toContain(` url="${url}"/>`);
    expect(seen).not.toContain(secret);
  });

  it.each([
    ['said to be private', '/agenda?x=s3cret', { private: true }],
    ['private in its path', '/s3cret/agenda', { private: true }],
    ['named as such', '/agenda?token=s3cret', {}],
  ])('is read, and its address stands in no log and on no page: %s', async (_why, path, said) => {
    web.answer(path, answers.text(page, 'text/html'));
    const seen = await known(await hubReading({ id: 'a', url: web.at(path), ...said }));
    expect(seen).toContain('Assemblée');
    expect(seen).toContain('Source a');
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain('<outline type');
  });

  it('has what its document points to resolved from where people can look', async () => {
    web.answer('/ours/s3cret', answers.text(page, 'text/html'));
    const site = web.at('/agenda/');
    const seen = await known(await hubReading({ id: 'a', url: web.at('/ours/s3cret'), private: true, site }));
    expect(seen).toContain(`${site}plan`);
    expect(seen).not.toContain(secret);
  });

  it('is not told to have moved', async () => {
    web.answer(
      '/old?token=s3cret',
      (_request, response) => void response.writeHead(301, { location: '/new?token=s3cret' }).end(),
    );
    web.answer('/new?token=s3cret', answers.text(page, 'text/html'));
    const source = { id: 'a', url: web.at('/old?token=s3cret') };
    let folder: string | undefined;
    for (const day of [25, 26, 27, 28, 29]) {
      await hub?.stop();
      const environment = { RELAIS_NOW: `2026-11-${day}T12:00:00Z` };
      hub = await HubUnderTest.start({ configuration: oneAssembly(source), environment, ...(folder && { folder }) });
      folder = hub.folder;
      expect(await known(hub)).not.toContain(secret);
    }
    expect(await hub?.events('source.moved')).toEqual([]);
  });
});

describe('the files of a hub that reads one', () => {
  it('hold its secret in the configuration only', async () => {
    web.answer('/agenda?token=s3cret', answers.text(page, 'text/html'));
    const reading = await hubReading({ id: 'a', url: web.at('/agenda?token=s3cret') });
    await known(reading);
    const holding = readdirSync(reading.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(secret))
      .map(({ name }) => name);
    expect(holding).toEqual(['relais.yaml']);
  });
});
