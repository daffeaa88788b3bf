import { Module } from '@nestjs/common';
import { AddingModule } from '../adding/adding.module.js';
import { Collecting } from './collecting.js';
import { Collector } from './collector.js';
import { Founding } from './founding.js';
import { ReadingMemory } from './reading-memory.js';
import { Recogniser } from './recogniser.js';
import { SourceReader } from './source-reader.js';

/** Fetches the sources and records what they report, and which gatherings they speak of. */
@Module({
  imports: [AddingModule],
  providers: [Founding, ReadingMemory, SourceReader, Recogniser, Collector, Collecting],
  exports: [Founding, Collector, Collecting],
})
export class CollectorModule {}
