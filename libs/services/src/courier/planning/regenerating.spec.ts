import { join } from 'node:path';
import type { HubEvent } from '@relais/catalogue';
import { PastViews } from '@relais/read-models';
import type { GatheringId, ItemKey, SourceId } from '@relais/vocabulary';
import type { ComposedIssue } from '../issues/issue-shelf.js';
import { regenerate } from './regenerating.js';
import { PlannedTown } from './testing/planned-town.js';

const themes = [{ id: 'jardins', name: 'Jardins', words: ['jardin'] }];
let town: PlannedTown;
let past: PastViews;
const again = (issue: ComposedIssue) =>
  regenerate(issue, { past, themes: town.deployment.themes, zone: 'Europe/Paris' });

const issues = async (): Promise<ComposedIssue[]> =>
  (await town.events('digest.composed')).map(({ data }) => data as ComposedIssue);

/** Weeks in which things are announced, change and are withdrawn, and people of every rhythm are written to. */
const weeks = async (): Promise<void> => {
  for (let day = 2; day <= 20; day++) {
    const date = `2026-11-${String(day).padStart(2, '0')}`;
    await town.until(`${date}T12:00:00Z`);
    await town.publishes(`Nouvelle du jardin ${day}`, { assembly: day % 2 === 0 ? 'lille' : 'gent' });
    if (day % 3 === 0) await town.publishes(`Vote ${day}`, { summary: `jusqu’au ${Math.min(30, day + 4)} novembre` });
    if (day % 4 === 0) await town.meets(`g${day}`, `2026-12-${String(day).padStart(2, '0')}`);
    if (day % 5 === 0) await town.meets(`soon${day}`, `2026-11-${String(Math.min(30, day + 3)).padStart(2, '0')}`);
    const gathering = `g${day - 4}` as GatheringId;
    const basis = { source: 's' as SourceId, item: gathering as string as ItemKey };
    const cancelled: HubEvent = { type: 'gathering.cancelled', data: { gathering, basis } };
    if (day % 8 === 0 && day > 4) await town.record(`gathering-${gathering}`, cancelled);
  }
  await town.until('2026-12-02T12:00:00Z');
};

describe('an issue that is made again', () => {
  beforeAll(async () => {
    town = await PlannedTown.of(['lille', 'gent'], { themes });
    past = new PastViews(town.store, join(town.folder, 'as-of'));
    await town.subscribes('month');
    await town.subscribes('week', { rhythm: { every: 'week', on: 4 }, hour: 8 });
    await town.subscribes('day', { rhythm: { every: 'day' }, hour: 8, cities: 'all' });
    await town.subscribes('event', { rhythm: { every: 'event' } });
    await weeks();
  });
  afterAll(async () => {
    past.close();
    await town.end();
  });

  it('is as it was, byte for byte, whatever came since: every issue of a history', async () => {
    const all = await issues();
    expect(new Set(all.map(({ cadence }) => cadence))).toEqual(new Set(['month', 'week', 'day', 'event', 'notice']));
    expect(all.length).toBeGreaterThan(40);
    for (const issue of all)
      expect([issue.issue, await again(issue)]).toEqual([
        issue.issue,
        { recorded: issue.hash, hash: issue.hash, differs: 'nothing', others: [], content: issue.content },
      ]);
  });

  it('says so where it is not what it was', async () => {
    const [issue] = await issues();
    if (issue === undefined) throw new Error('there is no issue');
    const { content } = issue;
    const other = { ...issue, hash: 'other', content: { ...content, news: [] } };
    expect((await again(other)).differs).toBe('content');
    const unthemed = { ...content, news: content.news.map(({ themes: _, ...fact }) => fact) };
    expect((await again({ ...issue, hash: 'other', content: unthemed })).differs).toBe('themes');
  });

  it('names what its letters were made with and are not any more', async () => {
    const [issue] = await issues();
    if (issue?.madeWith === undefined) throw new Error('there is no issue');
    const older = { ...issue, template: 1, madeWith: { ...issue.madeWith, tz: '2016a' } };
    expect((await again(older)).others).toEqual([
      { part: 'template', then: '1', now: expect.any(String) as string },
      { part: 'tz', then: '2016a', now: process.versions.tz },
    ]);
  });
});
