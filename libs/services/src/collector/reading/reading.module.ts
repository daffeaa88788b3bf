import { Module } from '@nestjs/common';
import { DocumentReaders } from './document-readers.js';
import { ReadingMemory } from './reading-memory.js';
import { Reporter } from './reporter.js';
import { SourceReader } from './source-reader.js';

/** Reads one source after another, and has its decider say what of it is new. */
@Module({
  providers: [
    ReadingMemory,
    Reporter,
    SourceReader,
    { provide: DocumentReaders, useFactory: () => new DocumentReaders() },
  ],
  exports: [SourceReader],
})
export class ReadingModule {}
