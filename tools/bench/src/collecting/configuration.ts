import { addressOf, type SimulatedSource } from './mixture.ts';

export const idOf = ({ number }: SimulatedSource): string => `source-${number}`;
export const urlOf = ({ number, host }: SimulatedSource, port: number): string =>
  `http://${addressOf(host)}:${port}/feed/${number}`;

const perAssembly = 20;

/** A `relais.yaml` with these sources, each read every 60 minutes. */
export const configurationOf = (sources: readonly SimulatedSource[], port: number): string => {
  const assemblies = Array.from({ length: Math.ceil(sources.length / perAssembly) }, (_, n) => ({
    id: `assembly-${n}`,
    name: `Assembly ${n}`,
    city: `City ${n}`,
    country: 'FR',
    zone: 'Europe/Paris',
    sources: sources.slice(n * perAssembly, (n + 1) * perAssembly).map((source) => ({
      id: idOf(source),
      title: `Source ${source.number}`,
      platform: 'other',
      url: urlOf(source, port),
      every: 60,
    })),
  }));
  // JSON is YAML.
  return JSON.stringify({ demonstration: false, assemblies }, undefined, 1);
};
