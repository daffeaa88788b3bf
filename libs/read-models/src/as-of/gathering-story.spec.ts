import { gatherings } from '../gathering/gathering.js';
import { recordedHistory } from './testing/history-then.js';
import { storyOf, type Step } from './gathering-story.js';
import { GatheringsThen } from './gatherings-then.js';

const told = async (gathering: string, until?: bigint): Promise<readonly Step[]> =>
  storyOf(await recordedHistory(), gathering, until);

describe('the story of a gathering', () => {
  it('tells every event of it in order, and who said so', async () => {
    const steps = await told('rencontre-1');
    expect(steps[0]).toMatchObject({
      type: 'gathering.recognised',
      basis: { source: 'lille-demosphere', item: 'd1' },
      at: '2026-10-06T10:00:00.000Z',
    });
    expect(steps.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['gathering.retitled', 'gathering.cancelled']),
    );
    const positions = steps.map(({ position }) => Number(position));
    expect(positions).toEqual(positions.toSorted((one, other) => one - other));
  });

  it('says what became another by each, before and after', async () => {
    const steps = await told('rencontre-1');
    const of = (type: string) => steps.find((step) => step.type === type)?.changes;
    expect(of('gathering.recognised')).toContainEqual({ member: 'title', after: 'Assemblée 1' });
    expect(of('gathering.recognised')?.map(({ member }) => member)).toEqual(['title', 'when']);
    expect(of('gathering.retitled')).toEqual([
      { member: 'title', before: 'Assemblée 1', after: 'Assemblée des communs 1' },
    ]);
    expect(of('gathering.cancelled')).toEqual([{ member: 'cancelled', before: false, after: true }]);
    expect(of('gathering.relocated')?.[0]).toMatchObject({ member: 'place', after: { city: 'Lille' } });
  });

  it('says what announcements came, changed and went', async () => {
    const steps = await told('rencontre-3');
    const by = (type: string) => steps.filter((step) => step.type === type).map(({ announcements }) => announcements);
    expect(by('gathering.announcement-attached').flat()).toMatchObject([
      { announcement: { item: 'd3' }, after: { title: 'Assemblée 3' } },
      { announcement: { item: 'w3' }, after: { title: 'Assemblée 3' } },
    ]);
    expect(by('gathering.announcement-revised')[0]).toMatchObject([
      { before: { title: 'Assemblée 3' }, after: { title: 'Assemblée des communs 3' } },
    ]);
    expect(by('gathering.announcement-detached').flat()).toMatchObject([
      { announcement: { item: 'd3' }, before: { title: 'Assemblée 3' } },
      { announcement: { item: 'w3' } },
    ]);
    expect(
      by('gathering.announcement-detached')
        .flat()
        .some((change) => 'after' in change),
    ).toBe(false);
    expect(steps.at(-1)?.changes).toEqual([{ member: 'withdrawn', after: true }]);
  });

  it('includes the rulings on its announcements, and their end, by the id of the admin', async () => {
    const steps = await told('rencontre-9');
    const rulings = steps.filter(({ ruling }) => ruling);
    expect(rulings.map(({ type, ruling }) => [type, ruling?.verdict, ruling?.by])).toEqual([
      ['ruling.made', 'same', 'secretariat'],
      ['ruling.revoked', 'same', 'secretariat'],
    ]);
    expect((await told('rencontre-1')).filter(({ ruling }) => ruling)).toEqual([]);
    expect(steps.find(({ type }) => type === 'gathering.announcement-detached')).toMatchObject({ to: 'rencontre-8' });
  });

  it('ends, gathered up, in what the page shows now', async () => {
    const store = await recordedHistory();
    const shown: Record<string, unknown> = {};
    for (const { changes } of await storyOf(store, 'rencontre-1'))
      for (const { member, after } of changes) shown[member] = after;
    const row = (await new GatheringsThen(store).at('rencontre-1', await store.head())).get(gatherings, 'rencontre-1');
    expect(row).toMatchObject(shown);
  });

  it('ends at the position that it is asked for', async () => {
    const all = await told('rencontre-1');
    const third = BigInt(all[2]?.position ?? 0);
    expect(await told('rencontre-1', third)).toHaveLength(3);
  });

  it('is empty where there is no such gathering', async () => {
    expect(await told('none')).toEqual([]);
  });
});
