import { Inject, Injectable } from '@nestjs/common';
import type { AdminId, ImportId } from '@relais/vocabulary';
import { Importing, type ImportOrder } from './importing.js';
import { StillWanted } from './still-wanted.js';
import { Undoing } from './undoing.js';

/** What can be ordered about subscribers, by the command line or over the socket of whoever has the courier's role. */
export type SubscribersOrder =
  Readonly<{ act: 'import'; order: ImportOrder }> | Readonly<{ act: 'undo'; import: ImportId; by: AdminId | null }>;

/** Does what is ordered. */
@Injectable()
export class SubscribersOrders {
  constructor(
    @Inject(Importing) private readonly importing: Importing,
    @Inject(Undoing) private readonly undoing: Undoing,
    @Inject(StillWanted) private readonly stillWanted: StillWanted,
  ) {}

  async perform(order: SubscribersOrder, progress: (step: unknown) => void): Promise<unknown> {
    if (order.act === 'undo') return this.undoing.undo(order.import, order.by, (ended) => progress({ ended }));
    const imported = await this.importing.import(order.order, progress);
    // Those who are asked have their letter now; without asking, there is time until the day's look to take the import back.
    const { asks } = order.order;
    if (asks !== undefined && imported.outcome === 'imported') await this.stillWanted.look();
    return imported;
  }
}
