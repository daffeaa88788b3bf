import type { AssemblyId } from '@relais/vocabulary';
import { proposedId, proposedPlatform, slugOf } from './proposals.js';

const assembly = 'lille' as AssemblyId;
const candidate = (because: string) => ({
  url: 'https://exemple.test/',
  kind: 'feed' as const,
  confidence: 1,
  because,
});
const idFor = (platform: string, url: string, ...taken: string[]): string =>
  proposedId({ assembly, platform, url }, (id) => taken.includes(id));

describe('the id that is proposed', () => {
  it.each([
    ['mobilizon', 'https://mobilizon.exemple.test/@lille/feed/ics', 'lille-mobilizon'],
    ['web', 'https://www.agenda-ouvert.org/rss', 'lille-agenda-ouvert'],
    ['web', 'https://agenda.exemple.org/rss', 'lille-agenda-exemple'],
    ['web', 'http://127.0.0.1:8080/rss', 'lille-127-0-0-1'],
    ['web', 'http://[2001:db8::1]/rss', 'lille-2001-db8-1'],
    ['web', 'https://xn--caf-dma.test/', 'lille-xn-caf-dma'],
  ])('of %s at %s is %s', (platform, url, id) => expect(idFor(platform, url)).toBe(id));

  it('is another one where somebody has it or had it', () => {
    expect(idFor('mobilizon', 'https://mobi.test/', 'lille-mobilizon')).toBe('lille-mobilizon-mobi');
    const taken = ['lille-mobilizon', 'lille-mobilizon-mobi', 'lille-mobilizon-2'];
    expect(idFor('mobilizon', 'https://mobi.test/', ...taken)).toBe('lille-mobilizon-3');
    expect(idFor('web', 'https://mobi.test/', 'lille-mobi')).toBe('lille-mobi-2');
  });

  it('is one that the configuration would take as well, whatever the host', () => {
    for (const url of ['https://a--b.test/', 'https://-.test/', `https://${'x'.repeat(60)}.test/`])
      expect(idFor('web', url)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

describe('the platform that is proposed', () => {
  it('is the one whose paths led there, or whose format it is', () => {
    expect(proposedPlatform('icalendar', [candidate('linked as an alternate'), candidate('Démosphère')])).toBe(
      'demosphere',
    );
    expect(proposedPlatform('gancio', [])).toBe('gancio');
  });

  it('is none in particular where nothing shows one', () => {
    expect(proposedPlatform('icalendar', [candidate('the address itself'), candidate('linked in the page')])).toBe(
      'web',
    );
  });

  it('is a slug', () => expect(slugOf('  Été à l’Île — 2026 ! ')).toBe('ete-a-l-ile-2026'));
});
