import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithMail } from '@relais/transport/testing';
import { repository, Spawned } from '../../testing/index.js';

describeWithMail('relais doctor', (lab) => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-doctor-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const doctor = async (environment: Record<string, string> = {}) => {
    const { code, stdout } = await Spawned.start(
      'cli',
      {
        ...{ RELAIS_DATA: folder, RELAIS_CONFIG: join(repository, 'relais.yaml') },
        ...{ ...lab().environment, DNS_SERVERS: lab().nameServer, MAIL_HOST: `mx.${lab().domain}`, ...environment },
      },
      'doctor',
    ).ended;
    return { code, stdout };
  };

  it('finds the post of a domain that says all it must in order', async () => {
    const { code, stdout } = await doctor();
    for (const name of ['SMTP', 'sender', 'DKIM', 'SPF', 'DMARC', 'PTR', 'MX', 'headers'])
      expect(stdout).toMatch(new RegExp(`^ok {3}${name}: `, 'm'));
    expect(code).toBe(0);
  });

  it('ends with 1 for a domain that says nothing, and tells what to publish', async () => {
    const { code, stdout } = await doctor({ MAIL_FROM: 'info@nobody.test', DKIM_DOMAIN: 'nobody.test' });
    expect(stdout).toMatch(
      /^BAD {2}SPF: nobody\.test says nothing.*\n +→ publish there «v=spf1 a:mx\.lille\.exemple\.test -all»/m,
    );
    expect(stdout).toMatch(/^BAD {2}DKIM: .*\n +→ publish «v=DKIM1; k=rsa; p=\w+/m);
    expect(code).toBe(1);
  });
});
