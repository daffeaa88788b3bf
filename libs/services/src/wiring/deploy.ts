import { readFileSync } from 'node:fs';
import {
  InvalidConfiguration,
  intakesOf,
  readConfiguration,
  sourcesToRead,
  type Settings,
} from '@relais/configuration';
import type { AssemblyId, ListId, TimeZone } from '@relais/vocabulary';
import { describedSource } from './described-source.js';
import { meantRhythm } from './meant-rhythm.js';
import { Deployment, type DeployedAssembly, type DeployedIntake, type DeployedSource } from './deployment.js';

/** Reads the configuration that the settings name; throws InvalidConfiguration. */
export const deploy = (settings: Settings): Deployment => {
  const configuration = readConfiguration(textOf(settings.configFile), settings.configFile);
  const assemblies = configuration.assemblies.map(
    ({ id, name, city, country, zone, website, latitude, longitude, lists, rhythms }): DeployedAssembly => ({
      id: id as AssemblyId,
      profile: {
        ...{ name, city, country, zone },
        ...(website && { website }),
        ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
      },
      lists: lists
        .filter((list) => list.kind === 'info')
        .map(({ kind: _kind, ...list }) => ({ ...list, ...within(id, zone, list.id) })),
      externalLists: lists
        .filter((list) => list.kind === 'external')
        .map(({ kind: _kind, ...list }) => ({ ...list, ...within(id, zone, list.id) })),
      rhythms: rhythms.map((rhythm) => meantRhythm(rhythm, zone)),
    }),
  );
  const zones = new Map(assemblies.map(({ id, profile }) => [id as string, profile.zone]));
  const sources = sourcesToRead(configuration, settings).map(({ assembly, source, url, isSample }): DeployedSource => ({
    assembly: assembly as AssemblyId,
    description: describedSource(source, isSample),
    readFrom: url,
    zone: zones.get(assembly) ?? 'Europe/Paris',
    everyMinutes: source.every,
  }));
  const intakes = intakesOf(configuration, settings).map(
    ({ assembly: { id, zone, city }, source }): DeployedIntake => ({
      assembly: id as AssemblyId,
      description: describedSource(source, false),
      zone,
      city,
      receives: source.receives,
      links: source.links,
    }),
  );
  return new Deployment(settings, configuration, assemblies, sources, intakes);
};

const within = (assembly: string, zone: TimeZone, list: string) => ({
  id: list as ListId,
  assembly: assembly as AssemblyId,
  zone,
});

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InvalidConfiguration([
      `${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); set RELAIS_CONFIG to your relais.yaml`,
    ]);
  }
};
