import { Inject, Injectable } from '@nestjs/common';
import type { ImportFormat } from '@relais/mailing-list';
import { Clock, type AdminId, type Instant, type ListId } from '@relais/vocabulary';
import { Unavailable } from '../wiring/unavailable.js';
import { Lifetime } from '../wiring/lifetime.js';
import { ImportBatches, type Came } from './import-batches.js';
import { ImportReport } from './import-report.js';
import { ImportTurns } from './import-turns.js';
import { ImportTally, type Imported } from './import-tally.js';
import type { Wanted } from './reading/columns.js';
import type { Person } from './reading/judging.js';
import { readSubscribers } from './reading/reading.js';
import { ShownLog } from '../wiring/shown-log.js';

/** A file of subscribers that is to be brought in, and how. */
export type ImportOrder = Readonly<{
  file: string;
  list: ListId;
  /** By its looks unless given. */
  format?: ImportFormat;
  /** Which columns of a table; by their names unless given. */
  wanted?: Wanted;
  /** Until when each is asked whether they want it. */
  asks?: Instant;
  by?: AdminId;
  /** Where it is written what became of each line, addresses and all. */
  report?: string;
  isDryRun?: boolean;
}>;

/** How many persons are recorded together: one flush to the disk, and the thread is given back in between. */
const batch = 500;

/**
 * Brings in the subscribers of another list. It can be broken off anywhere and begun again: the same file is the same import, and
 * doubles nobody. Memory does not grow with the file, but for a keyed hash of each address.
 */
@Injectable()
export class Importing {
  constructor(
    @Inject(ImportTurns) private readonly turns: ImportTurns,
    @Inject(ImportBatches) private readonly batches: ImportBatches,
    @Inject(ShownLog) private readonly shown: ShownLog,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Rejects with {@link Unavailable} where the file cannot be read, and for an import that is being undone. */
  import(order: ImportOrder, progress: (step: Imported['counts']) => void = () => undefined): Promise<Imported> {
    return this.turns.take(async () => {
      const { list, asks, by } = order;
      const { hash, encoding, format, lines } = await readSubscribers(order.file, order, this.clock.now());
      await this.shown.upToDate();
      const begun = { list, format, hash, asks: asks ?? null, by: by ?? null };
      const importing = await this.batches.begin(begun, order.isDryRun ?? false);
      const report = order.report === undefined ? undefined : await ImportReport.into(order.report);
      const tally = new ImportTally({ format, encoding, import: importing.id, isDryRun: order.isDryRun ?? false });
      const tell = async ({ line, came, why, said }: Came): Promise<void> => {
        tally.add(line, came, why);
        await report?.write(line, came, why ?? '', said);
      };
      try {
        let waiting: Person[] = [];
        const record = async (): Promise<void> => {
          for (const one of await importing.record(waiting)) await tell(one);
          waiting = [];
          progress(tally.counts);
        };
        for await (const one of lines) {
          if ('why' in one) await tell({ ...one, came: 'refused' });
          else if (waiting.push(one) === batch) await record();
          if (this.lifetime.signal.aborted)
            throw new Unavailable('Relais stops: the same command goes on with the import');
        }
        await record();
        await importing.complete(tally.counts);
        return tally.result();
      } finally {
        await report?.close();
      }
    });
  }
}

export type { Imported };
