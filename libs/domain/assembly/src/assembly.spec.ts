import { specification } from '@relais/event-sourcing/testing';
import type { AssemblyId, SourceId } from '@relais/vocabulary';
import { assembly } from './assembly.js';
import type { AssemblyEvent, AssemblyProfile, SourceDescription } from './events.js';

const { given } = specification(assembly);
const lille = 'lille' as AssemblyId;
const profile: AssemblyProfile = { name: 'Les communs', city: 'Lille', country: 'FR', zone: 'Europe/Paris' };
const renamed: AssemblyProfile = { ...profile, name: 'Assemblée des communs de Lille' };
const wiki: SourceDescription = { source: 'wiki' as SourceId, title: 'Wiki', platform: 'mediawiki' };
const site: SourceDescription = { source: 'site' as SourceId, title: 'Site', platform: 'wordpress' };

const founded: AssemblyEvent = { type: 'assembly.founded', data: { assembly: lille, profile } };
const described: AssemblyEvent = { type: 'assembly.described', data: { assembly: lille, profile: renamed } };
const added = (source: SourceDescription): AssemblyEvent => ({
  type: 'assembly.source-added',
  data: { assembly: lille, source },
});
const removed = ({ source }: SourceDescription): AssemblyEvent => ({
  type: 'assembly.source-removed',
  data: { assembly: lille, source },
});
const describing = (as: AssemblyProfile) => ({ type: 'describe' as const, assembly: lille, profile: as });
const listing = (...sources: SourceDescription[]) => ({ type: 'list-sources' as const, assembly: lille, sources });

describe('an assembly', () => {
  it('is founded when it is described for the first time', () => {
    given().when(describing(profile)).then(founded);
  });

  it('is left alone when it is described as it is, in whatever order', () => {
    const { zone, ...rest } = profile;
    given(founded)
      .when(describing({ zone, ...rest }))
      .thenNothing();
    given(founded, described).when(describing(renamed)).thenNothing();
  });

  it('is described again when something changed', () => {
    given(founded).when(describing(renamed)).then(described);
  });

  it('has no sources before it is founded', () => {
    given().when(listing(wiki)).thenRefused({ type: 'not-founded', assembly: lille });
  });

  it('gets the sources that are listed', () => {
    given(founded).when(listing(wiki, site)).then(added(wiki), added(site));
  });

  it('is left alone when its sources are listed as they are', () => {
    given(founded, added(wiki), added(site), described).when(listing(site, wiki)).thenNothing();
    given(founded).when(listing()).thenNothing();
  });

  it('loses the sources that are no longer listed', () => {
    given(founded, added(wiki), added(site)).when(listing(site)).then(removed(wiki));
  });

  it('gets a source back that it lost', () => {
    given(founded, added(wiki), removed(wiki)).when(listing(wiki)).then(added(wiki));
  });

  it('takes over what changed in a source', () => {
    const moved = { ...wiki, url: 'https://wiki.exemple.test/' };
    given(founded, added(wiki)).when(listing(moved)).then(added(moved));
    given(founded, added(wiki), added(moved)).when(listing(moved)).thenNothing();
  });

  it('says what is wrong with a history that does not begin with it', () => {
    expect(() => given(added(wiki)).when(listing())).toThrow('before the assembly was founded');
    expect(() => given(removed(wiki)).when(listing())).toThrow('before the assembly was founded');
  });
});
