import { Module } from '@nestjs/common';
import { AddingModule } from '../adding/adding.module.js';
import { Moderation } from '../moderation/moderation.js';
import { Collecting } from './collecting.js';
import { Collector } from './collector.js';
import { Founding } from './founding.js';
import { ReadingModule } from './reading/reading.module.js';
import { Recogniser } from '../recognising/recogniser.js';

/** Fetches the sources and records what they report, and which gatherings they speak of. */
@Module({
  imports: [AddingModule, ReadingModule],
  providers: [Founding, Recogniser, Moderation, Collector, Collecting],
  exports: [Founding, Collector, Collecting, Moderation],
})
export class CollectorModule {}
