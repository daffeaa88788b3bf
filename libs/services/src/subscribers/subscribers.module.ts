import { Global, Module } from '@nestjs/common';
import { importParts } from './import-parts.js';
import { OwnData } from './own-data.js';
import { SubscribersOrders } from './orders.js';
import { ShownLog } from '../wiring/shown-log.js';
import { StillWanted } from './still-wanted.js';

/** Brings subscribers in, takes them back, gives them out, and asks who is not heard of: on hand for the courier and the portal. */
@Global()
@Module({
  providers: [...importParts, ShownLog, StillWanted, OwnData, SubscribersOrders],
  exports: [OwnData, StillWanted, SubscribersOrders],
})
export class SubscribersModule {}
