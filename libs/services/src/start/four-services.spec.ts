import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@relais/transport/testing';
import { outbox, repository, Spawned } from '../testing/index.js';

const names = ['projector', 'collector', 'courier', 'portal'] as const;

/** Asks again until it is so: other processes work at their own pace. Fails with the test's own time limit. */
const until = async <Value>(look: () => Promise<Value | undefined>): Promise<Value> => {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('four services in four processes over one data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-services-'));
  const running: Spawned[] = [];
  let url: string;
  let environment: Record<string, string>;
  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    environment = {
      ...{ PORT: String(port), RELAIS_DATA: folder, RELAIS_CONFIG: join(repository, 'relais.yaml') },
      RELAIS_NOW: '2026-11-25T09:00:00Z',
    };
    running.push(...names.map((name) => Spawned.start(name, environment)));
    await Promise.all(running.map((service) => service.ready()));
  }, 60_000);
  afterAll(async () => {
    for (const service of running) await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const page = async (path: string): Promise<string> => (await fetch(`${url}${path}`)).text();
  const relais = async (...words: string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await Spawned.start('cli', environment, ...words, '--json').ended;
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  };

  it('show what was collected', async () => {
    await until(async () => ((await page('/lille/agenda')).includes('jeudi 26 novembre 2026') ? true : undefined));
    expect(await page('/sources')).toContain('Démosphère Lille');
  });

  it('are told what to do by the command line, each what is its own', async () => {
    expect(await relais('collect')).toMatchObject({ failed: 0, events: 0 });
    expect(await relais('replay')).toMatchObject({ changed: false });
    expect(await relais('status')).toMatchObject({ sources: { ok: 22, failing: 0 } });
  });

  it('let a person subscribe and send them one letter', async () => {
    const form = { liste: 'info-lille', adresse: 'alice@exemple.test', langue: 'fr', consentement: 'oui' };
    await fetch(`${url}/abonnement`, { method: 'POST', body: new URLSearchParams(form) });
    const link = await until(async () => (await outbox(folder))[0]?.links.find((one) => one.includes('/confirmer')));
    const jeton = new URL(link).searchParams.get('jeton') ?? '';
    await fetch(`${url}/abonnement/confirmer`, { method: 'POST', body: new URLSearchParams({ jeton }) });
    expect(await relais('digest', '--list', 'info-lille')).toMatchObject({ outcome: 'sent', letters: 1 });
    expect(await relais('digest', '--list', 'info-lille')).toMatchObject({ outcome: 'already-sent', letters: 0 });
    expect(await outbox(folder)).toHaveLength(2);
    await until(async () => ((await page('/lettres')).includes('/lettres/info-lille-2026-11') ? true : undefined));
  });

  it('are refused a second time, each by its name', async () => {
    for (const name of ['projector', 'collector', 'courier'] as const) {
      const { code, stderr } = await Spawned.start(name, environment).ended;
      expect([code, stderr]).toEqual([1, expect.stringContaining(`is the ${name} of`)]);
    }
  });
});
