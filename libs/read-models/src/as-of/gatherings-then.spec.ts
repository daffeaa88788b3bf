import { agenda } from '../agenda/agenda.js';
import { assemblies } from '../assemblies/assemblies.js';
import { attendances } from '../attendances/attendances.js';
import { gatherings } from '../gathering/gathering.js';
import { sources } from '../sources/sources.js';
import { temporaryFolder, recordedHistory } from './testing/history-then.js';
import { GatheringsThen } from './gatherings-then.js';
import { PastViews } from './past-views.js';

describe('one gathering as it stood', () => {
  it('is at every position what the whole rebuilt up to there says of it', async () => {
    const store = await recordedHistory();
    const past = new PastViews(store, temporaryFolder(), { snapshotEvery: 30n });
    const then = new GatheringsThen(store);
    for (let position = await store.head(); position >= 0n; position--) {
      const whole = await past.at(position);
      for (const id of ['rencontre-1', 'rencontre-3', 'rencontre-8', 'rencontre-9', 'none']) {
        const one = await then.at(id, position);
        const text = (models: typeof one) => JSON.stringify(models.get(gatherings, id));
        expect([position, id, text(one)]).toEqual([position, id, text(whole.models)]);
      }
      const one = await then.at('rencontre-1', position);
      expect(one.position()).toBe(position);
      expect(one.find(assemblies)).toEqual(whole.models.find(assemblies));
      const called = ({ models }: { models: typeof one }) =>
        models.find(sources, { where: { assembly: 'lille' } }).map(({ key, row }) => [key, row.title, row.url]);
      expect(called({ models: one })).toEqual(called(whole));
      whole.release();
    }
    past.close();
  });

  it('knows what assemblies and sources are called since it was asked last', async () => {
    const store = await recordedHistory();
    const then = new GatheringsThen(store);
    const head = await store.head();
    await then.at('rencontre-1', head);
    const profile = { name: 'Autre', city: 'Lille', country: 'FR', zone: 'Europe/Paris' };
    await store.append('assembly-lille', [{ type: 'assembly.described', data: { assembly: 'lille', profile } }], 'any');
    const nameAt = async (position: bigint) =>
      (await then.at('rencontre-1', position)).get(assemblies, 'lille')?.profile.name;
    expect([await nameAt(head), await nameAt(head + 1n)]).toEqual(['Assemblée des communs de Lille', 'Autre']);
  });

  it('had as many who meant to come as had answered by then, of this gathering alone', async () => {
    const store = await recordedHistory();
    const then = new GatheringsThen(store);
    const answer = (gathering: string, person: string, said: string) =>
      store.append(
        `attendance-${gathering}-${person}`,
        [{ type: 'attendance.answered', data: { gathering, person, answer: said, via: 'page' } }],
        'any',
      );
    const before = await store.head();
    await answer('rencontre-1', 'p1', 'yes');
    await answer('rencontre-3', 'p1', 'no');
    await answer('rencontre-1', 'p1', 'maybe');
    const told = async (position: bigint) => {
      const row = (await then.at('rencontre-1', position)).get(attendances, 'rencontre-1');
      return row && [row.yes, row.maybe, row.no];
    };
    const positions = [0n, 1n, 2n, 3n].map((more) => before + more);
    expect(await Promise.all(positions.map(told))).toEqual([undefined, [1, 0, 0], [1, 0, 0], [0, 1, 0]]);
  });

  it('refuses to tell of rows that were not made', async () => {
    const models = await new GatheringsThen(await recordedHistory()).at('rencontre-1', 100n);
    expect(() => models.find(agenda)).toThrow('no rows of agenda were made here');
  });
});
