import { Module } from '@nestjs/common';
import { Adding } from './adding.js';
import { AskedReading, FirstReading } from './first-reading.js';
import { SourceRoster } from './source-roster.js';
import { Suggestions } from './suggestions.js';

/** Which sources there are, what an address would give, and adding it. For whatever process shows or reads them. */
@Module({
  providers: [SourceRoster, Suggestions, { provide: FirstReading, useClass: AskedReading }, Adding],
  exports: [SourceRoster, Suggestions, Adding],
})
export class AddingModule {}
