import { Global, Module } from '@nestjs/common';
import { ImportBatches } from './import-batches.js';
import { ImportTurns } from './import-turns.js';
import { Importing } from './importing.js';
import { KnownImports } from './known-imports.js';
import { OwnData } from './own-data.js';
import { SubscribersOrders } from './orders.js';
import { ShownLog } from './shown-log.js';
import { StillWanted } from './still-wanted.js';
import { Undoing } from './undoing.js';

/** Brings subscribers in, takes them back, gives them out, and asks who is not heard of: on hand for the courier and the portal. */
@Global()
@Module({
  providers: [
    ImportTurns,
    ShownLog,
    KnownImports,
    ImportBatches,
    Importing,
    Undoing,
    StillWanted,
    OwnData,
    SubscribersOrders,
  ],
  exports: [OwnData, StillWanted, SubscribersOrders],
})
export class SubscribersModule {}
