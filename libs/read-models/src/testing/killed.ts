import { writeSync } from 'node:fs';
import type { Recorded } from '@relais/event-sourcing';
import { agenda } from '../agenda/agenda.js';
import { Generation } from '../storage/generation.js';

/** A process of its own that applies pages to the generation in a file, and stops for ever in the middle of the third. */
const [, , file = ''] = process.argv;
const middle = {
  ...agenda,
  columns: {
    ...agenda.columns,
    known: (row: Parameters<typeof agenda.columns.known>[0]): string => {
      if (row.title === 'the middle') {
        writeSync(1, 'in the middle\n');
        for (;;);
      }
      return row.recognisedAt;
    },
  },
};
const recorded = (position: number, title = 'before it'): Recorded => ({
  type: 'gathering.recognised',
  data: { gathering: `g${position}`, assembly: 'lille', title },
  ...{ id: `id-${position}`, stream: 'killed', version: position, position: BigInt(position) },
  recordedAt: '2026-11-23T10:00:00.000Z',
});

const generation = Generation.open(file, 1, [middle]);
generation.apply([recorded(1), recorded(2)]);
generation.apply([recorded(3), recorded(4)]);
generation.apply([recorded(5), recorded(6), recorded(7, 'the middle'), recorded(8)]);
