import { Inject, Injectable } from '@nestjs/common';
import type { AdminId, ImportId } from '@relais/vocabulary';
import { Importing, type ImportOrder } from './importing.js';
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
  ) {}

  perform(order: SubscribersOrder, progress: (step: unknown) => void): Promise<unknown> {
    return order.act === 'import'
      ? this.importing.import(order.order, progress)
      : this.undoing.undo(order.import, order.by, (ended) => progress({ ended }));
  }
}
