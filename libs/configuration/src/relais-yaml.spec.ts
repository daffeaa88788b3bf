import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfiguration } from './read-configuration.js';
import { sourcesToRead } from './sources-to-read.js';

const configFile = join(import.meta.dirname, '../../../relais.yaml');
const configuration = readConfiguration(readFileSync(configFile, 'utf8'), 'relais.yaml');
const samples = sourcesToRead(configuration, { configFile, dataFolder: '/data' }).filter(({ isSample }) => isSample);

describe('relais.yaml', () => {
  it('serves seven cities, each with a letter', () => {
    expect(configuration.assemblies.map(({ id }) => id)).toEqual([
      'lille',
      'marseille',
      'grenoble',
      'brest',
      'rennes',
      'toulouse',
      'gent',
    ]);
    expect(
      configuration.assemblies.map(({ id, lists }) => lists.map((list) => list.id).join() === `info-${id}`),
    ).toEqual(configuration.assemblies.map(() => true));
  });

  it('touches no network before somebody turns a source on', () => {
    expect(configuration.demonstration).toBe(true);
    expect(sourcesToRead({ ...configuration, demonstration: false }, { configFile, dataFolder: '/data' })).toEqual([]);
  });

  it('finds the sample of every source', () => {
    const files = samples.map(({ url }) => fileURLToPath(url)).filter((file) => !file.startsWith('/data/samples/'));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('reads the announcements of one meeting from three sources of Lille', () => {
    const platforms = samples.filter(({ assembly }) => assembly === 'lille').map(({ source }) => source.platform);
    expect(platforms).toEqual(expect.arrayContaining(['facebook', 'communecter', 'demosphere']));
  });
});
