import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@relais/transport/testing';
import { oneAssembly, Spawned } from '../testing/index.js';

describe('a portal that starts before anything was projected', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-alone-'));
  const environment = async () => ({
    ...{
      PORT: String(await freePort()),
      RELAIS_DATA: join(folder, 'data'),
      RELAIS_CONFIG: join(folder, 'relais.yaml'),
    },
  });
  afterAll(async () => {
    await Spawned.stopAll();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says that it is not ready, instead of an empty agenda, and shows it once there is one', async () => {
    writeFileSync(join(folder, 'relais.yaml'), oneAssembly());
    const settings = await environment();
    const portal = Spawned.start('portal', settings);
    await portal.ready();
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${settings.PORT}${path}`)).status;
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
    expect([await status('/'), await status('/lille'), await status('/feed.rss')]).toEqual([503, 503, 503]);
    const form = new URLSearchParams({ liste: 'info-lille', adresse: 'alice@exemple.test', consentement: 'oui' });
    const sent = await fetch(`http://127.0.0.1:${settings.PORT}/abonnement`, { method: 'POST', body: form });
    expect([sent.status, sent.headers.get('retry-after')]).toEqual([503, '5']);
    for (const service of ['projector', 'collector'] as const) await Spawned.start(service, settings).ready();
    for (;;) if ((await status('/lille')) === 200) break;
    expect(await status('/readyz')).toBe(200);
  });
});
