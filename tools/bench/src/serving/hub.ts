import { join } from 'node:path';
import { withProcess, type Child } from '../child.ts';

const repository = join(import.meta.dirname, '..', '..', '..', '..');

/** Runs the hub as it is built, with the demonstration's assemblies, over a data folder; `url` is where it listens. */
export const withHub = <Result>(
  data: string,
  env: NodeJS.ProcessEnv,
  work: (hub: Child & { url: string }) => Promise<Result>,
): Promise<Result> =>
  withProcess(
    join(repository, 'apps', 'hub', 'dist', 'index.js'),
    {
      env: {
        ...{ PORT: '0', PUBLIC_URL: 'https://relais.example.org', RELAIS_DATA: data },
        RELAIS_CONFIG: join(repository, 'relais.yaml'),
        ...env,
      },
      ready: /^Relais is ready/,
    },
    (child) => work({ ...child, url: child.ready.split(' ').at(-1) ?? '' }),
  );
