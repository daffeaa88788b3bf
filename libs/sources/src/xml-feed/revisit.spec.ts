import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const revisitIn = async (text: string) => (await readDocument(fetched(text))).document.revisit;
const rss = (said: string): string =>
  `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>A</title>${said}</channel></rss>`;
const hours = (...numbers: number[]): string =>
  `<skipHours>${numbers.map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`;
const days = (...names: string[]): string => `<skipDays>${names.map((day) => `<day>${day}</day>`).join('')}</skipDays>`;
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_none, index) => first + index);
const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const syndicated = (period: string, frequency?: string): string =>
  `<sy:updatePeriod>${period}</sy:updatePeriod>${frequency === undefined ? '' : `<sy:updateFrequency>${frequency}</sy:updateFrequency>`}`;

describe('when a feed is worth reading again', () => {
  it.each([
    ['60', 60],
    ['1', 1],
    ['525600', 10_080],
    ['99999999999999999999', undefined],
    ['0', undefined],
    ['-60', undefined],
    ['1.5', undefined],
    ['une heure', undefined],
    ['', undefined],
  ])('is what its ttl says, if that makes sense: «%s»', async (ttl, everyMinutes) => {
    expect(await revisitIn(rss(`<ttl>${ttl}</ttl>`))).toEqual(everyMinutes && { everyMinutes });
  });

  it.each([
    [syndicated('hourly'), 60],
    [syndicated('hourly', '2'), 30],
    [syndicated('DAILY', '4'), 360],
    [syndicated('weekly', '7'), 1_440],
    [syndicated('yearly', '1'), 10_080],
    ['<sy:updateFrequency>3</sy:updateFrequency>', 480],
    [syndicated('hourly', '1000'), undefined],
    [syndicated('hourly', '0'), undefined],
    [syndicated('hourly', '-2'), undefined],
    [syndicated('fortnightly', '2'), undefined],
    ['<sy:updateBase>2000-01-01T12:00+00:00</sy:updateBase>', undefined],
  ])('is how often it is said to be updated: %s', async (said, everyMinutes) => {
    expect(await revisitIn(rss(said))).toEqual(everyMinutes && { everyMinutes });
  });

  it('is what its ttl says before what its program says of all feeds', async () => {
    expect(await revisitIn(rss(`${syndicated('hourly')}<ttl>720</ttl>`))).toEqual({ everyMinutes: 720 });
    expect(await revisitIn(rss(`${syndicated('daily')}<ttl>0</ttl>`))).toEqual({ everyMinutes: 1_440 });
  });

  it('is said in RSS 1.0 and in Atom as well, under any prefix', async () => {
    const module = 'xmlns:s="http://purl.org/rss/1.0/modules/syndication/"';
    const said = '<s:updatePeriod>daily</s:updatePeriod><s:updateFrequency>2</s:updateFrequency>';
    for (const feed of [
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${module}><channel>${said}</channel><item/></rdf:RDF>`,
      `<feed xmlns="http://www.w3.org/2005/Atom" ${module}>${said}</feed>`,
    ])
      expect(await revisitIn(feed)).toEqual({ everyMinutes: 720 });
  });

  it.each([
    ['from 0 to 23', hours(0, 1, 23), [0, 1, 23]],
    ['from 1 to 24, which is midnight', hours(22, 23, 24), [0, 22, 23]],
    ['twice or in any order', hours(5, 4, 5), [4, 5]],
    ['almost all', hours(...from(0, 22)), from(0, 22)],
    ['all of the one kind', hours(...from(0, 23)), undefined],
    ['all of the other kind', hours(...from(1, 24)), undefined],
    ['none that there are', hours(25, 99, -3), undefined],
  ])('is not in the hours that it names, unless that is never: %s', async (_which, said, notAtHours) => {
    expect(await revisitIn(rss(said))).toEqual(notAtHours && { notAtHours });
  });

  it.each([
    ['the weekend', days('Saturday', 'Sunday'), [6, 7]],
    ['as they come', days('SUN', ' monday '), [1, 7]],
    ['all', days(...week), undefined],
    ['no days', days('Lundi', ''), undefined],
  ])('is not on the days that it names, unless that is never: %s', async (_which, said, notOnDays) => {
    expect(await revisitIn(rss(said))).toEqual(notOnDays && { notOnDays });
  });

  it('is not what a single item says, nor said where nothing is', async () => {
    expect(await revisitIn(rss('<item><title>A</title><ttl>60</ttl></item>'))).toBeUndefined();
  });
});
