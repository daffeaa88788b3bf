import { writeSync } from 'node:fs';
import type { Recorded } from '@relais/event-sourcing';
import { Generations } from '../storage/generations.js';

/** A process of its own that builds a generation in a folder, more of it than stays in memory, and then waits for ever. */
const [, , folder = ''] = process.argv;
const recorded = (position: number): Recorded => ({
  type: 'gathering.recognised',
  data: { gathering: `g${position}`, assembly: 'lille', title: 'x'.repeat(20_000) },
  ...{ id: `id-${position}`, stream: 'killed', version: position, position: BigInt(position) },
  recordedAt: '2026-11-23T10:00:00.000Z',
});

const built = new Generations(folder).create();
for (let page = 0; page < 8; page++)
  built.apply(Array.from({ length: 1_000 }, (_, n) => recorded(page * 1_000 + n + 1)));
writeSync(1, 'in the middle\n');
for (;;);
