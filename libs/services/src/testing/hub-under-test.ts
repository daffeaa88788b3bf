import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { readSettings } from '@relais/configuration';
import type { Recorded } from '@relais/event-sourcing';
import { EventStore } from '@relais/event-store';
import { parts, shown } from '../start/part.js';
import { startParts, type Running } from '../start/start-parts.js';
import { deploy } from '../wiring/deploy.js';
import { freePort } from '@relais/transport/testing';

/** The repository, from which the samples are read. */
export const repository = join(import.meta.dirname, '..', '..', '..', '..');

/** A list is opened, and a source read, by the least that the configuration takes. */
export const oneAssembly = (...sources: readonly { id: string; url: string }[]): string =>
  JSON.stringify({
    assemblies: [
      {
        ...{ id: 'lille', name: 'Assemblée des communs de Lille', city: 'Lille', country: 'FR', zone: 'Europe/Paris' },
        sources: sources.map((source) => ({ ...source, title: `Source ${source.id}`, platform: 'test' })),
        lists: [{ id: 'info-lille', name: 'Lettre d’information de Lille' }],
      },
    ],
  });

export type HubOptions = Readonly<{
  /** What `relais.yaml` says; the repository's own without it. */
  configuration?: string;
  environment?: Readonly<Record<string, string>>;
  /** A data folder to go on with. */
  folder?: string;
}>;

/** Fields of a form, of which one may be there several times. */
type Fields = readonly (readonly [string, string])[];
const isFields = (fields: Readonly<Record<string, string>> | Fields): fields is Fields => Array.isArray(fields);

/** A whole hub in this process, on a folder of its own, behind a real port. */
export class HubUnderTest {
  private constructor(
    readonly folder: string,
    readonly url: string,
    private readonly running: Running,
  ) {}

  static async start({ configuration, environment = {}, folder }: HubOptions = {}): Promise<HubUnderTest> {
    const data = folder ?? mkdtempSync(join(tmpdir(), 'relais-hub-'));
    const own = join(data, 'relais.yaml');
    if (configuration !== undefined) writeFileSync(own, configuration);
    const settings = readSettings({
      PORT: String(await freePort()),
      RELAIS_DATA: data,
      RELAIS_CONFIG: configuration === undefined ? join(repository, 'relais.yaml') : own,
      RELAIS_ALLOW_PRIVATE_ADDRESSES: '1',
      ...environment,
    });
    const running = await startParts(deploy(settings), parts);
    // What a test provokes on purpose need not be read by who runs it; faults are.
    Logger.overrideLogger(['error', 'fatal']);
    return new HubUnderTest(data, settings.publicUrl, running);
  }

  /** What the hub holds: for looking at, not for going around its rules. */
  get<Held>(token: abstract new (...given: never[]) => Held): Held {
    return this.running.application.get(token as never);
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(new URL(path, this.url), init);
  }

  async text(path: string): Promise<string> {
    return (await this.fetch(path)).text();
  }

  /** Sends a form as a browser does. */
  post(path: string, fields: Readonly<Record<string, string>> | Fields): Promise<Response> {
    const all: Fields = isFields(fields) ? fields : Object.entries(fields);
    return this.fetch(path, { method: 'POST', body: new URLSearchParams(all.map(([name, value]) => [name, value])) });
  }

  async events(...types: readonly string[]): Promise<Recorded[]> {
    const found: Recorded[] = [];
    for await (const page of this.get(EventStore).readAll(0n, types.length > 0 ? { types } : {})) found.push(...page);
    return found;
  }

  /** Resolves when as many events of a type are recorded: what the courier and others do in the background. */
  async recorded(type: string, count = 1): Promise<void> {
    const stop = new AbortController();
    const store = this.get(EventStore);
    let seen = 0;
    for await (const page of store.subscribe(0n, stop.signal, { types: [type] })) {
      seen += page.length;
      if (seen >= count) break;
    }
    stop.abort();
    await shown(this.running.application);
  }

  shown(): Promise<void> {
    return shown(this.running.application);
  }

  #stopped: Promise<void> | undefined;

  stop(): Promise<void> {
    return (this.#stopped ??= this.running.stop());
  }

  /** Stops, and leaves nothing behind. */
  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
