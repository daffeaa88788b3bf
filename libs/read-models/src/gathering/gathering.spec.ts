import type { HubEvent } from '@relais/catalogue';
import {
  attached,
  basis,
  detached,
  evening,
  meeting,
  recognised,
  recordedAt,
  specification,
} from '../testing/index.js';
import { gatherings } from './gathering.js';

const { given } = specification(gatherings);
const gathering = meeting;
const wiki = basis('lille-wiki', 'w11');
const known = [recognised(), attached()];
const retitled: HubEvent = {
  type: 'gathering.retitled',
  data: { gathering, title: 'Assemblée des communs', basis: wiki },
};
const rescheduled: HubEvent = {
  type: 'gathering.rescheduled',
  data: { gathering, when: { ...evening, zone: 'Europe/Brussels' }, basis: wiki },
};
const relocated: HubEvent = { type: 'gathering.relocated', data: { gathering, place: { name: 'MRES' }, basis: wiki } };
const described: HubEvent = { type: 'gathering.described', data: { gathering, summary: '<p>Venez.</p>', basis: wiki } };
const cancelled: HubEvent = { type: 'gathering.cancelled', data: { gathering, basis: wiki } };
const confirmed: HubEvent = { type: 'gathering.confirmed', data: { gathering, basis: wiki } };

describe('the page of a gathering', () => {
  it('says who said each value', () =>
    given(recognised({ place: { city: 'Lille' }, summary: '<p>Ici.</p>' }), retitled, rescheduled, cancelled).then({
      title: 'Assemblée des communs',
      when: { ...evening, zone: 'Europe/Brussels' },
      cancelled: true,
      basis: { title: wiki, when: wiki, place: basis(), summary: basis(), cancelled: wiki },
    }));

  it('fills in what was missing, and who said it', () =>
    given(...known, relocated, described).then({
      place: { name: 'MRES' },
      summary: '<p>Venez.</p>',
      basis: { title: basis(), when: basis(), place: wiki, summary: wiki },
    }));

  it('has every announcement, in the order in which they were attached, and why', () =>
    given(
      ...known,
      attached({ announcement: wiki, says: { title: 'AG 11' }, score: 0.8, reasons: [{ rule: 'link', detail: 'x' }] }),
    ).then({
      announcements: [
        {
          ...basis(),
          says: { title: 'Assemblée 11' },
          score: 1,
          reasons: [{ rule: 'first', detail: 'rv-11' }],
          by: 'rule',
          attachedAt: recordedAt,
        },
        {
          ...wiki,
          says: { title: 'AG 11' },
          score: 0.8,
          reasons: [{ rule: 'link', detail: 'x' }],
          by: 'rule',
          attachedAt: recordedAt,
        },
      ],
    }));

  it('shows what an announcement says today', () =>
    given(...known, attached({ announcement: wiki }), {
      type: 'gathering.announcement-revised',
      data: { gathering, announcement: wiki, says: { title: 'AG 11 bis' } },
    }).then({
      announcements: [
        { ...basis(), says: { title: 'Assemblée 11' } },
        { ...wiki, says: { title: 'AG 11 bis' } },
      ] as never,
      sequence: 0,
    }));

  it('tells its story, oldest first', () =>
    given(...known, cancelled, confirmed, detached()).then({
      cancelled: false,
      story: [
        { type: 'gathering.recognised', at: recordedAt, basis: basis() },
        { type: 'gathering.announcement-attached', at: recordedAt, basis: basis() },
        { type: 'gathering.cancelled', at: recordedAt, basis: wiki },
        { type: 'gathering.confirmed', at: recordedAt, basis: wiki },
        { type: 'gathering.announcement-detached', at: recordedAt, basis: basis() },
      ],
    }));

  it('stays for ever, and says when all who announced it withdrew', () =>
    given(...known, detached()).then({ title: 'Assemblée 11', announcements: [], withdrawn: true, sequence: 1 }));

  it('says so no more when it is announced again', async () => {
    const again = [...known, detached(), attached({ announcement: wiki })];
    await given(...again).then({ announcements: [{ ...wiki }] as never, sequence: 2 });
    await given(...again).then(expect.not.objectContaining({ withdrawn: true }) as object);
    await given(...again, detached(wiki)).then({ withdrawn: true, sequence: 3 });
  });

  it('is not withdrawn while one announcement stands, or once it took place', async () => {
    await given(...known, attached({ announcement: wiki }), detached()).then({ sequence: 0 });
    const took = recognised({ when: { ...evening, starts: '2016-11-24T17:00:00Z' } });
    await given(took, attached(), detached()).then({ announcements: [], sequence: 0 });
  });

  it('knows nothing of one that was never recognised', () => given(attached(), retitled).then());
});

describe('the page of a gathering that a moderator ruled on', () => {
  const [other, guest] = [
    'lille-12' as typeof meeting,
    attached({ announcement: wiki, says: { title: 'AG 11' }, by: 'moderator' }),
  ];
  const taken = (announcement = basis()): HubEvent => ({
    type: 'gathering.announcement-detached',
    data: { gathering, announcement, reason: 'moderator', to: other },
  });

  it('says where all of its announcements went, though it is over', async () => {
    const over = recognised({ when: { ...evening, starts: '2016-11-24T17:00:00Z' } });
    await given(over, attached(), taken()).then({ mergedInto: other, announcements: [], sequence: 1 });
    await given(over, attached(), taken()).then(expect.not.objectContaining({ withdrawn: true }) as object);
  });

  it('says so no more once one is back', async () => {
    const back = [recognised(), attached(), taken(), attached()];
    await given(...back).then(expect.not.objectContaining({ mergedInto: other }) as object);
    await given(...back).then({ sequence: 2, announcements: [{ ...basis() }] as never });
  });

  it('went nowhere when only a guest left it', async () => {
    await given(...known, guest, detached(), taken(wiki)).then({ withdrawn: true });
    await given(...known, guest, detached(), taken(wiki)).then(
      expect.not.objectContaining({ mergedInto: other }) as object,
    );
  });

  it('has its announcements in their order again', () =>
    given(...known, attached({ announcement: wiki }), taken(), attached()).then({
      announcements: [{ ...basis() }, { ...wiki }] as never,
    }));

  it('forgets what nobody says any more', async () => {
    const unsaid: HubEvent = {
      type: 'gathering.unsaid',
      data: { gathering, fields: ['place', 'summary'], basis: wiki },
    };
    await given(...known, relocated, described, unsaid).then(
      expect.not.objectContaining({ place: { name: 'MRES' } }) as object,
    );
    await given(...known, relocated, described, unsaid).then({ basis: { title: basis(), when: basis() }, sequence: 3 });
  });
});

describe('what announcements of one gathering disagree on', () => {
  const says = (item: string, of: Partial<Parameters<typeof attached>[0] & object>['says']) =>
    attached({ announcement: basis('lille-wiki', item), says: { title: 'AG', ...of } });
  const later = { ...evening, starts: '2026-11-26T17:30:00Z' };

  it('is the hour, by a minute or more', async () => {
    await given(recognised(), says('a', { when: evening } as never), says('b', { when: later } as never)).then({
      conflicts: [
        {
          field: 'when',
          says: [
            { basis: basis('lille-wiki', 'a'), value: evening },
            { basis: basis('lille-wiki', 'b'), value: later },
          ],
        },
      ],
    });
    const seconds = { ...evening, starts: '2026-11-26T17:00:59Z' };
    await given(recognised(), says('a', { when: evening } as never), says('b', { when: seconds } as never)).then({
      conflicts: [],
    });
  });

  it.each<[string, object, object, string[]]>([
    [
      'a day is only less precise than an hour of it',
      { when: { kind: 'all-day', from: '2026-11-26', until: '2026-11-26' } },
      { when: evening },
      [],
    ],
    [
      'another day is another',
      { when: { kind: 'all-day', from: '2026-11-27', until: '2026-11-27' } },
      { when: evening },
      ['when'],
    ],
    ['when it ends is none', { when: { ...evening, ends: '2026-11-26T19:00:00Z' } }, { when: evening }, []],
    [
      'another house is another',
      { place: { name: 'MRES', city: 'Lille' } },
      { place: { name: 'Mutualab', city: 'Lille' } },
      ['place'],
    ],
    [
      'another city is another',
      { place: { name: 'MRES', city: 'Lille' } },
      { place: { name: 'MRES', city: 'Gent' } },
      ['place'],
    ],
    [
      'initials are the house',
      { place: { name: 'MRES' } },
      { place: { name: "Maison Régionale de l'Environnement et des Solidarités" } },
      [],
    ],
    [
      'an address may name the house',
      { place: { name: 'A', address: '23 rue Gosselet' } },
      { place: { name: 'B', address: '23, rue Gosselet' } },
      [],
    ],
    ['one calls it off and one does not', { cancelled: true }, {}, ['cancelled']],
    ['who says nothing contradicts nobody', { when: evening, place: { name: 'MRES' } }, {}, []],
  ])('%s', async (_, one, other, fields) => {
    const rows = given(recognised(), says('a', one as never), says('b', other as never));
    await rows.then({ conflicts: fields.map((field) => expect.objectContaining({ field }) as never) });
  });

  it('is settled once one of them is gone', () =>
    given(
      recognised(),
      says('a', { when: evening } as never),
      says('b', { when: later } as never),
      detached(basis('lille-wiki', 'b')),
    ).then({ conflicts: [] }));
});
