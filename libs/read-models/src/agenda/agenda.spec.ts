import type { HubEvent } from '@relais/catalogue';
import type { GatheringId, Instant, RhythmId, When } from '@relais/vocabulary';
import {
  attached,
  basis,
  detached,
  evening,
  meeting,
  projected,
  recognised,
  recordedAt,
  specification,
} from '../testing/index.js';
import { agenda, occurrenceKey } from './agenda.js';

const { given } = specification(agenda);
const wiki = basis('lille-wiki', 'w11');
const gathering = meeting;
const past: When = { kind: 'all-day', from: '2016-07-21', until: '2016-07-21' };
const says = (link?: string, published?: Instant) => ({
  says: { title: 'Assemblée 11', ...(link && { link }), ...(published && { published }) },
});
const one: Record<string, HubEvent> = {
  retitled: { type: 'gathering.retitled', data: { gathering, title: 'Assemblée des communs', basis: basis() } },
  rescheduled: { type: 'gathering.rescheduled', data: { gathering, when: past, basis: basis() } },
  relocated: { type: 'gathering.relocated', data: { gathering, place: { name: 'MRES' }, basis: wiki } },
  described: { type: 'gathering.described', data: { gathering, summary: '<p>Venez.</p>', basis: wiki } },
  cancelled: { type: 'gathering.cancelled', data: { gathering, basis: wiki } },
  confirmed: { type: 'gathering.confirmed', data: { gathering, basis: wiki } },
};
const events = (...names: string[]): HubEvent[] => names.flatMap((name) => one[name] ?? []);
const known = [recognised(), attached()];

describe('the agenda', () => {
  it('shows a gathering once it is recognised', () =>
    given(recognised({ place: { city: 'Lille' }, summary: '<p>Venez.</p>' })).then({
      gathering,
      assembly: 'lille' as never,
      title: 'Assemblée 11',
      when: evening,
      place: { city: 'Lille' },
      summary: '<p>Venez.</p>',
      cancelled: false,
      announcements: 0,
      position: '1',
      recognisedAt: recordedAt,
      changedAt: recordedAt,
      sequence: 0,
    }));

  it('counts its announcements, and takes the first link and the earliest publication', () =>
    given(
      recognised(),
      attached(says(undefined, '2026-10-03T08:00:00Z')),
      attached({ announcement: wiki, ...says('https://wiki.example/11', '2026-10-01T08:00:00Z') }),
      attached({ announcement: basis('lille-meetup', 'm11'), ...says('https://meetup.example/11') }),
    ).then({ announcements: 3, link: 'https://wiki.example/11', published: '2026-10-01T08:00:00Z', sequence: 0 }));

  it('knows the day that a rhythm expected, wherever the gathering moves, until nobody announces it', async () => {
    const occurrence = { rhythm: 'lille-assemblees' as RhythmId, date: '2026-11-26' };
    const [expected, other] = [attached({ occurrence }), attached({ announcement: wiki })];
    await given(recognised(), other, expected, ...events('rescheduled')).then({ occurrence });
    const models = await projected(recognised(), other, expected);
    expect(models.count(agenda, { where: { occurrence: occurrenceKey(occurrence) } })).toBe(1);
    expect(models.count(agenda, { where: { occurrence: null } })).toBe(0);
    const withdrawn = await projected(recognised(), expected, detached());
    expect(withdrawn.count(agenda, { where: { occurrence: occurrenceKey(occurrence) } })).toBe(0);
  });

  it('takes over what was changed, each change of it raising the sequence', () =>
    given(...known, ...events('retitled', 'rescheduled', 'relocated', 'described')).then({
      title: 'Assemblée des communs',
      when: past,
      place: { name: 'MRES' },
      summary: '<p>Venez.</p>',
      sequence: 4,
    }));

  it('shows one that was cancelled as such, and as taking place once it is confirmed', async () => {
    await given(...known, ...events('cancelled')).then({ cancelled: true, sequence: 1 });
    await given(...known, ...events('cancelled', 'confirmed')).then({ cancelled: false, sequence: 2 });
  });

  it('forgets an announcement that was withdrawn while another stands', () =>
    given(...known, attached({ announcement: wiki }), detached()).then({ announcements: 1, sequence: 0 }));

  it('shows no gathering to come whose last announcement was withdrawn', async () => {
    await given(...known, detached()).then();
    const models = await projected(...known, detached(), recognised({ gathering: 'other' as GatheringId }));
    expect(models.find(agenda, { from: { day: '2026-11-01' } }).map(({ key }) => key)).toEqual(['other']);
    expect(models.count(agenda)).toBe(1);
    expect(models.get(agenda, meeting)).toBeUndefined();
  });

  it('shows none without a date whose last announcement was withdrawn', () => {
    const { when: _, ...undated } = recognised().data as Record<string, unknown>;
    return given({ ...recognised(), data: undated } as HubEvent, attached(), detached()).then();
  });

  it('keeps what took place, whatever its sources tidy away later', () =>
    given(recognised({ when: past }), attached(), detached()).then({ announcements: 0, sequence: 0 }));

  it('shows a withdrawn one again when it is announced again, as a change', () =>
    given(...known, detached(), ...events('retitled'), attached({ announcement: wiki })).then({
      title: 'Assemblée des communs',
      announcements: 1,
      sequence: 3,
    }));

  it('finds gatherings by the moment they start and by the last day they take place', () => {
    const columns = (when?: When) => {
      const row = { ...(when && { when }), recognisedAt: recordedAt } as Parameters<typeof agenda.columns.day>[0];
      return [agenda.columns.starts(row), agenda.columns.day(row)];
    };
    expect(columns()).toEqual([null, null]);
    expect(columns({ ...evening, starts: '2026-11-26T23:30:00.500Z' })).toEqual(['2026-11-26T23:30:00Z', '2026-11-27']);
    expect(columns({ kind: 'all-day', from: '2016-10-21', until: '2016-10-23' })).toEqual([
      '2016-10-21T00:00:00Z',
      '2016-10-23',
    ]);
  });
});

describe('a gathering that a moderator ruled on', () => {
  const other = 'lille-12' as typeof meeting;
  const wiki = basis('lille-wiki', 'w11');
  const taken = (announcement = basis()): HubEvent => ({
    type: 'gathering.announcement-detached',
    data: { gathering: meeting, announcement, reason: 'moderator', to: other },
  });
  const early = { title: 'AG', link: 'https://wiki.example/11', published: '2026-01-01T00:00:00Z' };
  const past = recognised({ when: { ...evening, starts: '2016-11-24T17:00:00Z' } });

  it('is shown once, under the other, though it is over', () => given(past, attached(), taken()).then());

  it('is there again once its announcement is back', () =>
    given(past, attached(), taken(), attached()).then({ announcements: 1, sequence: 2 }));

  it('keeps no link nor day of a guest that left', async () => {
    const events = [past, attached(), attached({ announcement: wiki, says: early, by: 'moderator' })];
    await given(...events).then({ link: early.link, published: early.published, announcements: 2 });
    const row = expect.not.objectContaining({ link: early.link, published: early.published }) as object;
    await given(...events, taken(wiki)).then(row);
  });

  it('has the link that it had when the first of its announcements is back', async () => {
    const own = attached({ says: { title: 'AG', link: 'https://one.example/' } });
    const events = [past, own, attached({ announcement: wiki, says: early }), taken()];
    await given(...events).then({ link: early.link });
    await given(...events, own).then({ link: 'https://one.example/', announcements: 2 });
  });

  it('forgets what nobody says any more', () =>
    given(recognised({ place: { name: 'MRES' } }), attached(), {
      type: 'gathering.unsaid',
      data: { gathering: meeting, fields: ['place'], basis: wiki },
    }).then(expect.not.objectContaining({ place: { name: 'MRES' } }) as object));
});
