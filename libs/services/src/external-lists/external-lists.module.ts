import { Module } from '@nestjs/common';
import { Canaries } from './canaries.js';
import { CanaryWatch } from './canary-watch.js';
import { Copies } from './copies.js';
import { Freshness } from './freshness.js';
import { WritingToLists } from './writing-to-lists.js';

/** Copies for the lists of others and whether they arrive: on hand for the courier, and for where mail comes back. */
@Module({
  providers: [Freshness, Copies, CanaryWatch, Canaries, WritingToLists],
  exports: [Freshness, Canaries, WritingToLists],
})
export class ExternalListsModule {}
