import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Configuration, ConfiguredSource } from './configuration.js';

/** A source and what is read of it: its own URL, or its sample in the demonstration. */
export type SourceToRead = Readonly<{ assembly: string; source: ConfiguredSource; url: string; isSample: boolean }>;

/** Samples of the programme to come are made at the first start, below the data folder. */
const generated = 'generated:';

/**
 * In the demonstration every source that has a sample, and nothing else; otherwise every source that is enabled and has a URL.
 * `live` turns all of them on: every source that has a URL, and no demonstration.
 */
export const sourcesToRead = (
  { assemblies, demonstration }: Configuration,
  { configFile, dataFolder, live = false }: { configFile: string; dataFolder: string; live?: boolean },
): readonly SourceToRead[] =>
  assemblies.flatMap(({ id, sources }) =>
    sources.flatMap((source): SourceToRead[] => {
      const { sample, url, enabled } = source;
      if (live || !demonstration)
        return (live || enabled) && url !== undefined ? [{ assembly: id, source, url, isSample: false }] : [];
      if (sample === undefined) return [];
      const file = sample.startsWith(generated)
        ? resolve(dataFolder, 'samples', sample.slice(generated.length))
        : resolve(dirname(configFile), sample);
      return [{ assembly: id, source, url: pathToFileURL(file).href, isSample: true }];
    }),
  );

/** The sources that announcements come to by themselves; one that is switched off receives nothing either, but in the demonstration. */
export const intakesOf = (
  { assemblies, demonstration }: Configuration,
  { live = false }: { live?: boolean },
): readonly Readonly<{ assembly: Configuration['assemblies'][number]; source: ConfiguredSource }>[] =>
  assemblies.flatMap((assembly) =>
    assembly.sources
      .filter(({ receives, enabled }) => receives.length > 0 && (enabled || demonstration || live))
      .map((source) => ({ assembly, source })),
  );
