import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@relais/configuration';
import { KeyRing } from '@relais/transport';
import { receiving } from '../testing/index.js';
import { filesIn } from '../wiring/adapters.js';
import { deploy } from '../wiring/deploy.js';
import { Allowance } from './allowance.js';
import { SignedLinks } from './signed-links.js';

describe('secret links', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-links-'));
  writeFileSync(join(folder, 'master.key'), Buffer.alloc(32, 7).toString('base64'));
  const keys = KeyRing.open({ keyFile: join(folder, 'master.key'), database: filesIn(folder).keys });
  afterAll(async () => {
    await keys.close();
    rmSync(folder, { recursive: true });
  });
  const signed = (more: object = {}) => {
    writeFileSync(join(folder, 'relais.yaml'), receiving(more));
    const environment = {
      RELAIS_DATA: folder,
      RELAIS_CONFIG: join(folder, 'relais.yaml'),
      PUBLIC_URL: 'https://relais.test',
    };
    const deployment = deploy(readSettings(environment));
    const [intake] = deployment.intakes;
    if (intake === undefined) throw new Error('nothing is received');
    return { links: new SignedLinks(keys, deployment), intake };
  };

  it('are the same for years: people keep them', () => {
    const { links, intake } = signed();
    expect(links.linksOf(intake)).toEqual({
      webhook: 'https://relais.test/webhooks/organisers/uuziaKNnjZVoFsSGOXWdMQ',
      form: 'https://relais.test/annoncer/organisers/d3DEGUUjTkUAXazVCtyNOg',
      mail: 'annonces+organisers.zdkaiuo7sl5agkfk@relais.test',
    });
  });

  it('are only those that a source receives by', () => {
    const { links, intake } = signed({ receives: ['form'] });
    expect(Object.keys(links.linksOf(intake))).toEqual(['form']);
  });

  it('open nothing by another way, in another edition, or but for one character', () => {
    const { form = '', mail = '' } = ((one) => one.links.linksOf(one.intake))(signed());
    const signature = form.split('/').at(-1) ?? '';
    const { links } = signed();
    expect(links.intakeOf('form', 'organisers', signature)).toBeDefined();
    expect(links.intakeOf('webhook', 'organisers', signature)).toBeUndefined();
    expect(links.intakeOf('form', 'organisers', `${signature.slice(0, -1)}~`)).toBeUndefined();
    expect(links.intakeOf('form', 'organisers', '')).toBeUndefined();
    expect(links.mailbox(mail)).toBeDefined();
    expect(signed({ links: 2 }).links.intakeOf('form', 'organisers', signature)).toBeUndefined();
    expect(signed({ links: 2 }).links.mailbox(mail)).toBeUndefined();
    expect(signed({ receives: ['webhook'] }).links.mailbox(mail)).toBeUndefined();
  });

  it('fit a mail address, whose first part is 64 characters at most', () => {
    const { links, intake } = signed({ id: 'a'.repeat(38) });
    expect(links.linksOf(intake).mail?.split('@')[0]?.length).toBe(64);
  });
});

describe('an allowance', () => {
  it('is used up, comes back with time, and is each one’s own', () => {
    const allowance = new Allowance(2, 0.5);
    expect([0, 0, 0].map((now) => allowance.take('a', now))).toEqual([true, true, false]);
    expect(allowance.take('b', 0)).toBe(true);
    expect([1_999, 2_000, 2_001].map((now) => allowance.take('a', now))).toEqual([false, true, false]);
    expect(allowance.wait).toBe(2);
  });
});
