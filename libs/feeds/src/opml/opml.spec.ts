import { founded, projected, sourceAdded } from '@relais/read-models/testing';
import type { AssemblyId, SourceId } from '@relais/vocabulary';
import { opml } from './opml.js';

describe('OPML', () => {
  it('lists the sources that have an address, an outline per assembly in order of their cities', async () => {
    const models = await projected(
      founded(),
      founded({
        assembly: 'brest' as AssemblyId,
        profile: { name: 'Brest & "communs"', city: 'Brest', country: 'FR', zone: 'Europe/Paris' },
      }),
      sourceAdded('lille-blog', 'Le <blog>'),
      {
        type: 'assembly.source-added',
        data: {
          assembly: 'lille' as AssemblyId,
          source: {
            ...{ source: 'lille-wiki' as SourceId, title: 'Wiki', platform: 'mediawiki' },
            ...{ url: 'https://wiki.example/?a=1&b=2', site: 'https://wiki.example/' },
          },
        },
      },
      {
        type: 'assembly.source-added',
        data: {
          assembly: 'lille' as AssemblyId,
          source: { source: 'lille-facebook' as SourceId, title: 'Facebook', platform: 'facebook' },
        },
      },
    );
    expect(opml(models).split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<opml version="2.0"><head><title>Relais des communs : sources</title></head><body>',
      '<outline text="Brest &amp; &quot;communs&quot;">',
      '</outline>',
      '<outline text="Assemblée des communs de Lille">',
      '<outline type="rss" text="Le &lt;blog&gt;" xmlUrl="https://lille-blog.example/feed"/>',
      '<outline type="rss" text="Wiki" xmlUrl="https://wiki.example/?a=1&amp;b=2" htmlUrl="https://wiki.example/"/>',
      '</outline>',
      '</body></opml>',
      '',
    ]);
  });
});
