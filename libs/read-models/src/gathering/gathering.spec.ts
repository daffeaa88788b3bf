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
