import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Cancelled,
  Interrupted,
  ReplayRuns,
  UnknownProjection,
  type ReplayResult,
  type ReplayState,
} from '@relais/read-models';
import { LastReplay } from './last-replay.js';

const result: ReplayResult = {
  ...{ generation: 2, position: '9', events: 9, seconds: 1.5, changed: true, shown: true, outbound: 0 },
};
const running: ReplayState = {
  ...{ phase: 'reading' as const, position: '3', head: '9', eventsPerSecond: 1, secondsLeft: 1 },
  ...{ since: '2026-11-25T09:00:00Z', projections: [], paused: false },
};

describe('the last replay', () => {
  let folder: string;
  const file = (): string => join(folder, 'last-replay.json');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'relais-last-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is none in the beginning', () => {
    expect(new LastReplay(file()).ended).toBeUndefined();
  });

  it('is remembered by the next process: what was made anew, and what it came to', async () => {
    await new LastReplay(file()).of(Promise.resolve(result), { only: ['agenda'], show: true });
    expect(new LastReplay(file()).ended).toEqual({ ended: expect.any(String) as string, only: ['agenda'], result });
  });

  it('is told to who watches, once it is kept', async () => {
    const last = new LastReplay(file());
    const told: unknown[] = [];
    const unwatch = last.watch(() => told.push(last.ended));
    await last.of(Promise.resolve(result), {});
    unwatch();
    await last.of(Promise.resolve(result), {});
    expect(told).toEqual([expect.objectContaining({ result })]);
  });

  it('holds no row of what differed', async () => {
    const row = { projection: 'subscribers', key: 'k', city: null, kind: 'removed', before: { address: 'sealed' } };
    const side = { position: '9', rows: 1 };
    const diff = { before: side, after: side, counts: [], versions: [], examples: [row as never] };
    await new LastReplay(file()).of(Promise.resolve({ ...result, diff }), {});
    expect(readFileSync(file(), 'utf8')).not.toContain('sealed');
  });

  it('says why it came to nothing', async () => {
    const last = new LastReplay(file());
    await last.of(Promise.reject(new Cancelled()), {});
    expect(last.ended).toMatchObject({ failure: { kind: 'Cancelled' } });
  });

  it.each([new ReplayRuns(running), new UnknownProjection('none'), new Interrupted()])(
    'stays the one before where another never began, or goes on later: $name',
    async (error) => {
      const last = new LastReplay(file());
      await last.of(Promise.resolve(result), {});
      await last.of(Promise.reject(error), {});
      expect(last.ended).toMatchObject({ result });
    },
  );

  it('is none where what is kept of it cannot be read', () => {
    writeFileSync(file(), '{"ended":');
    expect(new LastReplay(file()).ended).toBeUndefined();
  });
});
