import { Module } from '@nestjs/common';
import { SourceRoster } from './source-roster.js';

/** Which sources there are, what an address would give, and adding it. For whatever process shows or reads them. */
@Module({ providers: [SourceRoster], exports: [SourceRoster] })
export class AddingModule {}
