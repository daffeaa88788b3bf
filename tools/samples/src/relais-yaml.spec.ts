import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programme } from '@relais/demonstration';
import { parse } from 'yaml';
import { documents } from './documents.ts';

type Aliases = { domainAliases: { old: string; new: string }[] };
type File = Aliases & { assemblies: { id: string; sources: { id: string; url?: string; sample?: string }[] }[] };
const root = join(import.meta.dirname, '../../..');
const { assemblies, domainAliases } = parse(readFileSync(join(root, 'relais.yaml'), 'utf8')) as File;
const sources = assemblies.flatMap((assembly) => assembly.sources);
const samples = (prefix: string): string[] =>
  sources.flatMap(({ sample = '' }) => (sample.startsWith(prefix) ? [sample.slice(prefix.length)] : []));

const shared = join(root, '../shared/lille');
const agrees = existsSync(shared) ? it : it.skip;

describe('relais.yaml and the samples', () => {
  it('have the same documents', () => {
    expect(samples('tools/samples/documents/').sort()).toEqual([...documents().keys()].sort());
  });

  it('have the same programme to come', () => {
    expect(samples('generated:').sort()).toEqual([...programme('2026-11-24T00:00:00Z').keys()].sort());
  });

  agrees('name no host that is not known (needs ../shared)', () => {
    const known = ['assemblies', 'platforms'].map((name) => readFileSync(join(shared, `${name}.yaml`), 'utf8')).join();
    const hosts = sources.flatMap(({ url }) => (url ? [new URL(url).hostname] : []));
    expect(hosts.length).toBeGreaterThan(4);
    expect(hosts.filter((host) => !known.includes(host))).toEqual([]);
  });

  agrees('know every host that changed its name (needs ../shared)', () => {
    const known = (parse(readFileSync(join(shared, 'platforms.yaml'), 'utf8')) as Aliases).domainAliases;
    expect(domainAliases).toEqual(known.map((alias) => ({ old: alias.old, new: alias.new })));
  });
});
