import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/index.js';
import { Generations } from './generations.js';

/** A folder with so many whole generations. */
const holding = (count: number): Generations => {
  const generations = new Generations(join(temporaryFolder(), 'not-there-yet'));
  for (let made = 0; made < count; made++) generations.complete(generations.create()).close();
  return generations;
};
const filesOf = ({ folder }: Generations): string[] => readdirSync(folder).sort();

describe('the generations of a folder', () => {
  it('are none before the first, even before the folder', () => {
    const generations = new Generations(join(temporaryFolder(), 'not-there-yet'));
    expect([generations.current(), generations.list()]).toEqual([undefined, []]);
  });

  it('are numbered, oldest first, tens after ones', () => {
    expect(holding(11).list()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('show the one that was activated last, any of them', () => {
    const generations = holding(3);
    expect(generations.current()).toBeUndefined();
    for (const number of [3, 1, 2]) {
      generations.activate(number);
      expect(new Generations(generations.folder).current()).toBe(number);
    }
    expect(filesOf(generations)).toEqual(['1.db', '2.db', '3.db', 'CURRENT']);
  });

  it('show none when the pointer names none that is there', () => {
    const generations = holding(1);
    generations.activate(1);
    for (const nonsense of ['', 'x', '7', '1.5']) {
      writeFileSync(join(generations.folder, 'CURRENT'), nonsense);
      expect(generations.current()).toBeUndefined();
    }
    generations.activate(1);
    rmSync(generations.fileOf(1));
    expect(generations.current()).toBeUndefined();
  });

  it('do not count one that is being built, and forget what a crash left of one', () => {
    const generations = holding(1);
    const left = generations.create();
    expect(generations.list()).toEqual([1]);
    writeFileSync(join(generations.folder, '9.building.db-wal'), 'left by another crash');
    const built = new Generations(generations.folder).create();
    expect(built.number).toBe(2);
    expect(existsSync(join(generations.folder, '9.building.db-wal'))).toBe(false);
    left.close();
    generations.complete(built).close();
    expect(filesOf(generations)).toEqual(['1.db', '2.db']);
  });

  it('keep nothing of one that was given up, and all of one that was completed', () => {
    const generations = holding(0);
    generations.discard(generations.create());
    expect(filesOf(generations)).toEqual([]);
    const built = generations.create();
    generations.complete(built).close();
    generations.discard(built);
    expect(filesOf(generations)).toEqual(['1.db']);
  });

  it('are pruned to the one that is shown and the newest others', async () => {
    const generations = holding(5);
    generations.activate(2);
    writeFileSync(`${generations.fileOf(1)}-wal`, '');
    await generations.prune(1);
    expect(filesOf(generations)).toEqual(['2.db', '5.db', 'CURRENT']);
    await generations.prune(0);
    expect(generations.list()).toEqual([2]);
  });
});
