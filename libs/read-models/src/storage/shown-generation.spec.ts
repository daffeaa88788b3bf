import { temporaryFolder } from '../testing/index.js';
import { join } from 'node:path';
import { Generation } from './generation.js';
import { ShownGeneration } from './shown-generation.js';

const shown = (): ShownGeneration => {
  const file = join(temporaryFolder(), '1.db');
  Generation.open(file, 1, []).close();
  const opened = ShownGeneration.open(file, []);
  if (opened === undefined) throw new Error('there is nothing to be shown');
  return opened;
};

describe('a generation that is shown', () => {
  it('prepares what it is asked often once', () => {
    const generation = shown();
    const often = generation.prepare('SELECT 0');
    for (let n = 1; n < 250; n++) {
      expect(generation.prepare(`SELECT ${n}`).get()).toEqual({ [n]: n });
      expect(generation.prepare('SELECT 0')).toBe(often);
    }
    generation.close();
  });

  it('lets go of what it was not asked for long', () => {
    const generation = shown();
    const once = generation.prepare('SELECT 0');
    for (let n = 1; n <= 100; n++) generation.prepare(`SELECT ${n}`);
    expect(generation.prepare('SELECT 0')).not.toBe(once);
    generation.close();
  });
});
