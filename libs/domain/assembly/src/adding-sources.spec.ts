import { specification } from '@relais/event-sourcing/testing';
import type { AdminId, AssemblyId, SourceId } from '@relais/vocabulary';
import { assembly } from './assembly.js';
import type { AddedBy, AssemblyEvent, SourceDescription } from './events.js';

const { given } = specification(assembly);
const [lille, by] = ['lille' as AssemblyId, 'secretariat' as AdminId];
const profile = { name: 'Les communs', city: 'Lille', country: 'FR', zone: 'Europe/Paris' };
const described = (id: string, url?: string): SourceDescription => ({
  ...{ source: id as SourceId, title: id, platform: 'web' },
  ...(url !== undefined && { url }),
});
const wiki = described('wiki', 'https://wiki.exemple.test/flux');
const agenda = described('agenda', 'https://agenda.exemple.test/');

const founded: AssemblyEvent = { type: 'assembly.founded', data: { assembly: lille, profile } };
const configured = (source: SourceDescription): AssemblyEvent => ({
  type: 'assembly.source-added',
  data: { assembly: lille, source },
});
const added = (source: SourceDescription, who: AddedBy = by, every?: number): AssemblyEvent => ({
  type: 'assembly.source-added',
  data: { assembly: lille, source, by: who, ...(every !== undefined && { every }) },
});
const removed = ({ source }: SourceDescription, who?: AddedBy): AssemblyEvent => ({
  type: 'assembly.source-removed',
  data: { assembly: lille, source, ...(who && { by: who }) },
});
const adding = (source: SourceDescription, every?: number) => ({
  ...{ type: 'add-source' as const, assembly: lille, source, by },
  ...(every !== undefined && { every }),
});
const removing = ({ source }: SourceDescription) => ({ type: 'remove-source' as const, assembly: lille, source, by });
const listing = (...sources: SourceDescription[]) => ({ type: 'list-sources' as const, assembly: lille, sources });

describe('a source that is added while Relais runs', () => {
  it('is recorded with whoever added it, and how often it is to be read', () => {
    given(founded).when(adding(wiki)).then(added(wiki));
    given(founded)
      .when(adding(wiki, 120))
      .then(added(wiki, by, 120));
  });

  it('needs an assembly', () => {
    given().when(adding(wiki)).thenRefused({ type: 'not-founded', assembly: lille });
    given().when(removing(wiki)).thenRefused({ type: 'not-founded', assembly: lille });
  });

  it('is recorded without the fragment of its address', () => {
    given(founded)
      .when(adding({ ...wiki, url: `${wiki.url}#ici` }))
      .then(added(wiki));
  });

  it.each(['', 'wiki.exemple.test', 'file:///etc/passwd', 'ftp://exemple.test/', 'javascript:alert(1)'])(
    'is refused at the address «%s»',
    (url) =>
      given(founded)
        .when(adding({ ...wiki, url }))
        .thenRefused({ type: 'no-web-address', url }),
  );

  it.each([
    ['https://ada:mot@exemple.test/', 'a name or password'],
    ['https://ada@exemple.test/', 'a name or password'],
    ['https://exemple.test/flux?id=1&Token=a1', '«Token»'],
    ['https://exemple.test/flux?api_key=a1', '«api_key»'],
    ['https://calendar.exemple.test/ical/a/private-0123456789abcdef0123/basic.ics', 'a private part of its path'],
  ])('is refused where its address or its site is %s, since the log is for everybody', (url, what) => {
    given(founded)
      .when(adding({ ...wiki, url }))
      .thenRefused({ type: 'address-holds-secret', what });
    given(founded)
      .when(adding({ ...wiki, site: url }))
      .thenRefused({ type: 'address-holds-secret', what });
  });

  it('is taken at an address whose names only sound like a secret', () => {
    const open = { ...wiki, url: 'https://exemple.test/authors/feed?key=lille&signataire=1' };
    given(founded).when(adding(open)).then(added(open));
  });

  it('is refused under the id of another', () => {
    const other = { ...agenda, source: wiki.source };
    given(founded, configured(wiki)).when(adding(other)).thenRefused({ type: 'id-taken', source: wiki.source });
    given(founded, added(wiki)).when(adding(other)).thenRefused({ type: 'id-taken', source: wiki.source });
  });

  it.each([
    'https://wiki.exemple.test/flux',
    'http://www.wiki.exemple.test/flux/#haut',
    'https://WIKI.exemple.test:443/flux',
  ])('is refused where the assembly reads that address already: %s', (url) => {
    const refusal = { type: 'read-already' as const, source: wiki.source };
    const written = new URL(url);
    written.hash = '';
    for (const known of [configured(wiki), added(wiki)])
      given(founded, known)
        .when(adding({ ...agenda, url }))
        .thenRefused({ ...refusal, url: written.href });
  });

  it('is refused where the configuration writes the same host with its accents', () => {
    const url = 'https://xn--caf-dma.exemple.test/rss';
    given(founded, configured({ ...wiki, url: 'https://café.exemple.test/rss' }))
      .when(adding({ ...agenda, url }))
      .thenRefused({ type: 'read-already', source: wiki.source, url });
  });

  it('is another one at another path, query or port', () => {
    for (const url of ['https://wiki.exemple.test/Flux', `${wiki.url}?a=1`, 'https://wiki.exemple.test:8443/flux'])
      given(founded, configured(wiki))
        .when(adding({ ...agenda, url }))
        .then(added({ ...agenda, url }));
  });

  it('can be removed', () => {
    given(founded, added(wiki)).when(removing(wiki)).then(removed(wiki, by));
    given(founded, added(wiki), removed(wiki, by))
      .when(removing(wiki))
      .thenRefused({ type: 'no-such-source', source: wiki.source });
  });

  it('can be added again once it is removed, but its id is for no other address', () => {
    given(founded, added(wiki), removed(wiki, by)).when(adding(wiki)).then(added(wiki));
    given(founded, added(wiki), removed(wiki, by))
      .when(adding({ ...agenda, source: wiki.source }))
      .thenRefused({ type: 'id-taken', source: wiki.source });
    given(founded, configured(wiki), removed(wiki))
      .when(adding({ ...agenda, source: wiki.source }))
      .thenRefused({ type: 'id-taken', source: wiki.source });
  });
});

describe('the sources of the configuration', () => {
  it('leave alone what was added while Relais ran', () => {
    given(founded, configured(wiki), added(agenda)).when(listing(wiki)).thenNothing();
    given(founded, configured(wiki), added(agenda)).when(listing()).then(removed(wiki));
  });

  it('cannot be removed but by it', () => {
    given(founded, configured(wiki)).when(removing(wiki)).thenRefused({ type: 'configured', source: wiki.source });
  });

  it('take over what was added before, and are then all that it names', () => {
    given(founded, added(wiki)).when(listing(wiki)).then(configured(wiki));
    given(founded, added(wiki), configured(wiki)).when(listing(wiki)).thenNothing();
    given(founded, added(wiki), configured(wiki)).when(listing()).then(removed(wiki));
    given(founded, added(wiki), configured(wiki))
      .when(removing(wiki))
      .thenRefused({ type: 'configured', source: wiki.source });
  });
});
