import { gatherings } from '@relais/read-models';
import { attached, basis, detached, meeting, projected, recognised } from '@relais/read-models/testing';
import { gatheringJson } from './gathering-json.js';

const json = async (...events: ReturnType<typeof recognised>[]): Promise<Record<string, unknown>> => {
  const row = (await projected(...events)).get(gatherings, meeting);
  if (row === undefined) throw new Error('no gathering was recognised');
  return gatheringJson(row, 'Assemblée de Lille', 'https://relais.example') as Record<string, unknown>;
};
const place = { name: 'MRES', address: '23 rue Gosselet', postalCode: '59000', city: 'Lille', country: 'FR' };

describe('a gathering as JSON', () => {
  it('is an Event of schema.org, with the announcements it came from', async () => {
    const says = { title: 'AG 11', link: 'https://wiki.example/11' };
    expect(await json(recognised({ place, summary: '<p>Venez.</p>' }), attached({ says }))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': 'https://relais.example/rencontres/lille-11',
      url: 'https://relais.example/rencontres/lille-11',
      name: 'Assemblée 11',
      startDate: '2026-11-26T17:00:00Z',
      timeZone: 'Europe/Paris',
      eventStatus: 'https://schema.org/EventScheduled',
      location: {
        '@type': 'Place',
        name: 'MRES',
        address: {
          '@type': 'PostalAddress',
          streetAddress: '23 rue Gosselet',
          postalCode: '59000',
          addressLocality: 'Lille',
          addressCountry: 'FR',
        },
      },
      description: '<p>Venez.</p>',
      organizer: { '@type': 'Organization', name: 'Assemblée de Lille', url: 'https://relais.example/lille' },
      sameAs: ['https://wiki.example/11'],
      announcements: [
        {
          ...basis(),
          title: 'AG 11',
          url: 'https://wiki.example/11',
          score: 1,
          reasons: [{ rule: 'first', detail: 'rv-11' }],
          by: 'rule',
        },
      ],
    });
  });

  it('says whole days as days, and nothing of a date that is not known', async () => {
    const when = { kind: 'all-day', from: '2016-10-21', until: '2016-10-23' } as const;
    expect(await json(recognised({ when }))).toMatchObject({ startDate: '2016-10-21', endDate: '2016-10-23' });
    const { when: _, ...undated } = recognised().data as Record<string, unknown>;
    expect(await json({ ...recognised(), data: undated } as never)).not.toHaveProperty('startDate');
  });

  it('says what was cancelled, and leaves open what nobody announces any more', async () => {
    const cancelled = { type: 'gathering.cancelled', data: { gathering: meeting, basis: basis() } } as const;
    expect(await json(recognised(), cancelled)).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
    expect(await json(recognised(), attached(), detached())).not.toHaveProperty('eventStatus');
  });

  it('says what its announcements disagree on', async () => {
    const basisOf = (item: string) => basis('lille-wiki', item);
    const [one, other] = ['MRES', 'Mutualab'].map((name) => ({ name, city: 'Lille' }));
    const says = (item: string, at: typeof one) =>
      attached({ announcement: basisOf(item), says: { title: 'AG', ...(at && { place: at }) } });
    expect((await json(recognised(), says('a', one), says('b', other)))['conflicts']).toEqual([
      {
        field: 'place',
        says: [
          { ...basisOf('a'), value: one },
          { ...basisOf('b'), value: other },
        ],
      },
    ]);
  });
});
